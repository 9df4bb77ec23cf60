import type { SentenceContext } from './contexts.ts';
import { newGrowth, type TableCount } from './counted.ts';
import { doubtBit } from './doubts.ts';
import { isCarriedIn, widenTotals } from './lists.ts';
import { type Qualifiers, TEXT_KIND } from './qualifiers.ts';
import { type Meaning, REQUEST } from './question.ts';

const YEAR_DOUBT = doubtBit('year');

/** 行政复议, and 行政诉讼 of two kinds: what 其中维持 may refer back to. */
const REVIEWS = 3;

/** Remembers a count for what refers back to it. */
export function remember(
  sentence: SentenceContext,
  count: TableCount,
  meaning: Meaning | undefined,
  qualifiers: Qualifiers,
  listed: boolean,
): void {
  const { paragraph } = sentence;
  if (qualifiers.compares || qualifiers.doubts & YEAR_DOUBT) {
    sentence.growth.bases.push(count);
    // A sentence of another year may hold a list with its total all the same.
    if (!qualifiers.compares && paragraph.time === 'other') sentence.counts.push(count);
    return;
  }
  sentence.counts.push(count);
  if (sentence.growth.told) sentence.growth = newGrowth();
  sentence.growth.currents.push(count);
  if (!meaning) {
    const about = qualifiers.content !== 0 || (qualifiers.context & TEXT_KIND) !== 0;
    const ofRequests = (qualifiers.content & REQUEST) !== 0 && paragraph.topic === 'request' && !qualifiers.unknown;
    if (!listed && about && !ofRequests && count.depth === 0) paragraph.topic = 'other';
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
