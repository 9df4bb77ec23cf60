import { digitOf } from '../text/characters.ts';
import { CHINESE_DIGITS } from '../text/chinese-numerals.ts';

/** The words of a title, in simplified characters without blanks: `某机关2024年政府信息公开工作年度报告`. */

/** A year as it is written, from its first digit to behind 年, 年度 or a bracket. */
export interface WrittenYear {
  readonly start: number;
  readonly end: number;
  readonly year: number;
}

/** What a report tells of: where 政府信息公开 stands. */
export interface Subject {
  readonly start: number;
  readonly end: number;
}

/** What stands behind the subject: `工作年度报告`, perhaps with the year. */
export interface Ending {
  readonly end: number;
  readonly year: number | undefined;
}

const CORES = ['信息公开', '政务公开'];
const BEFORE_CORE = ['政府', '政务'];

/** The first subject at or behind `from`; 人民政府信息公开 leaves 人民政府 to the name before it. */
export function findSubject(characters: string, from: number): Subject | undefined {
  let first = -1;
  for (const core of CORES) {
    const at = characters.indexOf(core, from);
    if (at >= 0 && (first < 0 || at < first)) first = at;
  }
  if (first < 0) return undefined;
  const whole = BEFORE_CORE.some((word) => characters.startsWith(word, first - 2));
  const people = characters.startsWith('人民', first - 4);
  return { start: whole && !people && first - 2 >= from ? first - 2 : first, end: first + 4 };
}

/** What may stand between the subject and the last word. */
const BETWEEN = ['工作', '情况', '的', '年度', '总体', '执行', '开展', '落实', '实施', '制度'];
const LAST = ['报告书', '报告', '年报'];

/** The rest of a title behind its subject; undefined when it is none: 指南, 要点, 申请. */
export function readEnding(characters: string, from: number): Ending | undefined {
  let at = from;
  let year: number | undefined;
  for (;;) {
    const last = LAST.find((word) => characters.startsWith(word, at));
    if (last) {
      const end = at + last.length;
      const behind = year === undefined ? yearAt(characters, end) : undefined;
      return { end: behind?.end ?? end, year: year ?? behind?.year };
    }
    const word = BETWEEN.find((each) => characters.startsWith(each, at));
    const written = word === undefined && year === undefined ? yearAt(characters, at) : undefined;
    if (written) year = written.year;
    else if (word === undefined) return undefined;
    at = written?.end ?? at + (word as string).length;
  }
}

const OPENING = '（(〔[【';
const CLOSING = '）)〕]】';

/** The year that is written exactly at `from`: `2024年度`, `（2024年）`, `（2024）`; behind the last word also `2024`. */
function yearAt(characters: string, from: number): WrittenYear | undefined {
  const bracket = from < characters.length && OPENING.includes(characters[from] as string);
  const start = bracket ? from + 1 : from;
  const year = digitsAt(characters, start);
  if (year === undefined) return undefined;
  let end = start + 4;
  const named = characters[end] === '年';
  if (named) end += characters[end + 1] === '度' && characters[end + 2] !== '年' ? 2 : 1;
  if (!bracket) return named ? { start: from, end, year } : undefined;
  if (!named && !isLikely(year)) return undefined;
  return end < characters.length && CLOSING.includes(characters[end] as string)
    ? { start: from, end: end + 1, year }
    : undefined;
}

/** The last year in a text: `2024年`, `２０２４年度`, `二〇二四年`, also in brackets, and `（2024）` without 年. */
export function lastYear(characters: string): WrittenYear | undefined {
  for (let at = characters.length - 4; at >= 0; at--) {
    if (digitsAt(characters, at) === undefined) continue;
    const bracketed = at > 0 && OPENING.includes(characters[at - 1] as string) && yearAt(characters, at - 1);
    const year = bracketed || yearAt(characters, at);
    if (year) return year;
  }
  return undefined;
}

/** A text without its last year, if there is one: 砚泠市档案局2024年度 gives 砚泠市档案局. */
export function withoutYear(characters: string, year: WrittenYear | undefined): string {
  const rest = year ? characters.slice(0, year.start) + characters.slice(year.end) : characters;
  return rest.endsWith('的') ? rest.slice(0, -1) : rest;
}

/** Reports are made since 2008, when the 政府信息公开条例 came into force; any other year is a slip of the pen. */
export function isLikely(year: number): boolean {
  return year >= 2008 && year <= 2100;
}

/** A number of four digits at `at`, with no digit around it. */
function digitsAt(characters: string, at: number): number | undefined {
  if (at > 0 && yearDigit(characters, at - 1) >= 0 && digitOf(characters.charCodeAt(at - 1)) >= 0) return undefined;
  let year = 0;
  for (let place = at; place < at + 4; place++) {
    const digit = yearDigit(characters, place);
    if (digit < 0) return undefined;
    year = year * 10 + digit;
  }
  const longer = digitOf(characters.charCodeAt(at + 4)) >= 0;
  return year >= 1000 && !longer ? year : undefined;
}

const YEAR_DIGITS: ReadonlyMap<number, number> = new Map(
  [...`${CHINESE_DIGITS}○零ＯO`].map((sign, value) => [sign.charCodeAt(0), value < 10 ? value : 0]),
);

function yearDigit(characters: string, at: number): number {
  if (at >= characters.length) return -1;
  const code = characters.charCodeAt(at);
  const digit = digitOf(code);
  return digit >= 0 ? digit : (YEAR_DIGITS.get(code) ?? -1);
}
