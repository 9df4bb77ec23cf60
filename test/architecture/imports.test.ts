import { describe, expect, test } from 'vitest';
import { filesIn, type Import, importsOf, read, withoutComments } from './sources.ts';

const FILES = filesIn('server/src', '.ts');
const IMPORTS = FILES.flatMap(importsOf);

/** What both programs are made of. */
const INNER = ['text', 'report', 'prose', 'digest', 'edits', 'checks', 'features', 'project', 'view', 'summary'];

/** Each room of the server and the rooms that it knows, besides itself. */
const KNOWS: Readonly<Record<string, readonly string[]>> = {
  text: [],
  report: ['text'],
  prose: ['text', 'report'],
  digest: ['text', 'report'],
  edits: ['text', 'report'],
  checks: ['text', 'report', 'prose', 'digest', 'edits'],
  features: ['text', 'report', 'prose', 'digest', 'edits', 'checks'],
  project: ['text', 'report', 'prose', 'digest', 'edits', 'checks', 'features'],
  view: ['text', 'report', 'prose', 'digest', 'checks', 'features', 'project'],
  summary: ['text', 'report', 'digest', 'edits', 'checks', 'features', 'project'],
  import: ['text'],
  files: ['text'],
  lsp: [...INNER, 'import', 'files'],
  cli: [...INNER, 'import', 'files'],
};

/** The rooms at the end of the road, which alone may touch the world outside. */
const OUTER = ['files', 'lsp', 'cli'];

/** Packages that a room below may use all the same: they run anywhere, and read settings or archives, not reports. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  project: ['zod/mini', 'jsonc-parser'],
  import: [
    'fflate',
    'postal-mime',
    'saxes',
    'pdfjs-dist/legacy/build/pdf.mjs',
    'pdfjs-dist/legacy/build/pdf.worker.mjs',
  ],
};

const roomOf = (path: string) => /^server\/src\/([^/]+)\//.exec(path)?.[1] ?? path;
const shown = ({ from, specifier }: Import) => `${from} imports ${specifier}`;

test('the imports are really read', () => {
  expect(FILES.length).toBeGreaterThan(40);
  expect(IMPORTS.length).toBeGreaterThan(FILES.length);
  expect(IMPORTS.filter(({ file }) => file?.endsWith('.ts') && !FILES.includes(file)).map(shown)).toEqual([]);
  const lines = FILES.flatMap((path) => withoutComments(read(path)).match(/^.*\bfrom '.*$/gm) ?? []);
  expect(IMPORTS.length).toBeGreaterThanOrEqual(lines.length);
});

describe('text ← report ← prose, digest, edits ← checks ← features ← project ← view, summary ← lsp, cli; files ← lsp, cli', () => {
  test('every file stands in one of these rooms', () => {
    expect(FILES.filter((path) => !(roomOf(path) in KNOWS))).toEqual([]);
  });

  test.each(Object.entries(KNOWS))('%s knows only the rooms before it', (room, known) => {
    const strangers = IMPORTS.filter(({ from, file }) => {
      if (roomOf(from) !== room || file === undefined) return false;
      // The manifest and its texts, for what is shown of the version and the rules: only where there is a world outside.
      if (/^package(?:\.nls(?:\.zh-cn)?)?\.json$/.test(file)) return !OUTER.includes(room);
      return roomOf(file) !== room && !known.includes(roomOf(file));
    });
    expect(strangers.map(shown)).toEqual([]);
  });
});

describe('below lsp/ and cli/ the same code runs in Node, in a browser worker and in a test', () => {
  const inner = (path: string) => !OUTER.includes(roomOf(path));

  test('there is no import of vscode*, node: or any package, but for those of project/', () => {
    const outside = IMPORTS.filter(
      ({ from, file, specifier }) => inner(from) && file === undefined && !PACKAGES[roomOf(from)]?.includes(specifier),
    );
    expect(outside.map(shown)).toEqual([]);
  });

  test('there is no use of what only Node or only a browser has', () => {
    const globals = /\b(?:process|Buffer|require|__dirname|__filename|setImmediate|window|console)\b(?=[.(\s])/;
    const users = FILES.filter(inner).filter((path) => globals.test(stripStrings(withoutComments(read(path)))));
    expect(users).toEqual([]);
  });

  test('nor in lsp/, but for its entries: a browser worker has no setImmediate', () => {
    const server = FILES.filter((path) => roomOf(path) === 'lsp' && !/\/main\.ts$/.test(path));
    expect(server.length).toBeGreaterThan(20);
    const globals = /(?<!\.)\b(?:process|Buffer|require|__dirname|__filename|setImmediate)\b(?=[.(\s])/;
    expect(server.filter((path) => globals.test(stripStrings(withoutComments(read(path)))))).toEqual([]);
    const packages = IMPORTS.filter(({ from, specifier }) => server.includes(from) && /^node:|\/node$/.test(specifier));
    expect(packages.map(shown)).toEqual([]);
  });

  const stripStrings = (text: string) => text.replace(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "''");
});

test('lsp is the only importer of vscode-languageserver', () => {
  const users = IMPORTS.filter(({ specifier }) => specifier.startsWith('vscode')).map(({ from }) => roomOf(from));
  expect([...new Set(users)]).toEqual(['lsp']);
});

test('no file imports itself by way of others', () => {
  const targets = new Map<string, string[]>();
  for (const { from, file } of IMPORTS) if (file) targets.set(from, [...(targets.get(from) ?? []), file]);
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, road: readonly string[]): void => {
    if (road.includes(path)) cycles.push([...road.slice(road.indexOf(path)), path].join(' → '));
    if (done.has(path) || road.includes(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...road, path]);
    done.add(path);
  };
  for (const path of FILES) visit(path, []);
  expect(cycles).toEqual([]);
});

const KNOWN_TO_CLIENT = [
  'server/src/report/skim.ts',
  'server/src/view/style.ts',
  'server/src/text/foreign.ts',
  'server/src/text/list-change.ts',
];

describe('the client', () => {
  const imports = filesIn('client/src', '.ts').flatMap(importsOf);

  test('imports vscode, the language client and its own files', () => {
    const others = imports.filter(({ file, specifier }) =>
      file === undefined
        ? specifier !== 'vscode' && !specifier.startsWith('vscode-languageclient')
        : !file.startsWith('client/') && !file.startsWith('server/src/'),
    );
    expect(others.map(shown)).toEqual([]);
  });

  test('takes what only Node or only a browser has in its two entries, and nowhere else', () => {
    const bound = imports.filter(({ specifier }) => /\/(?:node|browser)$/.test(specifier)).map(shown);
    expect(bound.sort()).toEqual([
      'client/src/browser.ts imports vscode-languageclient/browser',
      'client/src/node.ts imports vscode-languageclient/node',
    ]);
  });

  test('holds no knowledge of reports: of the server it takes types, what a drawing and a notification look like, how a list changed, and the question whether a text is a report', () => {
    const taken = imports.filter(({ file, typeOnly }) => file?.startsWith('server/src/') && !typeOnly);
    expect(taken.map(({ file }) => file).filter((file) => !KNOWN_TO_CLIENT.includes(file ?? ''))).toEqual([]);
  });
});

describe('the page', () => {
  const imports = filesIn('page/src', '.ts').flatMap(importsOf);

  test('takes the rooms below, what the view of the editor uses, and nothing of Node but for one stand-in', () => {
    const others = imports.filter(({ file, specifier, typeOnly }) =>
      file === undefined
        ? specifier !== 'buffer/' && !typeOnly
        : /^server\/src\/(?:lsp|cli)\//.test(file) || !/^(?:server\/src|client\/webview|page\/src)\//.test(file),
    );
    expect(others.map(shown)).toEqual([]);
  });
});
