import type { EditRefusal, FileRefusal } from './edit-docx.ts';
import type { ImportFailure, ImportNote } from './imported.ts';

/** A sentence for people in both languages. */
interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Why a file was not read, and what to do. */
export const FAILURES: Readonly<Record<ImportFailure, Words>> = {
  damaged: {
    zh: '文件已损坏，或不是它的扩展名所说的格式；请用 Word 或 WPS 打开后另存一份再检查',
    en: 'the file is damaged or is not what its name says; open it in Word or WPS and save it anew',
  },
  encrypted: {
    zh: '文件设有密码；请取消密码后再检查',
    en: 'the file is protected by a password; remove the password first',
  },
  'too-large': { zh: '文件解开后过大，不像年度报告', en: 'the file unpacks to more than any report holds' },
  'old-format': {
    zh: '旧格式（.doc、.wps、.xls、.et）和 .ofd、.rtf、.odt、.ods 读不了；请用 Word 或 WPS 另存为 .docx 再检查',
    en: 'old formats (.doc, .wps, .xls, .et), .ofd, .rtf, .odt and .ods cannot be read; save the file as .docx in Word or WPS',
  },
  empty: { zh: '文件里没有文字', en: 'there is no text in the file' },
  scanned: {
    zh: '是扫描件，各页都是图片，没有可以核对的文字；请检查它的 Word 原稿',
    en: 'the file is a scan, its pages are pictures without text; check the Word file that it was made of',
  },
  'too-long': {
    zh: '读了半分钟还没有读完，已放弃；请检查它的 Word 原稿',
    en: 'reading it took more than half a minute and was given up; check the Word file that it was made of',
  },
  'no-pdf-reader': {
    zh: '读 PDF 要用的 pdf.mjs 不在本程序旁边；请把它放进程序所在的 dist 文件夹（在源码中用 npm run build 生成）',
    en: 'pdf.mjs, which reads PDF, is not beside this program; put it into its folder dist (`npm run build` makes it)',
  },
};

/** What is said of a document beside its findings. */
export const NOTES: Readonly<Record<ImportNote, Words>> = {
  'tracked-changes': {
    zh: '文件中有修订，按全部接受修订后的文字检查',
    en: 'the file has tracked changes; its text is checked as if all were accepted',
  },
  pictures: {
    zh: '文件中有图片，图片里的文字和表格没有检查',
    en: 'the file has pictures; texts and tables in them are not checked',
  },
};

/** Why a place of a Word document was left as it is, or the whole document, and what to do. */
export const REFUSALS: Readonly<Record<EditRefusal | FileRefusal, Words>> = {
  field: {
    zh: '这里是域（公式）的结果，请在 Word 中改公式，或按 F9 更新域',
    en: 'a field computes this place; change it in Word, or press F9 to update it',
  },
  bound: {
    zh: '这里的内容由文档属性填入，请在 Word 中改',
    en: 'this place is filled from the properties of the document; change it in Word',
  },
  copied: {
    zh: '这里的文字在图形或文本框里，请在 Word 中改',
    en: 'this text stands in a drawing or a text box; change it in Word',
  },
  markup: { zh: '这里的文字不是普通文字，请在 Word 中改', en: 'this is no plain text; change it in Word' },
  generated: {
    zh: '这里的字由 Word 自动生成（编号、符号），请在 Word 中改',
    en: 'Word makes these characters by itself (numbering, symbols); change them in Word',
  },
  tracked: {
    zh: '这里有修订，请先在 Word 中接受或拒绝',
    en: 'a tracked change stands here; accept or reject it in Word first',
  },
  structure: {
    zh: '要改的不止一段文字，请在 Word 中改',
    en: 'more than the text of one paragraph would change; change it in Word',
  },
  signed: {
    zh: '文件有数字签名，改动会使签名失效；请在 Word 中改',
    en: 'the file is digitally signed, a change would break the signature; change it in Word',
  },
  protected: {
    zh: '文件设有编辑保护，请在 Word 中停止保护后再改',
    en: 'the file is protected against editing; stop the protection in Word first',
  },
  archive: {
    zh: '文件的写法少见，改写可能损坏它；请用 Word 另存一份再改',
    en: 'the file is written in an unusual way, and writing into it might damage it; save it anew in Word',
  },
  'not-read-back': {
    zh: '试写以后读回的内容不符，没有写入；请在 Word 中改',
    en: 'what was written on trial did not read back as it was meant; change it in Word',
  },
};
