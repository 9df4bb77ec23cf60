import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { damagedReport, HARMS, harmOf } from './soak/harm.ts';
import { SEED } from './support.ts';

/** Reports of one kind and number of damages; `npm run soak -- --harm` tries thousands. */
const RUNS = 12;

describe.each(HARMS)('reports with %s damaged', (kind) => {
  test.each([1, 2, 3, 4, 5])('in %i places are mended without harm, and not in a circle', (count) => {
    for (const given of fc.sample(damagedReport(kind, count), { seed: SEED, numRuns: RUNS })) {
      const { fixAll, preferred } = harmOf(given);
      expect([fixAll.harmed, preferred.harmed, fixAll.circle, preferred.circle]).toEqual([0, 0, false, false]);
    }
  });
});
