import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PdfReader } from '../import/import.ts';
import type { Imported, ImportFailure, ImportNote } from '../import/imported.ts';
import type { Skipped, Source } from './source.ts';
import type { Words } from './system-error.ts';

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

const FAILURES: Readonly<Record<ImportFailure, Words>> = {
  damaged: {
    zh: '文件已损坏，或不是它的扩展名所说的格式；请用 Word 或 WPS 打开后另存一份再检查',
    en: 'damaged, or not what its extension says; open it in Word or WPS and save it anew',
  },
  encrypted: { zh: '文件设有密码；请取消密码后再检查', en: 'protected by a password; remove it first' },
  'too-large': { zh: '文件解开后过大，不像年度报告', en: 'too large when unpacked to be a report' },
  'old-format': {
    zh: '旧格式（.doc、.wps、.xls、.et）和 .ofd 读不了；请用 Word 或 WPS 另存为 .docx 再检查',
    en: 'old formats (.doc, .wps, .xls, .et) and .ofd cannot be read; save it as .docx in Word or WPS',
  },
  empty: { zh: '文件里没有文字', en: 'there is no text in it' },
  scanned: {
    zh: '是扫描件，各页都是图片，没有可以核对的文字；请检查它的 Word 原稿',
    en: 'a scan: its pages are pictures without text; check the Word document that it was made from',
  },
  'no-pdf-reader': {
    zh: `读 PDF 要用的 ${PDF_READER} 不在本程序旁边；请把它与 cli.js 放在一起（两个文件都在 dist 文件夹里）`,
    en: `${PDF_READER}, which reads PDF, is not beside this program; put it beside cli.js (both are in the folder dist)`,
  },
};

/** What is said of a document beside its findings. */
export const NOTES: Readonly<Record<ImportNote, Words>> = {
  'tracked-changes': {
    zh: '文件中有修订，按全部接受修订后的文字检查',
    en: 'it holds tracked changes, and is checked with all of them accepted',
  },
  pictures: {
    zh: '文件中有图片，图片里的文字和表格没有检查',
    en: 'it holds pictures; texts and tables in them are not checked',
  },
};
