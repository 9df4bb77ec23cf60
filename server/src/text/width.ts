/**
 * How many columns of a fixed-width font a text takes: the one measure of all rooms. Chinese reports are made of a few ranges
 * whose characters stand by themselves and have one width each: they are looked up.
 */

/** First and last UTF-16 code unit, and the width of each between them. */
const RANGES: readonly (readonly [number, number, 1 | 2])[] = [
  [0x20, 0x7e, 1],
  [0xa0, 0xac, 1],
  [0xae, 0x2ff, 1],
  [0x370, 0x377, 1],
  [0x384, 0x38a, 1],
  [0x391, 0x3a1, 1],
  [0x3a3, 0x482, 1],
  [0x2010, 0x2027, 1],
  [0x2030, 0x205e, 1],
  [0x2100, 0x218b, 1],
  [0x2190, 0x22ff, 1],
  [0x2460, 0x25fc, 1],
  [0x3000, 0x3029, 2],
  [0x3030, 0x303e, 2],
  [0x3041, 0x3096, 2],
  [0x309b, 0x30ff, 2],
  [0x3220, 0x3247, 2],
  [0x3250, 0xa48c, 2],
  [0xe000, 0xf8ff, 1],
  [0xf900, 0xfaff, 2],
  [0xfe30, 0xfe52, 2],
  [0xff01, 0xff60, 2],
  [0xffe0, 0xffe6, 2],
];

/** By code unit; 0 for those that are not looked up. */
let widths: Uint8Array | undefined;

function tableOfWidths(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [first, last, width] of RANGES) table.fill(width, first, last + 1);
  return table;
}

/** The columns of `text`; undefined when there is a character that is not looked up, because it joins with others. */
export function lookUpWidth(text: string): number | undefined {
  widths ??= tableOfWidths();
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const width = widths[text.charCodeAt(at)] as number;
    if (width === 0) return undefined;
    sum += width;
  }
  return sum;
}

/** The columns of `text`, in which characters that join with others (emoji, marks) are counted nearly, each by itself. */
export function textWidth(text: string): number {
  widths ??= tableOfWidths();
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += unitWidth(text.charCodeAt(at), widths);
  return sum;
}

function unitWidth(code: number, table: Uint8Array): number {
  const width = table[code] as number;
  if (width > 0) return width;
  if (code >= 0xd800 && code < 0xdc00) return 2;
  if (code >= 0xdc00 && code < 0xe000) return 0;
  if ((code >= 0x1100 && code < 0x1160) || (code >= 0xac00 && code < 0xd7a4) || code > 0xa48c)
    return JOINING.test(String.fromCharCode(code)) ? 0 : 2;
  return JOINING.test(String.fromCharCode(code)) ? 0 : 1;
}

/** Marks, and what shows nothing. */
const JOINING = /[\p{M}\p{Cf}\p{Cc}]/u;

/** The greatest of what is measured of some things; 0 when there are none. */
export function widest<Item>(items: readonly Item[], measure: (item: Item) => number): number {
  let most = 0;
  for (const item of items) most = Math.max(most, measure(item));
  return most;
}
