/** So many arguments a call takes everywhere. */
const CHUNK = 4096;

/**
 * The same characters in memory of their own. What is cut from a text holds on to all of it; whatever outlives the text
 * must be copied.
 */
export function copyString(cut: string): string {
  let copy = '';
  for (let from = 0; from < cut.length; from += CHUNK) {
    const codes = new Array<number>(Math.min(CHUNK, cut.length - from));
    for (let at = 0; at < codes.length; at++) codes[at] = cut.charCodeAt(from + at);
    copy += String.fromCharCode.apply(undefined, codes);
  }
  return copy;
}
