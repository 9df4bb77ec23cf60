import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outOfOrder } from '../../server/src/checks/order.ts';

test.each<[number[], number[]]>([
  [[], []],
  [[3], []],
  [[1, 2, 3, 4], []],
  [[1, 3, 4, 2, 5], [3]],
  [[5, 1, 2, 3], [0]],
  [[1, 2, 9, 3, 4], [2]],
])('of %j the indices %j stand out of order', (numbers, expected) => {
  expect([...outOfOrder(numbers)]).toEqual(expected);
});

/** The length of the longest ascending choice, by trying every choice. */
function longest(numbers: readonly number[], from = 0, above = -1): number {
  let best = 0;
  for (let at = from; at < numbers.length; at++) {
    const number = numbers[at] as number;
    if (number > above) best = Math.max(best, 1 + longest(numbers, at + 1, number));
  }
  return best;
}

test('what is left ascends, and no smaller removal would do', () => {
  const distinct = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 0, maxLength: 8 });
  fc.assert(
    fc.property(distinct, (numbers) => {
      const out = outOfOrder(numbers);
      const left = numbers.filter((_, at) => !out.has(at));
      expect(left).toEqual([...left].sort((a, b) => a - b));
      expect(left).toHaveLength(longest(numbers));
    }),
    { seed: 7 },
  );
});
