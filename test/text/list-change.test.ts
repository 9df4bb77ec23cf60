import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listChange } from '../../server/src/text/list-change.ts';

test('a change makes one list the other, and is as small as one stretch can be', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });
  fc.assert(
    fc.property(list, list, (before, after) => {
      const { from, removed, items } = listChange(before, after);
      expect([...before.slice(0, from), ...items, ...before.slice(from + removed)]).toEqual(after);
      if (removed > 0 && items.length > 0) expect(items[0]).not.toBe(before[from]);
      if (before.join() === after.join()) expect([removed, items.length]).toEqual([0, 0]);
    }),
  );
});
