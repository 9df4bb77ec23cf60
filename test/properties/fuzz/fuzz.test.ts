import { describe, expect, test } from 'vitest';
import { runBatch } from './batch.ts';
import { documentOf } from './documents.ts';
import { GIANTS } from './giants.ts';
import { MOST_GROWTH, workGrowth } from './growth.ts';
import { MUTATORS } from './mutators.ts';

/** `npm run fuzz` takes as many documents as wanted, from any seed, and the giants in full size. */
const SEED = 20241231;
const DOCUMENTS = 700;

describe('damaged reports', () => {
  // Outside the tests, which have a time limit each that a busy machine may not keep.
  const tally = runBatch({ seed: SEED, from: 0, to: DOCUMENTS });

  test('are read and judged without exception, their cells at their characters, their fixes in effect', () => {
    expect(tally.failures).toEqual([]);
    expect(tally.documents).toBe(DOCUMENTS);
  });

  test('have been damaged in every way, and are reports for the most part', () => {
    expect(Object.keys(tally.byMutator).sort()).toEqual(Object.keys(MUTATORS).sort());
    expect(tally.reports).toBeGreaterThan(DOCUMENTS / 2);
    expect(tally.reports).toBeLessThan(DOCUMENTS);
  });

  test('are the same whichever were made before', () => {
    const texts = [7, 4100, 7].map((number) => documentOf(SEED, number).text);
    expect(texts[2]).toBe(texts[0]);
    expect(texts[1]).not.toBe(texts[0]);
  });
});

describe('twice as much of the same is twice the work:', () => {
  // From 10 KB or a hundred rows on: enough to tell a square from a line.
  test.each(GIANTS.map((giant) => [giant.name, giant] as const))('%s', (_, giant) => {
    expect(workGrowth(giant, 1000)).toBeLessThan(MOST_GROWTH);
  });
});
