import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asShown, withChange } from '../../page/src/line-ends.ts';

const text = fc
  .array(fc.constantFrom('a', '12', '年', '\n', '\r\n', '\r', '\t', '🧾'), { maxLength: 12 })
  .map((parts) => parts.join(''));

test('an edit in a text area changes what was edited in the file, and no line end elsewhere', () => {
  fc.assert(
    fc.property(text, fc.nat(12), fc.nat(12), text, (kept, a, b, typed) => {
      const before = asShown(kept);
      const [from, to] = [Math.min(a, b, before.length), Math.min(Math.max(a, b), before.length)];
      const after = before.slice(0, from) + asShown(typed) + before.slice(to);
      const now = withChange(kept, before, after);
      expect(asShown(now)).toBe(after);
      if (after === before) expect(now).toBe(kept);
      // Line ends before the edit are those of the file.
      const untouched = keptLineEnds(kept, before.slice(0, from));
      expect(now.startsWith(untouched)).toBe(true);
    }),
    { numRuns: 2000, seed: 163 },
  );
});

/** As much of the file as a part of what is shown from its beginning. */
function keptLineEnds(kept: string, shown: string): string {
  let at = 0;
  for (let count = 0; count < shown.length; count++) at += kept.startsWith('\r\n', at) ? 2 : 1;
  return kept.slice(0, at);
}

test('lines that are added end as the first line does', () => {
  expect(withChange('a\r\nb', 'a\nb', 'a\n\nc\nb')).toBe('a\r\n\r\nc\r\nb');
  expect(withChange('', '', 'a\nb')).toBe('a\nb');
});
