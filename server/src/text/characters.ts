/** Questions about single UTF-16 code units; all answers are table-free and constant time. */

/** Any blank that stands inside a line: ASCII, no-break, ideographic and zero-width spaces, tab, page break, BOM. */
export function isSpace(code: number): boolean {
  if (code === 0x20 || code === 0x09) return true;
  if (code < 0x80) return code === 0x0b || code === 0x0c;
  if (code === 0xa0 || code === 0x3000 || code === 0xfeff) return true;
  return (code >= 0x2000 && code <= 0x200d) || code === 0x202f || code === 0x205f || code === 0x2060;
}

/** The ASCII twin of a full-width character (`１` → `1`, `（` → `(`); every other code unit is returned unchanged. */
export function halfWidth(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
}

/** 0–9 for an ASCII or full-width digit, otherwise -1. */
export function digitOf(code: number): number {
  const half = halfWidth(code);
  return half >= 0x30 && half <= 0x39 ? half - 0x30 : -1;
}

/** A Chinese character of the basic blocks: what labels and prose are made of. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

/** First offset in `[start, end)` that is not a space, or `end`. */
export function skipSpaces(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The offset behind the last character of `[start, end)` that is not a space, or `start`. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Offset of the first code unit `code` in `[start, end)`, or -1; never looks beyond `end`, as `indexOf` would. */
export function findCode(text: string, code: number, start: number, end: number): number {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === code) return at;
  return -1;
}

export const TAB = 0x09;
