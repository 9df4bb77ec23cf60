import type { YearStatement } from './claim.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Segment, Sentence } from './segments.ts';
import type { Token } from './tokens.ts';
import { hasWord, isWord, spanIn } from './words.ts';

/** Section 五 speaks of plans for the next year and of problems of the last one. */
const PROBLEMS = 5;

/** With such words a year is one to compare with, to plan for, or to count from. */
const ELSEWHERE = ['plan', 'since', 'compare', 'year-last', 'year-next', 'carried-out', 'carry', 'cumulative'] as const;

/**
 * The year that a sentence speaks of as the one reported on: it begins with it (`2024年，本机关…`, `2024年度未收取…`),
 * names no other, compares with none, plans nothing and gives no date within it; or it names the first and the last day of
 * that year.
 */
export function yearStatement(
  paragraph: Paragraph,
  sentence: Sentence,
  reported: number | undefined,
): YearStatement | undefined {
  if (paragraph.section === PROBLEMS || !sentence.some(namesYear)) return undefined;
  const tokens = sentence.flatMap(({ words, number, after }) => [...words, ...(number ? [number] : []), ...after]);
  const years = tokens.filter((token) => token.kind === 'year');
  const [first] = years;
  if (!first || new Set(years.map(({ year }) => year)).size > 1) return undefined;
  const statement = { span: spanIn(paragraph, first.start, first.start + 4), year: first.year };
  const dates = tokens.filter((token) => token.kind === 'date');
  if (dates.length > 0) return isWholeYear(dates) ? statement : undefined;
  if (hasWord(tokens, ...ELSEWHERE)) return undefined;
  const at = tokens.indexOf(first);
  const leads = tokens
    .slice(0, at)
    .every((token) => isWord(token, 'filler', 'preposition', 'self', 'information', 'request'));
  if (!leads || !speaksOfWork(sentence, tokens, at)) return undefined;
  return first.year === reported || opens(paragraph, first) || hasWord(tokens, ...WORK) ? statement : undefined;
}

const namesYear = ({ words }: Segment) => words.some(({ kind }) => kind === 'year');

/** What a report says of its year; 2023年，本局迁入新址 may well be told of another. */
const WORK = ['receive', 'accept', 'settle', 'answer', 'request', 'review', 'made', 'publish', 'fees-topic'] as const;

/** The first words of 总体情况 and of the preamble speak of the year of the report. */
function opens({ section }: Paragraph, { start }: Token): boolean {
  return section <= 1 && start === 0;
}

/** 1月1日 to 12月31日. */
function isWholeYear(dates: readonly (Token & { kind: 'date' })[]): boolean {
  const is = (value: number, unit: 'month' | 'day') => dates.some((date) => date.value === value && date.unit === unit);
  return is(1, 'month') && is(1, 'day') && is(12, 'month') && is(31, 'day');
}

/** A comma, a subject or what was done must follow; `2023年政务公开工作要点` names a document. */
function speaksOfWork(sentence: Sentence, tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const clause = sentence[0];
  const alone = clause?.number === undefined && clause?.words.at(-1) === tokens[at];
  if (alone) return clause?.mark === '，' || clause?.mark === ',';
  return (
    isWord(next, 'self', 'negation', 'receive', 'accept', 'settle', 'answer', 'request', 'made', 'filler') &&
    sentence.some(({ number, words }) => number !== undefined || hasWord(words, 'negation'))
  );
}
