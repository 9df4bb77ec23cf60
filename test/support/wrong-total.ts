import fc from 'fast-check';
import { type Numbers, numbers } from './generate/numbers.ts';

/** The numbers of a sound report. */
export const [sound] = fc.sample(numbers, { seed: 8, numRuns: 1 }) as [Numbers];

/** The same with 7 more in the total of （一）. */
export const wrong: Numbers = {
  ...sound,
  table3: sound.table3.map((row, at) =>
    at === 2 ? [...row.slice(0, 6), (row[6] ?? 0) + 7] : row,
  ) as Numbers['table3'],
};
