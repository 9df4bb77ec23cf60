import { documentOf } from './documents.ts';
import { type Examined, examine, FEATURES_EACH, timeAgain } from './examine.ts';
import { emptyTally, MOST_KEPT, rowOf, type Tally } from './tally.ts';

/** Documents `[from, to)` of a seed. */
export interface Batch {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

/** Times shorter than this are not measured twice: they are not the longest ones anyway. */
const WORTH_MEASURING = 5;

/** Whether all features are tried on a document. */
export const withFeatures = (number: number): boolean => number % FEATURES_EACH === 0;

/** Makes the documents of a batch, looks at each, and counts; `before` hears of each document before it is read. */
export function runBatch({ seed, from, to }: Batch, before: (number: number) => void = () => {}): Tally {
  const tally = emptyTally();
  for (let number = from; number < to; number += 1) {
    before(number);
    const { text, source, applied } = documentOf(seed, number);
    const examined = examine(text, number, withFeatures(number));
    const { problems } = examined;
    count(tally, number, text, source, applied, examined);
    if (problems.length > 0 && tally.failures.length < MOST_KEPT) {
      tally.failures.push({ seed, number, source, applied, problems: problems.slice(0, 6) });
    }
  }
  return tally;
}

function count(
  tally: Tally,
  number: number,
  text: string,
  source: string,
  applied: readonly string[],
  { problems, report, milliseconds, features }: Examined,
): void {
  tally.documents += 1;
  tally.reports += Number(report);
  tally.features += Number(features);
  tally.characters += text.length;
  tally.longestText = Math.max(tally.longestText, text.length);
  tally.failed += Number(problems.length > 0);
  tally.bySource[source] = (tally.bySource[source] ?? 0) + 1;
  const time = milliseconds > WORTH_MEASURING ? Math.min(milliseconds, timeAgain(text)) : milliseconds;
  if (time > tally.longest.milliseconds) {
    tally.longest = { milliseconds: time, number, characters: text.length };
  }
  for (const name of new Set(applied)) {
    const row = rowOf(tally, name);
    row.documents += 1;
    row.problems += Number(problems.length > 0);
    row.longest = Math.max(row.longest, time);
  }
}
