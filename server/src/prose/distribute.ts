import type { Segment, Sentence } from './segments.ts';
import { changeKind, contentOf, contextOf, FILLER, isContext, type Tokens } from './token-table.ts';
import { contextBits } from './word-kinds.ts';

const RESPECTIVELY = contextBits('respectively');
const LISTING = contextBits('join', 'mark');

/**
 * `维持、纠正分别为1件、0件`: gives each number its own words. Other segments stay as they are; so does 分别 where words and
 * numbers are not equally many, and then nothing is claimed.
 */
export function distribute(tokens: Tokens, { segments, count }: Sentence): void {
  let first = 0;
  while (first < count && !isDistributive(segments[first] as Segment)) first++;
  if (first === count) return;
  const { from, to } = segments[first] as Segment;
  let end = first + 1;
  while (end < count && isBare(tokens, segments[end] as Segment)) end++;
  let groups = 1;
  for (let at = from; at < to; at++) if (isContext(tokens, at, LISTING)) groups++;
  if (end - first !== groups || groups < 2) return;
  let start = from;
  for (let index = first; index < end; index++) {
    let stop = start;
    for (; stop < to && !isContext(tokens, stop, LISTING); stop++) {
      if (isContext(tokens, stop, RESPECTIVELY)) changeKind(tokens, stop, FILLER);
    }
    setWords(tokens, segments[index] as Segment, start, stop);
    start = stop + 1;
  }
}

function isDistributive({ number, context }: Segment): boolean {
  return number >= 0 && (context & RESPECTIVELY) !== 0;
}

/** A number with nothing but 、 or 和 before it. */
function isBare(tokens: Tokens, { number, from, to }: Segment): boolean {
  if (number < 0) return false;
  for (let at = from; at < to; at++) if (!isContext(tokens, at, LISTING)) return false;
  return true;
}

function setWords(tokens: Tokens, segment: Segment, from: number, to: number): void {
  segment.from = from;
  segment.to = to;
  segment.content = contentOf(tokens, from, to);
  segment.context = contextOf(tokens, from, to);
}
