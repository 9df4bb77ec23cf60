import { analyse } from '../../../server/src/checks/analysis.ts';
import { workOf } from '../work.ts';
import { examine, timeAgain } from './examine.ts';
import { FULL, type Giant } from './giants.ts';

/** How a giant was read in full size and half of it. */
export interface Growth {
  readonly name: string;
  readonly characters: number;
  readonly half: number;
  /** Milliseconds of reading and judging in full size. */
  readonly full: number;
  /** How much more a further character costs in the double size: 1 in a linear reader, whatever the machine does besides. */
  readonly work: number;
  readonly problems: readonly string[];
}

/** Work is counted in a size that a counter of characters still gets through quickly. */
const COUNTED = 100;

/** What a further character may cost when the text is twice as long: as much as before, but for where things round. */
export const MOST_GROWTH = 1.1;

/** Work on one character below this is not told apart: hardly anything is counted there. */
const LEAST = 0.1;

/**
 * What the characters between the double and the fourfold size of a shape cost each, compared with those between the single and the
 * double one: 1 in a linear reader, 2 in a square one. The report around the shape plays no part.
 */
export function workGrowth({ ofSize, unit }: Giant, counted = COUNTED): number {
  let size = Math.ceil(FULL[unit] / counted);
  // Some shapes grow by whole tables only.
  while (ofSize(size).length === ofSize(2 * size).length) size *= 2;
  // What headings and labels say is remembered from text to text: only the first one pays for it.
  analyse(ofSize(size));
  const [single, double, fourfold] = [1, 2, 4].map((times) => {
    const text = ofSize(times * size);
    return { length: text.length, work: workOf(() => analyse(text)) };
  }) as [Size, Size, Size];
  return costBetween(double, fourfold) / Math.max(LEAST, costBetween(single, double));
}

interface Size {
  readonly length: number;
  readonly work: number;
}

const costBetween = (smaller: Size, larger: Size): number =>
  (larger.work - smaller.work) / (larger.length - smaller.length);

/**
 * Reads a giant with all features, and once more in half its size.
 *
 * @param scale what part of its full size it has: 1 is 10 MB
 */
export function growthOf(giant: Giant, scale: number): Growth {
  const { name, unit, ofSize, part = 1 } = giant;
  const size = Math.ceil(FULL[unit] * part * scale);
  const [small, large] = [ofSize(size / 2), ofSize(size)];
  const { problems } = examine(large, 0, true);
  const [half, full] = [timeAgain(small), timeAgain(large)];
  const work = workGrowth(giant);
  const steep =
    work > MOST_GROWTH
      ? [`in a text of twice the length a further character costs ${work.toFixed(2)} times as much`]
      : [];
  return { name, characters: large.length, half, full, work, problems: [...problems, ...steep] };
}
