import type { Span } from '../text/span.ts';
import { doubtAnswers, doubtParts, doubtSettled } from './answers.ts';
import type { Quantity } from './claim.ts';
import { newSentence, type ParagraphContext, type SentenceContext } from './contexts.ts';
import { noteItems, readSegment } from './counts.ts';
import { readDenial } from './denials.ts';
import { distribute } from './distribute.ts';
import { doubtBit } from './doubts.ts';
import { closeLists, openList } from './lists.ts';
import { readQualifiers, readTopicClause } from './qualifiers.ts';
import { VERBS } from './quantities.ts';
import { eachSentence, type Segment, type Sentence } from './segments.ts';
import { settledIn } from './settled.ts';
import { spanIn } from './spans.ts';
import { contentOf, contextOf, DATE, DAY, findContext, PERCENT, type Tokens } from './token-table.ts';
import { hasNamed } from './vocabulary.ts';
import { readAllOf, readCarriedOn } from './whole.ts';
import { contentBits, contextBits } from './word-kinds.ts';
import { yearStatement } from './years.ts';

const AMONG = contextBits('among');
const LISTS_ONLY = contextBits('among', 'filler');
const NEGATION = contextBits('negation');
/** With these a sentence says something without a number. */
const TELLING = contextBits('negation', 'all', 'each', 'year');
const REQUEST = contentBits('request');
const NOUNS = contentBits('request', 'plain-request');
const SEMICOLON = 0x3b;
const EXCEPT = contextBits('except');
/** What is counted by these verbs need not be all. */
const NOT_ALL: ReadonlySet<Quantity> = new Set([VERBS.settle, VERBS.answer, VERBS['carried-out'], VERBS['carried-in']]);

/** Reads all sentences of a paragraph, each in a context of its own. */
export function readParagraph(paragraph: ParagraphContext): void {
  const { tokens, report } = paragraph;
  // Where the year reported on is named too, another one is there for comparison.
  const reported = namesYear(tokens, report.year);
  let before: SentenceContext | undefined;
  const settled = report.found.settled.length;
  const claims = report.found.claims.length;
  eachSentence(tokens, (sentence) => {
    const goesOn = ((sentence.segments[0] as Segment).context & AMONG) !== 0;
    if (!goesOn) before = undefined;
    if (!isTelling(sentence)) {
      if (namesRequest(sentence)) paragraph.topic = 'request';
      return;
    }
    const statement = yearStatement(paragraph, sentence);
    if (statement && (statement.year === report.year || !reported)) report.found.years.push(statement);
    before = newSentence(paragraph, before, isPartOfYear(tokens, sentence));
    readSentence(before, sentence);
    doubtAnswers(before);
    doubtParts(before);
    doubtSettled(before);
  });
  // 已办结98件，均已答复。另有6件结转下年度: all of the 98, and not all.
  const carriedOn = report.found.claims
    .slice(claims)
    .some(({ quantity, value }) => value > 0 && quantity === VERBS['carried-out']);
  if (carriedOn) report.found.settled.length = settled;
}

function readSentence(context: SentenceContext, sentence: Sentence): void {
  distribute(context.paragraph.tokens, sentence);
  for (let index = 0; index < sentence.count; index++) {
    const segment = sentence.segments[index] as Segment;
    if (segment.number >= 0) readSegment(context, segment);
    else if (segment.to > segment.from) readClause(context, segment);
    if (segment.context & EXCEPT) context.excepts = true;
    readSettled(context, segment);
    if (segment.mark === SEMICOLON) closeLists(context, -1);
  }
  closeLists(context, -1);
}

const YEAR_THIS = contextBits('year-this');
const YEARS = contextBits('year');

function namesYear(tokens: Tokens, year: number | undefined): boolean {
  if (tokens.context & YEAR_THIS) return true;
  if ((tokens.context & YEARS) === 0) return false;
  for (let at = 0; at < tokens.count; at++) {
    at = findContext(tokens, at, tokens.count, YEARS);
    if (at < 0) return false;
    if (tokens.data[at] === year) return true;
  }
  return false;
}

/** Most sentences count nothing, deny nothing and name no year. */
function isTelling({ segments, count }: Sentence): boolean {
  for (let index = 0; index < count; index++) {
    const { number, context } = segments[index] as Segment;
    if (number >= 0 || context & TELLING) return true;
  }
  return false;
}

function namesRequest({ segments, count }: Sentence): boolean {
  for (let index = 0; index < count; index++) if ((segments[index] as Segment).content & REQUEST) return true;
  return false;
}

/** A date in a sentence makes its numbers those of a part of the year, unless it is the last day of the year. */
function isPartOfYear({ kinds, data, flags }: Tokens, { segments, count }: Sentence): boolean {
  const first = segments[0] as Segment;
  const last = segments[count - 1] as Segment;
  const end = Math.max(last.to, last.afterTo);
  let dated = false;
  let month = false;
  let day = false;
  for (let at = first.from; at < end; at++) {
    if (kinds[at] !== DATE) continue;
    dated = true;
    month ||= flags[at] !== DAY && data[at] === 12;
    day ||= flags[at] === DAY && data[at] === 31;
  }
  return dated && !(month && day);
}

/** A clause without a number: it may deny something, or only say whom the next one is about. */
function readClause(sentence: SentenceContext, segment: Segment): void {
  closeLists(sentence, segment.depth);
  const { paragraph } = sentence;
  const { tokens } = paragraph;
  const { from, to, content, context, depth } = segment;
  if ((context & NEGATION) === 0) {
    noteItems(sentence, content, context);
    if (readAllOf(sentence, segment) || readCarriedOn(sentence, segment)) return;
    if (context & AMONG && content === 0 && (context & ~LISTS_ONLY) === 0) openList(sentence, depth, undefined);
    else readTopicClause(sentence, segment);
    return;
  }
  const at = findContext(tokens, from, to, NEGATION);
  const front = { ...segment, to: at, content: contentOf(tokens, from, at), context: contextOf(tokens, from, at) };
  const { unknown, compares, scope, doubts } = readQualifiers(sentence, front);
  if (!unknown && !compares) {
    if (scope) paragraph.scope = scope;
    readDenial(sentence, segment, doubts | scopeDoubt(sentence));
  }
  if (content & REQUEST) paragraph.topic = 'request';
}

/** As a bit; 0 where the sentence is about this organ. */
function scopeDoubt(sentence: SentenceContext): number {
  const scope = sentence.scope ?? sentence.paragraph.scope;
  return scope === 'own' ? 0 : doubtBit(scope);
}

/** 均已答复 is about requests where the count before it, or the clause itself, is. */
function readSettled(sentence: SentenceContext, segment: Segment): void {
  const { paragraph, counts, period } = sentence;
  if (paragraph.topic !== 'request') return;
  const { number, from, to, afterFrom, afterTo } = segment;
  const span =
    number < 0
      ? settledIn(paragraph, from, to)
      : (fullRate(sentence, segment) ?? settledIn(paragraph, afterFrom, afterTo));
  if (!span) return;
  const last = counts.at(-1);
  const about = last ? last.role !== undefined : (segment.content & NOUNS) !== 0;
  if (
    !about ||
    isOfPart(sentence, number >= 0) ||
    sentence.excepts ||
    sentence.settled ||
    scopeDoubt(sentence) !== 0 ||
    paragraph.time === 'other' ||
    period
  )
    return;
  // 均已答复，答复率100% says it once.
  sentence.settled = true;
  paragraph.report.found.settled.push({ span });
}

const SHARE = contextBits('share');
const UNKNOWN = contextBits('text');

/** `答复率100%` */
function fullRate(sentence: SentenceContext, { from, to, number, context }: Segment): Span | undefined {
  const { tokens, paragraph } = sentence.paragraph;
  if (tokens.kinds[number] !== PERCENT || (context & SHARE) === 0 || context & UNKNOWN) return undefined;
  if (tokens.values[number] !== 100 || !hasNamed(tokens, from, to, '答复率')) return undefined;
  return spanIn(paragraph, tokens.starts[number] as number, tokens.ends[number] as number);
}

/**
 * `办结16件，均已按时答复` speaks of those sixteen, `上年结转3件均已办结` of those three; `新收14件，上年结转3件，均已答复` of all.
 *
 * @param attached whether the words stand right behind the number
 */
function isOfPart({ counts }: SentenceContext, attached: boolean): boolean {
  const last = counts.at(-1);
  if (!last?.claim || last.value === 0 || !NOT_ALL.has(last.claim.quantity)) return false;
  const isWhole = last.claim.quantity === VERBS['carried-in'] && !attached;
  return !isWhole || !counts.some(({ claim }) => claim?.quantity === VERBS.receive);
}
