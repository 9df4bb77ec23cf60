import { expect, test } from 'vitest';
import { onceFor } from '../../server/src/text/once-for.ts';

test('what is made of an object is made once, and goes with the object alone', () => {
  let made = 0;
  const doubled = onceFor(({ value }: { readonly value: number }) => {
    made += 1;
    return [value * 2];
  });
  const tripled = onceFor(({ value }: { readonly value: number }) => [value * 3]);
  const object = { value: 4 };
  expect([doubled(object), tripled(object)]).toEqual([[8], [12]]);
  expect(doubled(object)).toBe(doubled(object));
  expect(made).toBe(1);
  // A copy that holds something else has its own.
  const copy = { ...object, value: 5 };
  expect([doubled(copy), doubled(object), made]).toEqual([[10], [8], 2]);
  expect(object).toStrictEqual({ value: 4 });
  expect(structuredClone(object)).toStrictEqual({ value: 4 });
});
