import { analyse } from '../../server/src/checks/analysis.ts';
import { median } from './median.ts';
import { MB, type Shape } from './texts.ts';

export interface Growth {
  readonly text: string;
  readonly megabytes: number;
  readonly milliseconds: number;
  /** The time as a multiple of that for half the text; undefined for the first. */
  readonly ratio: number | undefined;
  readonly met: boolean | undefined;
}

const MEGABYTES = [1, 2, 4, 8];
const MOST = 2.1;
const ROUNDS = 9;

export const GROWTH_TARGET = `doubling the text takes at most ${MOST} times the time`;

/**
 * The time of one analysis at each size. The sizes take turns, each after a collection of what the others left, and a
 * ratio is the median of those of the rounds: a slow moment spoils one round only.
 */
export function growthOf({ name, ofSize }: Shape): Growth[] {
  const texts = MEGABYTES.map((megabytes) => ofSize(megabytes * MB).text);
  texts.forEach(timeOf);
  const rounds = Array.from({ length: ROUNDS }, () => texts.map(timeOf));
  return MEGABYTES.map((megabytes, at) => {
    const milliseconds = median(rounds.map((times) => times[at] as number));
    const ratio =
      at === 0 ? undefined : median(rounds.map((times) => (times[at] as number) / (times[at - 1] as number)));
    return { text: name, megabytes, milliseconds, ratio, met: ratio === undefined ? undefined : ratio <= MOST };
  });
}

function timeOf(text: string): number {
  gc?.();
  const start = performance.now();
  analyse(text);
  return performance.now() - start;
}
