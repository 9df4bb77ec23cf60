import { analyse } from '../../server/src/checks/analysis.ts';
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
const MOST = 2.2;
const RUNS = 7;

export const GROWTH_TARGET = `doubling the text takes at most ${MOST} times the time`;

/** The time of one analysis at each size. */
export function growthOf({ name, ofSize }: Shape): Growth[] {
  let before: number | undefined;
  return MEGABYTES.map((megabytes) => {
    const milliseconds = fastest(ofSize(megabytes * MB).text);
    const ratio = before === undefined ? undefined : milliseconds / before;
    before = milliseconds;
    return { text: name, megabytes, milliseconds, ratio, met: ratio === undefined ? undefined : ratio <= MOST };
  });
}

/** The fastest of some runs is the one that other programs disturbed least. */
function fastest(text: string): number {
  const times = Array.from({ length: RUNS }, () => {
    gc?.();
    const start = performance.now();
    analyse(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}
