/** Questions about single UTF-16 code units; all answers take constant time. */

/**
 * Any character that stands inside a line and shows nothing: ASCII, no-break, ideographic and zero-width spaces, tab, page
 * break, BOM, the line separators that editors do not count, marks of direction, control characters (U+0007 ends a cell
 * in the text of an old .doc), the soft hyphen and the Hangul filler. A clerk cannot see them, so they part words and
 * belong to none.
 */
export function isSpace(code: number): boolean {
  if (code === 0x20 || code === 0x09) return true;
  if (code < 0x7f) return code < 0x20 && code !== 0x0a && code !== 0x0d;
  if (code < 0x2000) return code <= 0xa0 || code === 0xad || code === 0x61c || code === 0x1680 || code === 0x180e;
  if (code > 0x206f) return code === 0x3000 || code === 0xfeff || code === 0x3164;
  return code <= 0x200f || (code >= 0x2028 && code <= 0x202f) || code >= 0x205f;
}

/** All characters that `isSpace` finds, for tables: one stands far behind the others. */
export const SPACES: readonly number[] = [...new Array(0x3165).keys(), 0xfeff].filter(isSpace);

/** The ASCII twin of a full-width character (`１` → `1`, `（` → `(`); every other code unit is returned unchanged. */
export function halfWidth(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
}

/** Gives full-width characters in a table of all code units what their ASCII twins have there. */
export function widen<Table extends Uint8Array | Uint16Array>(table: Table): Table {
  table.copyWithin(0xff01, 0x21, 0x7f);
  return table;
}

/** 0–9 for an ASCII or full-width digit, otherwise -1. */
export function digitOf(code: number): number {
  const half = halfWidth(code);
  return half >= 0x30 && half <= 0x39 ? half - 0x30 : -1;
}

/** The first and the last code units of the basic Chinese characters, of their first extension, and 〇. */
export const HAN = [
  [0x4e00, 0x9fff],
  [0x3400, 0x4dbf],
  [0x3007, 0x3007],
] as const;

/** A Chinese character of the basic blocks: what labels and prose are made of. */
export function isHan(code: number): boolean {
  return (code >= HAN[0][0] && code <= HAN[0][1]) || (code >= HAN[1][0] && code <= HAN[1][1]) || code === HAN[2][0];
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

/** What separates cells: the bar, its full-width twin, and the one that boxes are drawn with. */
export function isBar(code: number): boolean {
  return code === 0x7c || code === 0xff5c || code === 0x2502;
}

/** Whether `[start, end)` holds nothing but spaces. */
export function isBlank(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return skipSpaces(text, start, end) === end;
}

/** The UTF-16 code units of these characters. */
export function codesOf(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)));
}
