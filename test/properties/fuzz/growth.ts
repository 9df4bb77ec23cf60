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
  /** How much more work the double size is: 2 in a linear reader, whatever the machine is doing besides. */
  readonly work: number;
  readonly problems: readonly string[];
}

/** Work is counted in a size that a counter of characters still gets through quickly. */
const COUNTED = 100;

/** What doubling may cost: less than twice the work per character, for the report around the shape stays the same. */
export const MOST_GROWTH = 1.1;

/** The work of a shape of double size, divided by that of the single one and by how much longer its text is. */
export function workGrowth({ unit, ofSize }: Giant, counted = COUNTED): number {
  const size = Math.ceil(FULL[unit] / counted);
  const [small, large] = [ofSize(size), ofSize(2 * size)];
  const ratio = workOf(() => analyse(large)) / workOf(() => analyse(small));
  return (ratio * small.length) / large.length;
}

/** Reads a giant with all features, and once more in half its size. */
export function growthOf(giant: Giant): Growth {
  const { name, unit, ofSize } = giant;
  const [small, large] = [ofSize(FULL[unit] / 2), ofSize(FULL[unit])];
  const { problems } = examine(large, 0, true);
  const [half, full] = [timeAgain(small), timeAgain(large)];
  const work = workGrowth(giant);
  const steep = work > MOST_GROWTH ? [`doubling the text makes ${(2 * work).toFixed(2)} times the work`] : [];
  return { name, characters: large.length, half, full, work, problems: [...problems, ...steep] };
}
