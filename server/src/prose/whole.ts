import { digitOf } from '../text/characters.ts';
import type { SentenceContext } from './contexts.ts';
import { meaningOf } from './patterns.ts';
import { VERBS } from './quantities.ts';
import { ANSWERED, NOUNS, type Question } from './question.ts';
import type { Segment } from './segments.ts';
import { spanIn } from './spans.ts';
import { findContext, findFeature } from './token-table.ts';
import { collectWords } from './understand.ts';
import { OF_REQUESTS, theUnits } from './units.ts';
import { CONTENT, contentBits, contextBits, type Word } from './word-kinds.ts';
/**
 * `收到申请7件，均来自自然人`, `被提起行政诉讼6件，均为未经复议直接起诉`: a clause without a number that says of all that was counted
 * before it what it was. Returns whether it is one.
 */
export function readAllOf(sentence: SentenceContext, { from, to, content, context }: Segment): boolean {
  const { tokens, report, topic, document } = sentence.paragraph;
  const last = sentence.counts.at(-1);
  if ((context & WHOLLY) === 0 || (content & OF_ALL) === 0 || (content & ~(OF_ALL | NOUNS)) !== 0) return false;
  if (!last?.claim || !last.exact || (context & ~KNOWN) !== 0) return false;
  const words: Word[] = [];
  collectWords(tokens, from, to, words);
  const { requests, reviews } = sentence;
  const question: Question = {
    content,
    context,
    words,
    topic,
    document,
    requests: requests.at(-1),
    reviews: reviews.at(-1),
  };
  const meaning = meaningOf(question);
  const wanted = last.role === 'review' ? 'review' : 'requests';
  if (
    !meaning?.quantity ||
    last.role !== wanted ||
    (meaning.role === 'review' || meaning.role === 'result') !== (wanted === 'review')
  )
    return false;
  const start = findFeature(tokens, from, to, CONTENT);
  const first = findContext(tokens, from, to, WHOLLY);
  const span = spanIn(
    sentence.paragraph.paragraph,
    tokens.starts[Math.min(first, start)] as number,
    tokens.ends[to - 1] as number,
  );
  // 均予以公开 is often said of what was only answered.
  const doubts = meaning.role === 'outcome' ? [...last.claim.doubts, 'wording' as const] : last.claim.doubts;
  const { value } = last;
  report.found.claims.push({
    span,
    value,
    unit: '',
    decimals: 0,
    writing: 'words',
    quantity: meaning.quantity,
    doubts,
  });
  return meaning.role !== 'outcome';
}

const CARRIED_OUT = contentBits('carried-out');
const CARRIED_WORDS = CARRIED_OUT | NOUNS | ANSWERED | contentBits('handle', 'pending');
const CARRIED_CONTEXT = contextBits('filler', 'preposition', 'self', 'join');
const WHOLLY = contextBits('each', 'all');
const OF_ALL = contentBits('applicant', 'review', 'litigation', 'outcome', 'result');
const KNOWN = contextBits('each', 'all', 'filler', 'cause', 'preposition', 'self');

/** `有2件因未到期限，结转下年度继续办理`: what became of the count before it that no other words claim. */
export function readCarriedOn(sentence: SentenceContext, { content, context }: Segment): boolean {
  const last = sentence.counts.at(-1);
  if ((content & CARRIED_OUT) === 0 || (content & ~CARRIED_WORDS) !== 0 || (context & ~CARRIED_CONTEXT) !== 0)
    return false;
  if (!last?.exact || last.claim || last.role !== undefined || sentence.paragraph.topic !== 'request') return false;
  const { names, features } = theUnits();
  if (((features[names.indexOf(last.unit)] as number) & OF_REQUESTS) === 0) return false;
  const { text, found } = sentence.paragraph.report;
  const { span, value, unit } = last;
  const writing = digitOf(text.charCodeAt(span.start)) < 0 ? 'chinese' : 'digits';
  found.claims.push({ span, value, unit, decimals: 0, writing, quantity: VERBS['carried-out'], doubts: [] });
  return true;
}
