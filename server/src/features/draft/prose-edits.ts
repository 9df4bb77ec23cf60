import type { Analysis } from '../../checks/analysis.ts';
import { PLACEHOLDER } from '../../checks/rules/template-residue.ts';
import type { Edit } from '../../edits/edit.ts';
import { writeYear } from '../../edits/prose.ts';
import { COUNTED_SIGNS } from '../../prose/units.ts';
import { codesOf, digitOf, isSpace, skipSpaces } from '../../text/characters.ts';
import { CHINESE_DIGITS, chineseDigit } from '../../text/chinese-numerals.ts';
import type { Span } from '../../text/span.ts';
import { newTag, readTag } from '../../text/tags.ts';

/**
 * What changes in the words of a report when it becomes the draft of the next: the years around the one reported on are one
 * up, and whatever counts something is a placeholder. Names of laws, numbers of documents and days of the calendar stay.
 *
 * @param except what is not prose: tables, headings
 */
export function proseEdits({ report, prose }: Analysis, year: number, except: readonly Span[]): Edit[] {
  const { text } = report;
  const edits: Edit[] = [];
  // What claims something is counted wherever its measure word stands: in the next line, or in words.
  const claimed = new Map(
    prose.comparisons.flatMap(({ claim }) => (claim.writing === 'words' ? [] : [[claim.span.start, claim.span]])),
  );
  // A year may stand without 年: 2024共收到.
  const stated = new Set(prose.years.map(({ span }) => span.start));
  eachNumber(text, (start, end) => {
    const written = text.slice(start, end);
    const value = yearOf(written);
    if (value !== undefined && Math.abs(value - year) <= 1 && (stated.has(start) || isYear(text, end))) {
      edits.push({ span: { start, end }, newText: writeYear(written, value + 1) });
    } else if (digitOf(text.charCodeAt(start)) >= 0 && counts(text, start, end)) claimed.set(start, { start, end });
  });
  const counted = [...claimed.values()].filter(({ start }) => !isInside(except, start));
  return [...edits, ...counted.map((span) => ({ span, newText: PLACEHOLDER }))];
}

/** Calls `visit` with each run of digits, or of Chinese digits as years are written; what stands in tags is none. */
function eachNumber(text: string, visit: (start: number, end: number) => void): void {
  const tag = newTag();
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3c && readTag(text, at, text.length, tag)) {
      at = tag.end - 1;
      continue;
    }
    const digits = digitOf(code) >= 0;
    if (!digits && !CHINESE.has(code)) continue;
    let end = at + 1;
    while (end < text.length && (digits ? isNumberPart(text, end) : CHINESE.has(text.charCodeAt(end)))) end++;
    visit(at, end);
    at = end - 1;
  }
}

const CHINESE = codesOf(`${CHINESE_DIGITS}○零`);
const SEPARATORS = codesOf(',.，．');

function isNumberPart(text: string, at: number): boolean {
  if (digitOf(text.charCodeAt(at)) >= 0) return true;
  return (
    SEPARATORS.has(text.charCodeAt(at)) &&
    digitOf(text.charCodeAt(at + 1)) >= 0 &&
    digitOf(text.charCodeAt(at - 1)) >= 0
  );
}

function yearOf(written: string): number | undefined {
  if (written.length !== 4) return undefined;
  let year = 0;
  for (let at = 0; at < 4; at++) {
    const code = written.charCodeAt(at);
    const digit = Math.max(digitOf(code), chineseDigit(code));
    if (digit < 0) return undefined;
    year = year * 10 + digit;
  }
  return year >= 1900 && year < 2200 ? year : undefined;
}

const AFTER_YEAR = codesOf('年-－.．/~～—至');

/** `2024年`, `2024-2025年`, `2024.1.5`; not 〔2024〕3号, nor (2024年修订). */
function isYear(text: string, end: number): boolean {
  let next = end;
  // 年 may stand in the next line.
  while (
    next < text.length &&
    next - end < 4 &&
    (isSpace(text.charCodeAt(next)) || '\r\n'.includes(text[next] as string))
  )
    next++;
  if (!AFTER_YEAR.has(text.charCodeAt(next))) return false;
  return !/^年(?:第?\d+号|修[订正改])/.test(text.slice(next, next + 8));
}

const UNITS = codesOf(COUNTED_SIGNS);

/** `96条`, `12.5 万元`, `15%`; not 3个工作日, 第3次, 〔2020〕109号, nor a day. */
function counts(text: string, start: number, end: number): boolean {
  if ('第〔['.includes(text[start - 1] ?? ' ')) return false;
  const next = skipSpaces(text, end, text.length);
  if (next - end > 1 || !UNITS.has(text.charCodeAt(next))) return false;
  return !/^(?:个工作日|个月|部分|个方面|位一体|个部分)/.test(text.slice(next, next + 4));
}

function isInside(spans: readonly Span[], at: number): boolean {
  return spans.some(({ start, end }) => start <= at && at < end);
}
