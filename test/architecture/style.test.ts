import { expect, test } from 'vitest';
import { filesIn, read, withoutComments } from './sources.ts';

const FILES = [...filesIn('server/src', '.ts'), ...filesIn('client/src', '.ts')];

const MOST_LINES = 200;

test(`no file is longer than ${MOST_LINES} lines: look for the second idea in it`, () => {
  const long = FILES.map((path) => ({ path, lines: read(path).split('\n').length - 1 })).filter(
    ({ lines }) => lines > MOST_LINES,
  );
  expect(long).toEqual([]);
});

/**
 * Each element that is spread into a call is an argument on the stack, which some hundred thousand overflow. Where it is
 * done, this is why there are never many.
 */
const BOUNDED: Readonly<Record<string, string>> = {
  'server/src/checks/identities.ts': 'identities of one table',
  'server/src/checks/suspect.ts': 'identities of one table',
  'server/src/cli/summary/markdown.ts': 'rows of the form',
  'server/src/import/pdf/layout.ts': 'rows between two lines of a page',
  'server/src/prose/vocabulary.ts': 'words of the forms',
  'server/src/report/positions.ts': 'rows of the form',
  'server/src/report/regroup.ts': 'columns of a row',
};

/** `push(...all)`, `Math.max(0, ...all)`; not `push([...all])`, which copies elsewhere. */
const SPREAD =
  /\b(?:push|unshift|splice|fromCharCode|fromCodePoint|max|min)\((?:[^()[\]{}]|\([^()]*\)|\[[^\]]*\]|\{[^}]*\})*?\.\.\./;

test('nothing that grows with the text is spread into a call', () => {
  const spread = FILES.filter((path) => SPREAD.test(withoutComments(read(path))));
  expect(spread.filter((path) => !(path in BOUNDED))).toEqual([]);
  expect(
    ['push(...all)', 'push(first, ...all)', 'Math.max(f(a), ...all)', 'push([...all])'].map((call) =>
      SPREAD.test(call),
    ),
  ).toEqual([true, true, true, false]);
});
