import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PdfReader } from '../import/import.ts';
import type { Imported, ImportFailure, ImportNote } from '../import/imported.ts';
import type { Skipped, Source } from './source.ts';

/** Reads a file of Word, Excel or a PDF; the parts that do it are loaded when the first one comes. */
export async function readOfficeFile(source: Source, bytes: Uint8Array): Promise<Imported | Skipped> {
  const { importFile } = await import('../import/import.ts');
  const result = await importFile(bytes, source.path, await loadPdfReader());
  if (result?.kind === 'imported') return result;
  const failure = result?.reason ?? 'damaged';
  // A file that happens to lie in a folder need not be a report; one that was named, or that is broken, is a failure.
  const isFailure = source.named || failure === 'damaged' || failure === 'no-pdf-reader';
  return { kind: 'skipped', source, reason: isFailure ? 'unreadable' : 'binary', detail: FAILURES[failure] };
}

/** Stands beside this program; whoever took only the one file has no PDF, and is told so. */
const PDF_READER = 'pdf.mjs';

let pdfReader: Promise<PdfReader | undefined> | undefined;

function loadPdfReader(): Promise<PdfReader | undefined> {
  pdfReader ??= import(pathToFileURL(join(__dirname, PDF_READER)).href).then(
    ({ importPdf }: { importPdf: PdfReader }) => importPdf,
    () => undefined,
  );
  return pdfReader;
}

const FAILURES: Readonly<Record<ImportFailure, string>> = {
  damaged: '文件已损坏，或不是它的扩展名所说的格式；请用 Word 或 WPS 打开后另存一份再检查',
  encrypted: '文件设有密码；请取消密码后再检查',
  'too-large': '文件解开后过大，不像年度报告',
  'old-format': '旧格式（.doc、.wps、.xls、.et）和 .ofd 读不了；请用 Word 或 WPS 另存为 .docx 再检查',
  empty: '文件里没有文字',
  scanned: '是扫描件，各页都是图片，没有可以核对的文字；请检查它的 Word 原稿',
  'no-pdf-reader': `读 PDF 要用的 ${PDF_READER} 不在本程序旁边；在源码中用 npm run build 生成，与 cli.js 放在一起`,
};

/** What is said of a document beside its findings. */
export const NOTES: Readonly<Record<ImportNote, string>> = {
  'tracked-changes': '文件中有修订，按全部接受修订后的文字检查',
  pictures: '文件中有图片，图片里的文字和表格没有检查',
};
