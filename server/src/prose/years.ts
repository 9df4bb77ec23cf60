import type { YearStatement } from './claim.ts';
import type { ParagraphContext } from './contexts.ts';
import type { Segment, Sentence } from './segments.ts';
import { spanIn } from './spans.ts';
import { DATE, DAY, findFeature, hasFeature, MARK, type Tokens, YEAR } from './token-table.ts';
import { BEFORE_YEAR, BEHIND_YEAR, contextBits, OTHER_YEAR, OWN_WORK } from './word-kinds.ts';

/** Section 五 speaks of plans for the next year and of problems of the last one. */
const PROBLEMS = 5;

const YEARS = contextBits('year');
const NEGATION = contextBits('negation');
const COMMAS: readonly number[] = [0xff0c, 0x2c];

/**
 * The year that a sentence speaks of as the one reported on: it begins with it (`2024年，本机关…`, `2024年度未收取…`),
 * names no other, compares with none, plans nothing and gives no date within it; or it names the first and the last day of
 * that year.
 */
export function yearStatement(
  { tokens, paragraph, report }: ParagraphContext,
  sentence: Sentence,
): YearStatement | undefined {
  if (paragraph.section === PROBLEMS || !namesYear(sentence)) return undefined;
  const from = (sentence.segments[0] as Segment).from;
  const to = endOf(sentence);
  const at = onlyYear(tokens, from, to);
  if (at < 0) return undefined;
  const start = tokens.starts[at] as number;
  const year = tokens.data[at] as number;
  const statement = { span: spanIn(paragraph, start, start + 4), year };
  if (hasDate(tokens, from, to)) return isWholeYear(tokens, from, to) ? statement : undefined;
  if (findFeature(tokens, from, to, OTHER_YEAR) >= 0) return undefined;
  if (!leads(tokens, from, at) || !speaksOfWork(tokens, sentence, at, to)) return undefined;
  const opens = paragraph.section <= 1 && start === 0;
  // What a report says of its year; 2023年，本局迁入新址 may well be told of another.
  return year === report.year || opens || findFeature(tokens, from, to, OWN_WORK) >= 0 ? statement : undefined;
}

function namesYear({ segments, count }: Sentence): boolean {
  for (let index = 0; index < count; index++) if ((segments[index] as Segment).context & YEARS) return true;
  return false;
}

function endOf({ segments, count }: Sentence): number {
  const { to, number, afterTo } = segments[count - 1] as Segment;
  return Math.max(to, number + 1, afterTo);
}

/** The first year of a run that names one year only; -1 otherwise. */
function onlyYear({ kinds, data }: Tokens, from: number, to: number): number {
  let first = -1;
  for (let at = from; at < to; at++) {
    if (kinds[at] !== YEAR) continue;
    if (first < 0) first = at;
    else if (data[at] !== data[first]) return -1;
  }
  return first;
}

function hasDate({ kinds }: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (kinds[at] === DATE) return true;
  return false;
}

/** 1月1日 to 12月31日. */
function isWholeYear({ kinds, data, flags }: Tokens, from: number, to: number): boolean {
  const is = (value: number, flag: number) => {
    for (let at = from; at < to; at++) if (kinds[at] === DATE && data[at] === value && flags[at] === flag) return true;
    return false;
  };
  return is(1, 0) && is(1, DAY) && is(12, 0) && is(31, DAY);
}

const LISTING = 0x3001;

/** What ends a clause is no word. */
function isEnd({ kinds, data }: Tokens, at: number): boolean {
  return kinds[at] === MARK && data[at] !== LISTING;
}

function leads(tokens: Tokens, from: number, at: number): boolean {
  for (let index = from; index < at; index++) {
    if (!isEnd(tokens, index) && !hasFeature(tokens, index, BEFORE_YEAR)) return false;
  }
  return true;
}

/** A comma, a subject or what was done must follow; `2023年政务公开工作要点` names a document. */
function speaksOfWork(tokens: Tokens, sentence: Sentence, at: number, to: number): boolean {
  const clause = sentence.segments[0] as Segment;
  if (clause.number < 0 && clause.to === at + 1) return COMMAS.includes(clause.mark);
  let next = at + 1;
  while (next < to && isEnd(tokens, next)) next++;
  if (next >= to || !hasFeature(tokens, next, BEHIND_YEAR)) return false;
  for (let index = 0; index < sentence.count; index++) {
    const { number, context } = sentence.segments[index] as Segment;
    if (number >= 0 || context & NEGATION) return true;
  }
  return false;
}
