import type { Analysis } from '../../checks/analysis.ts';
import { PLACEHOLDER } from '../../checks/rules/template-residue.ts';
import type { Edit } from '../../edits/edit.ts';
import { writeYear } from '../../edits/prose.ts';
import { codesOf, digitOf, halfWidth, skipSpaces } from '../../text/characters.ts';
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
  const inWords = prose.comparisons.filter(({ claim }) => claim.writing === 'chinese').map(({ claim }) => claim.span);
  eachNumber(text, (start, end) => {
    const written = text.slice(start, end);
    const value = yearOf(written);
    if (value !== undefined && Math.abs(value - year) <= 1 && isYear(text, start, end)) {
      edits.push({ span: { start, end }, newText: writeYear(written, value + 1) });
    } else if (digitOf(text.charCodeAt(start)) >= 0 && counts(text, start, end) && !isInside(except, start)) {
      edits.push({ span: { start, end }, newText: PLACEHOLDER });
    }
  });
  const words = inWords.filter(({ start }) => !isInside(except, start));
  const all = [...edits, ...words.map((span) => ({ span, newText: PLACEHOLDER }))];
  return all.filter(
    ({ span }) => !isInside(except, span.start) || yearOf(text.slice(span.start, span.end)) !== undefined,
  );
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

const CHINESE = codesOf('〇○零一二三四五六七八九');
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
  const digits = [...written].map((sign) => {
    const digit = digitOf(sign.charCodeAt(0));
    return digit >= 0 ? digit : '零一二三四五六七八九'.indexOf('〇○'.includes(sign) ? '零' : sign);
  });
  const year = written.length >= 4 ? Number(digits.slice(0, 4).join('')) : Number.NaN;
  const isWhole = written.length === 4 && digits.every((digit) => digit >= 0);
  return isWhole && year >= 1900 && year < 2200 ? year : undefined;
}

const AFTER_YEAR = codesOf('年-－.．/~～—至');

/** `2024年`, `2024-2025年`, `2024.1.5`; not 〔2024〕3号, nor (2024年修订). */
function isYear(text: string, start: number, end: number): boolean {
  const next = skipSpaces(text, end, text.length);
  if (!AFTER_YEAR.has(text.charCodeAt(next))) return false;
  return !/^年(?:第?\d+号|修[订正改])/.test(text.slice(next, next + 8));
}

const UNITS = codesOf('件条次个篇期场人份宗起例项家名位部类批则处余多万亿元%％‰');

/** `96条`, `12.5 万元`, `15%`; not 3个工作日, 第3次, 〔2020〕109号, nor a day. */
function counts(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '';
  if ('第〔[（(－-—.'.includes(before) && !'（('.includes(before)) return false;
  const next = skipSpaces(text, end, text.length);
  if (next - end > 1 || !UNITS.has(text.charCodeAt(next))) return false;
  const word = text.slice(next, next + 4);
  return (
    !/^(?:个工作日|个月|日|部分|个方面|位一体|项制度|类事项|个部分)/.test(word) &&
    halfWidth(before.charCodeAt(0)) !== 0x25
  );
}

function isInside(spans: readonly Span[], at: number): boolean {
  return spans.some(({ start, end }) => start <= at && at < end);
}
