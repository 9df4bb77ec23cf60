import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, test } from 'vitest';
import { compileGlob, type Segments, segmentsOf } from '../../server/src/project/glob.ts';

const matches = (pattern: string, path: string): boolean | undefined =>
  compileGlob(pattern)?.some((glob) => glob(segmentsOf(path)));

describe('a pattern of files', () => {
  test.each([
    ['归档/**', '归档/2023/甲.txt', true],
    ['归档/**', '旧归档/甲.txt', false],
    ['**/归档/**', '/家/年报/归档/甲.txt', true],
    ['*.txt', '甲.txt', true],
    ['*.txt', '归档/甲.txt', false],
    ['**/*.{txt,md}', '归档/甲.md', true],
    ['{a,{b,c}}/x', 'c/x', true],
    ['年报(旧)/*', '年报(旧)/甲.txt', true],
    ['{甲}.txt', '{甲}.txt', true],
    ['𠮷?.txt', '𠮷😀.txt', true],
    ['\\*.txt', '*.txt', true],
    ['\\*.txt', 'a.txt', false],
    ['202[0-3].txt', '2022.txt', true],
    ['202[!0-3].txt', '2022.txt', false],
    ['[', '[', true],
    ['[]]', ']', true],
    ['**', '.隐藏/甲', true],
  ])('%s, %s: %s', (pattern, path, expected) => {
    expect(matches(pattern, path)).toBe(expected);
  });

  test.each(['', '!a', 'a+(b)', '@(a|b)', 'a?(b)', 'x!(y)', '*(a)', 'a'.repeat(1001), '{a,b}'.repeat(7)])(
    '%.20s is not supported',
    (pattern) => {
      expect(compileGlob(pattern)).toBeUndefined();
    },
  );

  // What both know means the same: patterns were read by picomatch before.
  test('means what it means elsewhere', () => {
    const name = fc.stringMatching(/^(?:[ab.?*]|\[ab\]){1,4}$/).filter((each) => !each.includes('**') && each !== '..');
    const pattern = fc
      .array(fc.oneof(name, fc.constant('**'), fc.constant('{a,b.a}')), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('/'))
      .filter((each) => each !== '.' && !each.startsWith('./'));
    const path = fc.array(fc.stringMatching(/^(?:[ab]|\.[ab]|a\.b){1,4}$/), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(pattern, path, (glob, parts) => {
        const known = picomatch(glob, { dot: true, nonegate: true })(parts.join('/'));
        expect(matches(glob, parts.join('/')), `${glob} ${parts.join('/')}`).toBe(known);
      }),
      { numRuns: 2000, seed: 13 },
    );
  });

  test('never throws, whatever it is', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'*?[]{}(),!^-\\/ab\ud83d', '**/', '\n'), maxLength: 60 });
    fc.assert(
      fc.property(fc.oneof(signs, fc.string({ unit: 'binary' })), fc.string(), (pattern, path) => {
        expect(() => matches(pattern, path)).not.toThrow();
      }),
      { numRuns: 3000, seed: 13 },
    );
  });

  test.each([
    ['(a+)+$', 'a'],
    ['*a', 'a'],
    ['**/a/', 'a/'],
    ['a*', 'a'],
    ['[a-z]*', 'a'],
    ['{a,a*}*', 'a'],
    ['?*', 'a'],
  ])('takes time in proportion to pattern and path: %s', (piece, part) => {
    const work = (times: number, length: number) => {
      const pattern = piece.startsWith('{') ? piece.repeat(6) + '*a'.repeat(times) : piece.repeat(times);
      const globs = compileGlob(`${pattern}b`) ?? [];
      const { segments, looks } = counted(part.repeat(length));
      for (const glob of globs) glob(segments);
      return looks();
    };
    expect(work(40, 1000)).toBeGreaterThan(0);
    expect(work(80, 1000)).toBeLessThanOrEqual(2.5 * work(40, 1000) + 1000);
    expect(work(40, 2000)).toBeLessThanOrEqual(2.5 * work(40, 1000) + 1000);
  });
});

/** The names of a path that count how often somebody looks at a name or at a character. */
function counted(path: string): { segments: Segments; looks: () => number } {
  let looks = 0;
  const counting = <Item>(items: readonly Item[]) =>
    new Proxy(items, {
      get(target, key) {
        looks++;
        return Reflect.get(target, key);
      },
    });
  return { segments: counting(segmentsOf(path).map((name) => counting(name))), looks: () => looks };
}
