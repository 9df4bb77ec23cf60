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
  'client/src/check-workspace.ts': 'four counts',
  'client/src/commands.ts': 'arguments of one command',
  'client/src/menu.ts': 'arguments of one command',
  'client/src/recompute.ts': 'arguments of one command',
  'client/src/document-fixes.ts': 'arguments of one command',
  'client/src/extension.ts': 'registrations of the client',
  'server/src/checks/suspect.ts': 'identities of one table',
  'server/src/cli/summary/markdown.ts': 'rows of the form',
  'server/src/features/semantic-tokens.ts': 'modifiers of one token',
  'server/src/import/pdf/layout.ts': 'rows between two lines of a page',
  'server/src/import/repack.ts': 'chunks of one entry',
  'server/src/project/config.ts': 'the two parts of a place',
  'server/src/project/project.ts': 'folders above a file',
  'server/src/prose/question.ts': 'words of the forms',
  'server/src/prose/word-kinds.ts': 'kinds of words',
  'server/src/report/positions.ts': 'rows of the form',
  'server/src/report/regroup.ts': 'columns of a row',
  'server/src/summary/totals.ts': 'the parts of a place',
  'server/src/view/index-page.ts': 'parts of a heading',
};

/**
 * Whether a call has a spread among its own arguments: `push(...all)`, `f(0, ...all)`; not `push([...all])`, which copies
 * elsewhere, nor a function's own `(...all: string[])`.
 */
function spreads(code: string): boolean {
  const open: boolean[] = [];
  for (let at = 0; at < code.length; at++) {
    const character = code[at] as string;
    if ('([{'.includes(character)) open.push(character === '(' && /[\w\])>]/.test(code[at - 1] ?? ''));
    else if (')]}'.includes(character)) open.pop();
    else if (open.at(-1) && /^\.\.\.(?!\w+:)[\w[(]/.test(code.slice(at, at + 40))) return true;
  }
  return false;
}

/** Keys that stay as long as the program: what is made of a part of a report is kept in it, see `text/once-for.ts`. */
const LASTING = ['TableForm', 'RowForm', 'Sum', 'Quantity', 'K', 'Output', 'TextDocument'];

test('no version of a text is the key of a WeakMap', () => {
  const keys = FILES.flatMap((path) => [...read(path).matchAll(/new Weak(?:Map|Set)<([^,>]+)/g)].map(([, key]) => key));
  expect(keys.filter((key) => !LASTING.includes(key as string))).toEqual([]);
  expect(new Set(keys).size).toBe(LASTING.length);
});

test('nothing that grows with the text is spread into a call', () => {
  const spread = FILES.filter((path) => spreads(withoutComments(read(path))));
  expect(spread.filter((path) => !(path in BOUNDED))).toEqual([]);
  const calls = [
    'push(...all)',
    'f(first, ...all)',
    'max(f(a), ...all)',
    'push([...all])',
    'f({ ...all })',
    'f(...all: A)',
  ];
  expect(calls.map(spreads)).toEqual([true, true, true, false, false, false]);
});
