import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json';
import { RULE_CODES } from '../../server/src/checks/rules/index.ts';
import { connect } from '../lsp/client.ts';
import { ROOT } from './sources.ts';
import { type Entry, unzip } from './zip.ts';

/** What the package is made of; `dist` of the working folder is left alone, for other tests may be running it. */
const SOURCES = [
  ...['package.json', 'package.nls.json', 'package.nls.zh-cn.json', '.vscodeignore'],
  ...[
    'README.md',
    'CHANGELOG.md',
    'LICENSE',
    'client',
    'server',
    'scripts',
    'syntaxes',
    'schemas',
    'l10n',
    'docs',
    'images',
  ],
];

/** All that ships. vsce changes the case of some names and adds the first two. */
const EXPECTED = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  ...[
    'LICENSE.txt',
    'changelog.md',
    'dist/client.js',
    'dist/drawing.js',
    'dist/server.js',
    'l10n/bundle.l10n.json',
    'l10n/bundle.l10n.zh-cn.json',
    'package.json',
    'package.nls.json',
    'package.nls.zh-cn.json',
    'readme.md',
    'schemas/zfxxgk.schema.json',
    'syntaxes/language-configuration.json',
    'syntaxes/zfxxgk-report.tmLanguage.json',
    ...['README', ...RULE_CODES].map((name) => `docs/rules/${name}.md`),
  ].map((name) => `extension/${name}`),
];

const folder = mkdtempSync(join(tmpdir(), 'zfxxgk-vsix-'));
let size = 0;
let entries: Entry[] = [];

/** Packs as `npm run package` does, in a copy of the sources. */
async function pack(): Promise<Buffer> {
  for (const name of SOURCES.filter((each) => existsSync(join(ROOT, each))))
    cpSync(join(ROOT, name), join(folder, 'source', name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'source', 'node_modules'), 'junction');
  const vsix = join(folder, 'packed.vsix');
  const [, given = ''] = /\bvsce (package .*)$/.exec(manifest.scripts.package) ?? [];
  const words = given
    .replace(/--out \S+/, '')
    .split(' ')
    .filter((word) => word !== '');
  const vsce = join(ROOT, 'node_modules', '@vscode', 'vsce', 'vsce');
  await promisify(execFile)(process.execPath, [vsce, ...words, '--out', vsix], { cwd: join(folder, 'source') });
  return readFileSync(vsix);
}

beforeAll(async () => {
  const began = performance.now();
  const archive = await pack();
  size = archive.length;
  entries = unzip(archive);
  const seconds = (performance.now() - began) / 1000;
  console.log(`packed in ${seconds.toFixed(1)} s: ${entries.length} files, ${(size / 1024).toFixed(0)} KB`);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the .vsix', () => {
  test('holds only what runs, and all of it', () => {
    expect(entries.map(({ name }) => name).sort()).toEqual([...EXPECTED].sort());
  });

  test('is under 400 KB', () => {
    expect(size).toBeGreaterThan(50 * 1024);
    expect(size).toBeLessThan(400 * 1024);
  });

  test('names only files that it holds', () => {
    const held = new Set(entries.map(({ name }) => name));
    const { main, contributes } = manifest;
    const named = [
      main,
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.languages.flatMap(({ configuration }) => configuration ?? []),
      ...contributes.jsonValidation.map(({ url }) => url),
    ];
    expect(named.filter((path) => !held.has(`extension/${path.replace(/^\.\//, '')}`))).toEqual([]);
  });

  test('its server starts without node_modules and answers initialize', async () => {
    for (const { name, read } of entries) {
      const path = join(folder, 'unpacked', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, read());
    }
    const began = performance.now();
    const client = connect(join(folder, 'unpacked', 'extension', 'dist', 'server.js'));
    const answer = await client.ask('initialize', { processId: null, rootUri: null, capabilities: {} });
    console.log(`the packed server answers after ${(performance.now() - began).toFixed(0)} ms`);
    expect(answer).toMatchObject({ serverInfo: { name: manifest.name, version: manifest.version } });
    await client.ask('shutdown');
    client.notify('exit');
    expect(await client.exit).toBe(0);
  });
});
