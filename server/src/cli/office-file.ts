import { join } from 'node:path';
import { newPdfReader } from '../files/pdf-reader.ts';
import type { PdfReader } from '../import/import.ts';
import type { Imported } from '../import/imported.ts';
import type { Skipped, Source } from './source.ts';

/** Reads a file of Word, Excel or a PDF; the parts that do it are loaded when the first one comes. */
export async function readOfficeFile(source: Source, bytes: Uint8Array): Promise<Imported | Skipped> {
  const [{ importFile }, { FAILURES }] = await Promise.all([
    import('../import/import.ts'),
    import('../import/wording.ts'),
  ]);
  const result = await importFile(bytes, source.path, loadPdfReader());
  if (result?.kind === 'imported') return result;
  const failure = result?.reason ?? 'damaged';
  // A file that happens to lie in a folder need not be a report; one that was named, or that is broken, is a failure.
  const isFailure = source.named || failure === 'damaged' || failure === 'no-pdf-reader';
  return { kind: 'skipped', source, reason: isFailure ? 'unreadable' : 'binary', detail: FAILURES[failure] };
}

/** Stands beside this program; whoever took only the one file has no PDF, and is told so. */
const PDF_READER = 'pdf.mjs';

let pdfReader: PdfReader | undefined;

function loadPdfReader(): PdfReader | undefined {
  pdfReader ??= newPdfReader(join(__dirname, PDF_READER));
  return pdfReader;
}
