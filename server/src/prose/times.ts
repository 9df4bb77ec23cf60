import type { ParagraphContext, SentenceContext, Time } from './contexts.ts';
import type { Segment } from './segments.ts';
import { isContext, YEAR } from './token-table.ts';
import { contentBits, contextBits } from './word-kinds.ts';

/** Of which year a sentence speaks. */

/** Words that tell it. */
export const TIMES = contextBits('year', 'year-this', 'year-last', 'year-next');
const THIS = contextBits('year-this');
const CASES = contentBits('review', 'litigation');

/** A year that is named holds for what follows, too. */
export function readTime(sentence: SentenceContext, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const time = timeOf(sentence.paragraph, at);
    if (!time) continue;
    sentence.paragraph.time = time;
    sentence.timed = time === 'reported';
  }
}

export function hasOtherYear(paragraph: ParagraphContext, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (timeOf(paragraph, at) === 'other') return true;
  return false;
}

function timeOf({ tokens, report }: ParagraphContext, at: number): Time | undefined {
  if (!isContext(tokens, at, TIMES)) return undefined;
  if (tokens.kinds[at] === YEAR) return tokens.data[at] === report.year ? 'reported' : 'other';
  return isContext(tokens, at, THIS) ? 'reported' : 'other';
}

/** `因2023年申请引发行政复议2件、行政诉讼4件`: what the cases are about holds for the second number, too. */
export function goesOnOfOtherYear({ growth }: SentenceContext, { content, context }: Segment): boolean {
  if ((content & CASES) === 0 || (context & TIMES) !== 0 || growth.currents.length > 0) return false;
  const last = growth.bases.at(-1);
  return last?.role === 'review' && last.claim?.doubts.includes('year') === true;
}
