/** What the names of files say of them; nothing is read here, so that asking costs nothing. */

const WORD = /\.(?:docx|docm|dotx|dotm)$/i;
const EXCEL = /\.(?:xlsx|xlsm)$/i;
const PDF = /\.pdf$/i;
/** A web page with all that belongs to it. */
const PAGE = /\.(?:mht|mhtml)$/i;
/** Formats of before 2007, OFD, and those of other programs. */
const OLD = /\.(?:doc|dot|wps|wpt|xls|xlt|et|ett|ofd|rtf|odt|ods)$/i;

export const isWord = (name: string): boolean => WORD.test(name);
export const isExcel = (name: string): boolean => EXCEL.test(name);
export const isPage = (name: string): boolean => PAGE.test(name);
/** A text, and yet read like a document when Word has written it. */
export const isHtml = (name: string): boolean => /\.html?$/i.test(name);
export const isOld = (name: string): boolean => OLD.test(name);

/** Files that hold reports and are no text. */
export function isImported(name: string): boolean {
  return isWord(name) || isExcel(name) || PDF.test(name) || isPage(name) || isOld(name);
}
