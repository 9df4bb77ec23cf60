/**
 * The text of a document is shown under an address of its own, which only says which file it is of:
 * `zfxxgk-text:/a/年报.docx` for `file:///a/年报.docx`.
 */
const SCHEME = 'zfxxgk-text:';

/** Whether an address is that of a text that was read out of a file. */
export function isExtract(uri: string): boolean {
  return uri.startsWith(SCHEME);
}

/** The file that a text was read out of; any other address as it is. */
export function fileOf(uri: string): string {
  if (!isExtract(uri)) return uri;
  const rest = uri.slice(SCHEME.length);
  return rest.startsWith('//') ? `file:${rest}` : `file://${rest}`;
}

/** Where the text of a file is shown. */
export function extractOf(file: string): string {
  return SCHEME + file.slice(file.startsWith('file:///') ? 'file://'.length : 'file:'.length);
}
