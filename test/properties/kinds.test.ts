import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindsCase, measureKinds } from './soak/kinds.ts';
import { SEED } from './support.ts';

/** `npm run soak -- --kinds 30000` counts the same over more reports, kind by kind. */
test('each kind of sentence is read, found where it is wrong, and gives no false alarm', () => {
  const missed: string[] = [];
  for (const given of fc.sample(kindsCase, { seed: SEED, numRuns: 250 }))
    measureKinds(given, (kind, { drawn = 0, agreed = 0, planted = 0, found = 0, alarms = 0 }) => {
      if (drawn !== agreed || planted !== found || alarms > 0)
        missed.push(`${kind} ${JSON.stringify({ drawn, agreed, planted, found, alarms })}`);
    });
  expect(missed).toEqual([]);
});
