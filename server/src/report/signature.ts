import { codesOf, digitOf, isBlank } from '../text/characters.ts';
import { CHINESE_DIGITS } from '../text/chinese-numerals.ts';
import type { Lines } from '../text/lines.ts';
import { endsAsOrgan, mayBeName } from './organ-name.ts';
import { yearOfDate } from './reporting-year.ts';
import { readVisible } from './visible.ts';

/** How many lines at the end may hold the signature, and how long such a line is. */
const LAST_LINES = 8;
const SHORT = 60;

/** The organ and the date below the last section: `砚泠市档案局` over `2025年1月20日`. */
export function findSignature(
  text: string,
  lines: Lines,
  before: number,
): { agency: string; year: number } | undefined {
  let year: number | undefined;
  for (let at = before - 1, seen = 0; at >= 0 && seen < LAST_LINES; at--) {
    const { start, end } = lines.span(at);
    if (end - start > SHORT * 4) return undefined;
    if (isBlank(text, { start, end })) continue;
    seen++;
    if (year !== undefined) {
      const { characters, written } = readVisible(text, start, end);
      const agency = mayBeName(characters) && endsAsOrgan(characters) ? written : '';
      return { agency, year };
    }
    if (!mayBeDate(text, start, end)) continue;
    const { characters, written } = readVisible(text, start, end);
    const date = dateAtEnd(characters);
    if (date === undefined) continue;
    year = yearOfDate(characters.slice(date));
    const before = written.slice(0, date);
    if (year !== undefined && mayBeName(characters.slice(0, date)) && endsAsOrgan(characters.slice(0, date))) {
      return { agency: before, year };
    }
    if (date > 0) year = undefined;
  }
  return undefined;
}

/** A line with 年 and 日 in it. */
function mayBeDate(text: string, start: number, end: number): boolean {
  let years = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5e74) years++;
    if (code === 0x65e5 && years === 1) return true;
  }
  return false;
}

const DATE_CODES = codesOf(`${CHINESE_DIGITS}○零十年月日`);

function isOfDate(code: number): boolean {
  return digitOf(code) >= 0 || DATE_CODES.has(code);
}

/** Where the date begins that a line ends with. */
function dateAtEnd(characters: string): number | undefined {
  if (!characters.endsWith('日')) return undefined;
  let at = characters.length;
  while (at > 0 && isOfDate(characters.charCodeAt(at - 1))) at--;
  return characters.length - at >= 8 ? at : undefined;
}
