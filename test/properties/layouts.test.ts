import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LAYOUTS } from '../support/generate/render.ts';
import { caseIn, verdictOf } from './soak/verdict.ts';

/** `npm run soak` takes as many as wanted, from any seed. */
const RUNS = 150;
const SEED = 20211231;

const RIGHT = {
  misread: [],
  alarms: [],
  notExact: [],
  suspectWrong: [],
  notRestored: [],
  pairNotRestored: [],
  notOffered: [],
};

/**
 * A consistent report in either form gives no finding, and each value is read at exactly its characters. One wrong cell
 * fails exactly its identities; in table 3 it is the suspect, and the preferred fix restores the text byte for byte. Two
 * wrong cells in different rows and columns of table 3 are always among the smallest corrections, which are those that
 * trying all pairs of cells finds, and are offered as quick fixes.
 */
describe.each(LAYOUTS)('random reports in the layout %s', (layout) => {
  test('are read and judged without fault, whatever their style', () => {
    const property = fc.property(caseIn(layout), (given) => {
      const { pair, choices: _, ...verdict } = verdictOf(given);
      expect({ ...RIGHT, ...JSON.parse(JSON.stringify(verdict)) }).toEqual(RIGHT);
      expect(pair).not.toBe('missed');
    });
    fc.assert(property, { seed: SEED, numRuns: RUNS });
  });
});
