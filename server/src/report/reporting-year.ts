import { digitOf, isSpace } from '../text/characters.ts';
import { readChinese } from '../text/chinese-numerals.ts';
import type { Span } from '../text/span.ts';
import { simplified } from '../text/traditional.ts';
import type { YearSource } from './report.ts';
import { isLikely, lastYear } from './title-grammar.ts';

/** How much each source counts when they disagree; a title is as often copied from last year as it is right. */
const WEIGHTS: Readonly<Record<YearSource['kind'], number>> = {
  title: 4,
  introduction: 3,
  period: 3,
  signature: 2,
  file: 2,
  prose: 1,
  published: 1,
};

/** The year that the sources speak for; of two with equal weight the one named first. */
export function weigh(sources: readonly YearSource[]): number | undefined {
  let best: number | undefined;
  let most = 0;
  const weights = new Map<number, number>();
  for (const { kind, year } of sources) {
    if (!isLikely(year)) continue;
    const weight = (weights.get(year) ?? 0) + WEIGHTS[kind];
    weights.set(year, weight);
  }
  for (const [year, weight] of weights) {
    if (weight > most) [best, most] = [year, weight];
  }
  return best;
}

/** How far the year may stand before `月1日` of `自2024年1月1日起`. */
const DATE = 12;

/**
 * The period that the numbers count: `统计期限为2024年1月1日至2024年12月31日`, also with lost characters (`自202511日起至20251231日止`).
 */
export function findPeriod(text: string, start: number, end: number): YearSource | undefined {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    // 日 or 号 behind a 1.
    if (code !== 0x65e5 && code !== 0x53f7) continue;
    const from = Math.max(start, at - DATE);
    const period = readFirstDay(text, from, at);
    if (period && saysLastDay(text, at + 1, Math.min(end, at + 2 * DATE), period.year)) return period;
  }
  return undefined;
}

/** The year of `2024年1月1日`, of which 年 and 月 may be lost, before the 日 at `end`. */
function readFirstDay(text: string, start: number, end: number): YearSource | undefined {
  let digits = '';
  for (let at = end - 1; at >= start; at--) {
    const code = text.charCodeAt(at);
    const digit = digitOf(code);
    if (digit >= 0) digits = digit + digits;
    else if (!isSpace(code) && !isDateMark(code)) break;
    const match = digits.length >= 6 ? FIRST_DAYS.find((day) => digits === digits.slice(0, 4) + day) : undefined;
    const more = digitOf(text.charCodeAt(at - 1)) >= 0;
    if (match && !more) return { kind: 'period', year: Number(digits.slice(0, 4)), span: { start: at, end: at + 4 } };
  }
  return undefined;
}

const FIRST_DAYS = ['11', '0101', '101', '011'];
const LAST_DAY = '1231';

/** 12月31日 of the same year, which may be left out. */
function saysLastDay(text: string, start: number, end: number, year: number): boolean {
  let digits = '';
  for (let at = start; at < end; at++) {
    const digit = digitOf(text.charCodeAt(at));
    if (digit >= 0) digits += digit;
  }
  return digits.startsWith(LAST_DAY) || digits.startsWith(year + LAST_DAY);
}

/** 年 and 月, `.`, `-` or `/` between the numbers of a date. */
function isDateMark(code: number): boolean {
  return code === 0x5e74 || code === 0x6708 || code === 0x2e || code === 0x2d || code === 0x2f;
}

/** The month up to which a report is on the year before: deadlines are the end of January and of March. */
const LAST_MONTH = 8;

/** The year of a report that was signed or published on the date in a line: `2025年1月20日` → 2024. */
export function yearOfDate(written: string): number | undefined {
  const characters = simplify(written);
  const numbers = numbersIn(characters);
  const [year = 0, month = 0] = numbers.length >= 2 ? numbers : chineseDate(characters);
  if (!isLikely(year) || month < 1 || month > 12) return undefined;
  return month <= LAST_MONTH ? year - 1 : year;
}

function simplify(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    if (!isSpace(text.charCodeAt(at))) folded += String.fromCharCode(simplified(text.charCodeAt(at)));
  }
  return folded;
}

function numbersIn(characters: string): number[] {
  const numbers: number[] = [];
  let digits = '';
  for (let at = 0; at <= characters.length; at++) {
    const digit = at < characters.length ? digitOf(characters.charCodeAt(at)) : -1;
    if (digit >= 0) digits += digit;
    else if (digits !== '') {
      numbers.push(Number(digits));
      digits = '';
    }
  }
  return numbers;
}

/** 十二月 */
const LONGEST_MONTH = 3;
const MONTH = '月'.charCodeAt(0);

/** `二〇二五年一月二十日` */
function chineseDate(characters: string): readonly number[] {
  const year = lastYear(characters);
  if (!year) return [];
  const codes = Array.from({ length: LONGEST_MONTH }, (_, at) => characters.charCodeAt(year.end + at));
  const month = readChinese(codes, 0, codes.length);
  return [year.year, month && codes[month.end] === MONTH ? month.value : 0];
}

/**
 * The year that the prose speaks of most often at the beginning of a clause: `2024年，本机关…`. Only for a report that names its
 * year nowhere else; the first year and not one that another follows as often.
 */
export function yearInProse(text: string, { start, end }: Span): YearSource | undefined {
  const times = new Map<number, number>();
  let span: Span | undefined;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== 0x5e74 || !beginsClause(text, start, at)) continue;
    const year = Number(text.slice(at - 4, at));
    if (!isLikely(year)) continue;
    times.set(year, (times.get(year) ?? 0) + 1);
    span ??= { start: at - 4, end: at };
  }
  const [first, second] = [...times].sort((a, b) => b[1] - a[1]);
  if (!first || !span || (second && second[1] === first[1])) return undefined;
  return { kind: 'prose', year: first[0] };
}

/** Whether four digits before the 年 at `at` begin a line or a clause. */
function beginsClause(text: string, start: number, at: number): boolean {
  let before = at - 4;
  if (before < start) return false;
  for (let digit = before; digit < at; digit++) if (digitOf(text.charCodeAt(digit)) < 0) return false;
  while (before > start && isSpace(text.charCodeAt(before - 1))) before--;
  return before === start || '。；：，、;:,)）\n\r>'.includes(text[before - 1] as string);
}
