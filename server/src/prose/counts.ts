import type { Quantity } from './claim.ts';
import type { SentenceContext } from './contexts.ts';
import { doubtBit, doubtsOf } from './doubts.ts';
import {
  closeLists,
  type DraftClaim,
  isCarriedIn,
  isPart,
  newGrowth,
  openList,
  type TableCount,
  widenTotals,
} from './lists.ts';
import { fits, type Meaning, meaningOf, type Question } from './patterns.ts';
import { isApproximate, type Qualifiers, readQualifiers, spanOf, TEXT_KIND } from './qualifiers.ts';
import { anyOrAll, BOTH, either } from './quantities.ts';
import { readChange, readPercent } from './ratios.ts';
import type { Segment } from './segments.ts';
import {
  CHINESE,
  contentOf,
  contextOf,
  findContext,
  findFeature,
  hasFeature,
  MARK,
  PERCENT,
  type Tokens,
} from './token-table.ts';
import { theUnits } from './units.ts';
import { wordAt } from './vocabulary.ts';
import { CONTENT, contentBits, contextBits, type Word } from './word-kinds.ts';

const OPENS_LIST = contextBits('among', 'include');
const CHANGES = contextBits('more', 'fewer');
const JOIN = contextBits('join');
const WHOLLY = contextBits('all', 'each');
const NO_CLAIM = contextBits('negation', 'plan');
const SHARED = contextBits('respectively', 'each');
const REQUEST = contentBits('request');

const APPROXIMATE_DOUBT = doubtBit('approximate');
const WORDING_DOUBT = doubtBit('wording');
const YEAR_DOUBT = doubtBit('year');

/** Reads a segment that ends with a number: a count, a share or a change. */
export function readSegment(sentence: SentenceContext, segment: Segment): void {
  const { number, depth } = segment;
  closeLists(sentence, depth);
  const qualifiers = readQualifiers(sentence, segment);
  const { tokens } = sentence.paragraph;
  if (tokens.kinds[number] === PERCENT) readPercent(sentence, segment, qualifiers);
  else if (qualifiers.context & CHANGES) readChange(sentence, number, qualifiers);
  else readCount(sentence, segment, qualifiers);
}

function readCount(sentence: SentenceContext, segment: Segment, qualifiers: Qualifiers): void {
  const { paragraph, lists } = sentence;
  const { number, depth } = segment;
  if (qualifiers.context & OPENS_LIST) openList(sentence, depth, qualifiers.scope);
  const meaning = understand(sentence, segment, qualifiers);
  const list = lists.at(-1);
  const listed = list !== undefined && isPart(meaning, list, depth);
  if (list && !listed) {
    // 其中区政府办17件，办结16件: the rest of the sentence may be about that office still.
    if (list.depth === 0 && list.scope) sentence.scope = list.scope;
    closeLists(sentence, list.depth - 1);
  }
  if (qualifiers.scope && !listed && depth === 0) paragraph.scope = qualifiers.scope;
  const { tokens } = paragraph;
  const unit = tokens.units[number] as number;
  const claim = meaning && makeClaim(sentence, number, qualifiers, meaning);
  const count: TableCount = {
    span: spanOf(paragraph, number),
    value: tokens.values[number] as number,
    unit: theUnits().names[unit] as string,
    exact: !isApproximate(paragraph, number, qualifiers),
    claim,
    role: meaning?.role,
    depth,
    rest: isRest(sentence, qualifiers),
  };
  if (claim) paragraph.report.found.claims.push(claim);
  if (listed) list.parts.push(count);
  remember(sentence, count, meaning, qualifiers, listed);
}

const REST = 0x5176;
const OTHERS = [0x4ed6, 0x5b83];

/** 其他 or 其它 begins the words. */
function isRest({ paragraph: { tokens, paragraph } }: SentenceContext, { from, to }: Qualifiers): boolean {
  let at = from;
  while (at < to && tokens.kinds[at] === MARK) at++;
  if (at === to) return false;
  const start = tokens.starts[at] as number;
  return paragraph.codes[start] === REST && OTHERS.includes(paragraph.codes[start + 1] as number);
}

/** What the words around a number count; nothing when some of them are unknown or its measure word is another. */
function understand(sentence: SentenceContext, segment: Segment, qualifiers: Qualifiers): Meaning | undefined {
  const { paragraph } = sentence;
  const { tokens } = paragraph;
  const { number, afterFrom, afterContext } = segment;
  const afterTo = beforeSettled(tokens, segment);
  const content = qualifiers.content | contentOf(tokens, afterFrom, afterTo);
  if (content === 0) return undefined;
  const unknown = qualifiers.unknown || (afterContext & TEXT_KIND) !== 0 || countsAnother(tokens, segment, afterTo);
  if (unknown) return undefined;
  const question = ask(sentence, segment, qualifiers, afterTo, content);
  const meaning = meaningOf(question);
  if (content & REQUEST) paragraph.topic = 'request';
  if (qualifiers.context & NO_CLAIM || qualifiers.compares || !meaning) return undefined;
  const unit = theUnits().features[tokens.units[number] as number] as number;
  return fits(meaning.role, unit, question) ? meaning : undefined;
}

/** `收到申请18件均已答复`: how they were settled says nothing about what was counted. */
function beforeSettled(tokens: Tokens, { afterFrom, afterTo, afterContext }: Segment): number {
  return (afterContext & WHOLLY) === 0 ? afterTo : findContext(tokens, afterFrom, afterTo, WHOLLY);
}

/** `复议2件和诉讼`: what another word counts is left out. */
function countsAnother(tokens: Tokens, { afterFrom, afterContext }: Segment, afterTo: number): boolean {
  if ((afterContext & JOIN) === 0) return false;
  const joined = findContext(tokens, afterFrom, afterTo, JOIN);
  return joined >= 0 && findFeature(tokens, joined, afterTo, CONTENT) >= 0;
}

function ask(
  sentence: SentenceContext,
  { depth, afterFrom }: Segment,
  { from, to, context }: Qualifiers,
  afterTo: number,
  content: number,
): Question {
  const { tokens, topic, document } = sentence.paragraph;
  const words: Word[] = [];
  collectWords(tokens, from, to, words);
  collectWords(tokens, afterFrom, afterTo, words);
  return {
    content,
    context: context | contextOf(tokens, afterFrom, afterTo),
    words,
    topic,
    document,
    requests: dividedBy(sentence, depth),
    reviews: sentence.reviews.length > 0 ? anyOrAll(sentence.reviews.reduce(either)) : undefined,
  };
}

/** Adds the words that say what is counted. */
export function collectWords(tokens: Tokens, from: number, to: number, words: Word[]): void {
  for (let at = from; at < to; at++) if (hasFeature(tokens, at, CONTENT)) words.push(wordAt(tokens, at));
}

/**
 * What 自然人 N 件 is a column of: in brackets the count before them, else whatever was counted in the sentence; after several
 * outcomes that may be any of them, or all.
 */
function dividedBy({ requests, outcomes }: SentenceContext, depth: number): Quantity | undefined {
  if (depth > 0 || requests.length < 2) return requests.at(-1);
  return outcomes > 1 ? undefined : either(requests.reduce(either), BOTH);
}

function makeClaim(
  sentence: SentenceContext,
  number: number,
  qualifiers: Qualifiers,
  { quantity, sure }: Meaning,
): DraftClaim | undefined {
  if (!quantity || quantity.length === 0) return undefined;
  const { paragraph } = sentence;
  const { tokens } = paragraph;
  let doubts = qualifiers.doubts;
  if (isApproximate(paragraph, number, qualifiers)) doubts |= APPROXIMATE_DOUBT;
  if (!sure || qualifiers.context & SHARED) doubts |= WORDING_DOUBT;
  const scope = qualifiers.scope ?? sentence.lists.at(-1)?.scope ?? sentence.scope ?? paragraph.scope;
  if (scope !== 'own') doubts |= doubtBit(scope);
  const unit = theUnits().names[tokens.units[number] as number] as string;
  const written = tokens.values[number] as number;
  const yuan = unit === '元';
  return {
    span: spanOf(paragraph, number),
    value: yuan ? written / 10_000 : written,
    unit,
    decimals: (tokens.decimals[number] as number) + (yuan ? 4 : 0),
    writing: (tokens.flags[number] as number) & CHINESE ? 'chinese' : 'digits',
    quantity,
    doubts: doubtsOf(doubts),
  };
}

/** 行政复议, and 行政诉讼 of two kinds: what 其中维持 may refer back to. */
const REVIEWS = 3;

/** Remembers a count for what refers back to it. */
function remember(
  sentence: SentenceContext,
  count: TableCount,
  meaning: Meaning | undefined,
  qualifiers: Qualifiers,
  listed: boolean,
): void {
  const { paragraph } = sentence;
  if (qualifiers.compares || qualifiers.doubts & YEAR_DOUBT) {
    sentence.growth.bases.push(count);
    return;
  }
  sentence.counts.push(count);
  if (sentence.growth.told) sentence.growth = newGrowth();
  sentence.growth.currents.push(count);
  if (!meaning) {
    const about = qualifiers.content !== 0 || (qualifiers.context & TEXT_KIND) !== 0;
    if (!listed && about) paragraph.topic = 'other';
    return;
  }
  const { role, quantity } = meaning;
  if (!quantity) return;
  if (role === 'document') {
    paragraph.topic = 'document';
    paragraph.document = quantity[0]?.[0]?.row;
  }
  if ((role === 'requests' && !listed) || role === 'outcome') sentence.requests.push(quantity);
  if (role === 'outcome') sentence.outcomes++;
  if (role === 'review') {
    sentence.reviews.push(quantity);
    if (sentence.reviews.length > REVIEWS) sentence.reviews.shift();
  }
  if (role === 'requests' && listed && isCarriedIn(quantity)) widenTotals(sentence);
}
