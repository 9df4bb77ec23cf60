import { importDocx } from './docx.ts';
import type { ImportResult } from './imported.ts';
import { importMht } from './mht.ts';
import { isExcel, isImported, isOld, isPage, isWord } from './names.ts';
import { importXlsx } from './xlsx.ts';

/** Reads a PDF; a part of its own, loaded when the first PDF comes. */
export type PdfReader = (bytes: Uint8Array) => Promise<ImportResult>;

/**
 * Reads a file of an office suite or a PDF as text. What it is its bytes say as well as its name: people rename files.
 * Never throws.
 *
 * @param readPdf absent where the part that reads PDF is not there
 * @returns undefined when the name is that of no such file
 */
export async function importFile(
  bytes: Uint8Array,
  name: string,
  readPdf?: PdfReader,
): Promise<ImportResult | undefined> {
  if (!isImported(name)) return undefined;
  if (bytes.length === 0) return { kind: 'failed', reason: 'empty' };
  if (isPage(name)) return importMht(bytes);
  if (startsWith(bytes, PDF_MARK)) return readPdf ? readPdf(bytes) : { kind: 'failed', reason: 'no-pdf-reader' };
  // .et and .wps files of newer versions are archives like those of Word and Excel; .ofd is one with other contents.
  if (startsWith(bytes, ZIP_MARK)) return importArchive(bytes, name);
  // Programs also write HTML or RTF under the names of old formats.
  if (!startsWith(bytes, COMPOUND_MARK)) return { kind: 'failed', reason: isOld(name) ? 'old-format' : 'damaged' };
  // A compound file is the format of before 2007; a new one wrapped into it is encrypted.
  return { kind: 'failed', reason: isWord(name) || isExcel(name) ? 'encrypted' : 'old-format' };
}

function importArchive(bytes: Uint8Array, name: string): ImportResult {
  if (isExcel(name)) return importXlsx(bytes);
  const word = importDocx(bytes);
  if (word.kind === 'imported' || !isOld(name)) return word;
  const sheet = importXlsx(bytes);
  return sheet.kind === 'imported' ? sheet : { kind: 'failed', reason: 'old-format' };
}

const PDF_MARK = [0x25, 0x50, 0x44, 0x46];
const ZIP_MARK = [0x50, 0x4b];
const COMPOUND_MARK = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
