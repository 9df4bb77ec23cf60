import type { Quantity } from './claim.ts';
import type { SentenceContext } from './contexts.ts';
import { meaningOf } from './patterns.ts';
import { type Qualifiers, TEXT_KIND } from './qualifiers.ts';
import { anyOrAll, BOTH, CARRIED_IN, either, RECEIVED, RECEIVED_OR_TO_DO, VERBS } from './quantities.ts';
import { ANSWERED, fits, type Meaning, NOUNS, namesOf, type Question, REQUEST } from './question.ts';
import type { Segment } from './segments.ts';
import { contentOf, contextOf, findContext, findFeature, hasFeature, MARK, type Tokens } from './token-table.ts';
import { theUnits } from './units.ts';
import { hasNamed, wordAt } from './vocabulary.ts';
import { CONTENT, contentBits, contextBits, type Word } from './word-kinds.ts';
/** What the words around a number count; nothing when some of them are unknown or its measure word is another. */
export function understand(sentence: SentenceContext, segment: Segment, qualifiers: Qualifiers): Meaning | undefined {
  const { paragraph } = sentence;
  const { tokens } = paragraph;
  const { number, afterContext } = segment;
  const afterTo = beforeSettled(tokens, segment);
  const content = withoutAllWays(sentence, qualifiers, withoutAnyone(sentence, segment, qualifiers, afterTo));
  if (content === 0) return sumOfBoth(sentence, segment, qualifiers);
  const unknown = qualifiers.unknown || (afterContext & TEXT_KIND) !== 0 || countsAnother(tokens, segment, afterTo);
  if (unknown) return undefined;
  const question = ask(sentence, segment, qualifiers, afterTo, content);
  const meaning = meaningOf(question);
  // 收到依申请公开信息12件 is about requests as 收到申请12件 is.
  if (content & REQUEST || (meaning?.role === 'requests' && meaning.sure)) paragraph.topic = 'request';
  if (isUnclaimed(tokens, segment, qualifiers, content) || !meaning) return undefined;
  const unit = theUnits().features[tokens.units[number] as number] as number;
  return fits(meaning.role, unit, question) ? meaning : undefined;
}

/** What is denied, planned or compared with is not told to be so; 将2件结转下年度 is done. */
function isUnclaimed(tokens: Tokens, segment: Segment, qualifiers: Qualifiers, content: number): boolean {
  if (qualifiers.compares || (qualifiers.context | segment.afterContext) & NEGATION) return true;
  if (hasNamed(tokens, qualifiers.from, segment.afterTo, '投诉')) return true;
  if ((qualifiers.context & PLAN) === 0) return false;
  return (content & CARRIED_OUT) === 0 || !hasNamed(tokens, qualifiers.from, qualifiers.to, '将');
}

const CARRIED_OUT = contentBits('carried-out');
const APPLICANT = contentBits('applicant');

/** Kinds of content; 公民、法人或其他组织 together are anyone, and not a column. */
function withoutAnyone(
  { paragraph }: SentenceContext,
  segment: Segment,
  qualifiers: Qualifiers,
  afterTo: number,
): number {
  const { tokens } = paragraph;
  const content = qualifiers.content | contentOf(tokens, segment.afterFrom, afterTo);
  if ((content & APPLICANT) === 0 || (content & (NOUNS | PUBLISHED)) === 0) return content;
  const words: Word[] = [];
  collectWords(tokens, qualifiers.from, qualifiers.to, words);
  collectWords(tokens, segment.afterFrom, afterTo, words);
  const names = namesOf(words, 'applicant');
  return names.includes('自然人') && names.length > 1 ? content & ~APPLICANT : content;
}

const CHANNEL = contentBits('channel');

const STOP = 0x3002;

/** Kinds of content; `通过网站、信函等渠道收到14件` tells of all channels, unless something else was told of all or of one. */
function withoutAllWays(sentence: SentenceContext, { from, to, context }: Qualifiers, content: number): number {
  const { tokens, report } = sentence.paragraph;
  if ((content & CHANNEL) === 0 || !hasNamed(tokens, from, to, '各渠道')) return content;
  const { count, kinds, data } = tokens;
  let end = to;
  while (end < count && !(kinds[end] === MARK && data[end] === STOP)) end++;
  if (contentOf(tokens, to, end) & CHANNEL) return content;
  const told = () =>
    sentence.counts.length > 0 || report.found.claims.some(({ quantity }) => quantity === VERBS.receive);
  return hasNamed(tokens, from, to, '总数') || !(context & AMONG || told()) ? content & ~CHANNEL : content;
}

const AMONG = contextBits('among');
const PUBLISHED = contentBits('published');

/** `收到申请18件均已答复`: how they were settled says nothing about what was counted. */
function beforeSettled(tokens: Tokens, { afterFrom, afterTo, afterContext }: Segment): number {
  if ((afterContext & WHOLLY) === 0) return afterTo;
  const at = findContext(tokens, afterFrom, afterTo, WHOLLY);
  // 其中6件全部予以公开 says what they were, and not that all were settled.
  return contentOf(tokens, at, afterTo) & ANSWERED ? at : afterTo;
}

const SUM_ONLY = contextBits('filler', 'year-this', 'join', 'self');

/** `新收104件，上年结转0件，共计104件`: what there was to do. */
function sumOfBoth(
  sentence: SentenceContext,
  segment: Segment,
  { from, to, context }: Qualifiers,
): Meaning | undefined {
  const { tokens } = sentence.paragraph;
  if (segment.afterTo > segment.afterFrom || (context & ~SUM_ONLY) !== 0) return undefined;
  const summed = hasNamed(tokens, from, to, '总数');
  const [first, second] = sentence.counts.slice(-2).map(({ claim }) => claim?.quantity);
  const both = (one: Quantity | undefined, other: Quantity | undefined) =>
    one?.[0] === RECEIVED && other?.[0] === CARRIED_IN;
  if (!summed || sentence.counts.length !== 2 || !(both(first, second) || both(second, first))) return undefined;
  return { role: 'requests', quantity: BOTH, sure: true };
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
function dividedBy({ requests, outcomes, counts }: SentenceContext, depth: number): Quantity | undefined {
  // 收到公民申请9件，法人申请5件: the second is received as the first.
  const last = counts.at(-1);
  if (requests.length === 0 && last?.role === 'applicant' && last.claim?.doubts.length === 0) return RECEIVED_OR_TO_DO;
  if (depth > 0 || requests.length < 2) return requests.at(-1);
  return outcomes > 1 ? undefined : either(requests.reduce(either), BOTH);
}

const JOIN = contextBits('join');
const WHOLLY = contextBits('all', 'each');
const NEGATION = contextBits('negation');
const PLAN = contextBits('plan');
