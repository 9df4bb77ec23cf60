import { digitOf } from '../text/characters.ts';
import { readChinese } from '../text/chinese-numerals.ts';
import { feed, isGrouped, MAX_DIGITS, newScan, restart, scannedValue } from '../text/numerals.ts';
import type { Paragraph } from './paragraphs.ts';
import { CHINESE, UNSURE } from './token-table.ts';

const LINE_FEED = 0x0a;
const COMMA = 0x2c;
const POINT = 0x2e;

/** The number that is being read. */
const scan = newScan();
export const numeral = { start: 0, end: 0, value: 0, decimals: 0, flags: 0 };

/** Reads digits with separators and decimals; false when no digit stands there. */
export function readDigits(text: string, { codes, offsets, length }: Paragraph, at: number): boolean {
  if (digitOf(codes[at] as number) < 0) return false;
  restart(scan);
  let torn = false;
  let to = at;
  for (; to < length; to++) {
    const code = codes[to] as number;
    if (to > at && isTorn(text, offsets[to - 1] as number, offsets[to] as number)) {
      if (digitOf(code) >= 0) torn = true;
      else if (code === COMMA || code === POINT) break;
    }
    if (!feed(scan, code, to + 1 < length ? digitOf(codes[to + 1] as number) : -1)) break;
  }
  numeral.start = at;
  numeral.end = to;
  numeral.value = scannedValue(scan);
  numeral.decimals = Math.max(scan.decimals, 0);
  numeral.flags = torn || !isGrouped(scan) || scan.digits > MAX_DIGITS ? UNSURE : 0;
  return true;
}

/** Whether blanks stand between two digits; the end of a line that a page broke is none. */
function isTorn(text: string, before: number, after: number): boolean {
  if (after === before + 1) return false;
  for (let at = before + 1; at < after; at++) if (text.charCodeAt(at) === LINE_FEED) return false;
  return true;
}

/** Reads a Chinese numeral; false when none stands there. */
export function readNumeral({ codes, length }: Paragraph, at: number): boolean {
  const found = readChinese(codes, at, length);
  if (!found) return false;
  numeral.start = at;
  numeral.end = found.end;
  numeral.value = found.value;
  numeral.decimals = 0;
  numeral.flags = found.unsure ? CHINESE | UNSURE : CHINESE;
  return true;
}
