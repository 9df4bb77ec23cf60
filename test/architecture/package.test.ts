import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json';
import { packCli, packVsix } from '../../scripts/pack.mjs';
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
    'page',
    'examples',
    'tsconfig.base.json',
    'server',
    'scripts',
    'syntaxes',
    'schemas',
    'l10n',
    'docs',
    'images',
    'walkthrough',
  ],
];

/** All that ships. vsce changes the case of some names and adds the first two. */
const EXPECTED = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  ...[
    'LICENSE.txt',
    'changelog.md',
    'dist/NOTICES.txt',
    'dist/client.js',
    'dist/drawing.js',
    'dist/office.js',
    'dist/pdf.mjs',
    'dist/server.js',
    'dist/web/client.js',
    'dist/web/server.js',
    'images/icon.png',
    'l10n/bundle.l10n.json',
    'l10n/bundle.l10n.zh-cn.json',
    'package.json',
    'package.nls.json',
    'package.nls.zh-cn.json',
    'readme.md',
    'schemas/zfxxgk.schema.json',
    'syntaxes/language-configuration.json',
    'syntaxes/zfxxgk-report.tmLanguage.json',
    'walkthrough/example.txt',
    ...['open', 'see', 'fix', 'own'].map((name) => `walkthrough/${name}.png`),
    ...['README', ...RULE_CODES].map((name) => `docs/rules/${name}.md`),
  ].map((name) => `extension/${name}`),
];

const folder = mkdtempSync(join(tmpdir(), 'zfxxgk-vsix-'));
let size = 0;
let entries: Entry[] = [];

/** Packs as `npm run package` does, in a copy of the sources. */
async function pack(): Promise<Buffer> {
  const source = join(folder, 'source');
  for (const name of SOURCES.filter((each) => existsSync(join(ROOT, each))))
    cpSync(join(ROOT, name), join(source, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(source, 'node_modules'), 'junction');
  const vsix = join(folder, 'packed.vsix');
  await packVsix(source, vsix);
  return readFileSync(vsix);
}

beforeAll(async () => {
  const began = performance.now();
  const archive = await pack();
  size = archive.length;
  entries = unzip(archive);
  const seconds = (performance.now() - began) / 1000;
  console.log(`packed in ${seconds.toFixed(1)} s: ${entries.length} files, ${(size / 1024).toFixed(0)} KB`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the .vsix', () => {
  test('holds only what runs, and all of it', () => {
    expect(entries.map(({ name }) => name).sort()).toEqual([...EXPECTED].sort());
  });

  test('is under 2 MB, and without what only some people need under 500 KB', () => {
    // Word, Excel and PDF, an editor in a browser, and the pictures of the walkthrough.
    const some = entries.filter(({ name }) => /\/dist\/(?:web\/|office\.js|pdf\.mjs)|\/walkthrough\//.test(name));
    const sizes = some.map(({ name, read }) => ({ name, packed: deflateRawSync(read()).length }));
    for (const { name, packed } of sizes) console.log(`${name}: ${(packed / 1024).toFixed(0)} KB`);
    expect(sizes.filter(({ packed }) => packed > 100 * 1024).length).toBeGreaterThanOrEqual(3);
    expect(size).toBeLessThan(2 * 1024 * 1024);
    const rest = sizes.reduce((left, { packed }) => left - packed, size);
    console.log(`the rest: ${(rest / 1024).toFixed(0)} KB`);
    expect(rest).toBeLessThan(500 * 1024);
  });

  test('names only files that it holds', () => {
    const held = new Set(entries.map(({ name }) => name));
    const { main, browser, contributes } = manifest;
    const named = [
      main,
      browser,
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.languages.flatMap(({ configuration }) => configuration ?? []),
      ...contributes.jsonValidation.map(({ url }) => url),
      manifest.icon,
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.image)),
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

describe('both packages', () => {
  test('are the same bytes when they are made again, elsewhere and later', async () => {
    const again = join(folder, 'again.vsix');
    await packVsix(join(folder, 'source'), again);
    expect(readFileSync(again).equals(readFileSync(join(folder, 'packed.vsix')))).toBe(true);
    const [one, two] = ['one', 'two'].map((name) => join(folder, name));
    const packed: Buffer[] = [];
    for (const place of [one, two] as string[]) {
      mkdirSync(place);
      packed.push(readFileSync(await packCli(ROOT, place)));
    }
    expect(packed[0]?.equals(packed[1] as Buffer)).toBe(true);
  });

  test('the links in the README of the .vsix lead to files that it holds', () => {
    const held = new Set(entries.map(({ name }) => name));
    const readme =
      entries
        .find(({ name }) => name === 'extension/readme.md')
        ?.read()
        .toString() ?? '';
    const links = [...readme.matchAll(/\]\(([^)#][^)]*)\)/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !link.startsWith('https:') && !held.has(`extension/${link}`))).toEqual([]);
    expect(readme).not.toContain('![');
  });
});

describe('the npm package', () => {
  test('installs the command and its manual page on a clean prefix, and needs nothing else', async () => {
    const tgz = await packCli(ROOT, folder);
    const prefix = join(folder, 'prefix');
    const install = ['install', '--global', '--prefix', prefix, '--offline', '--no-audit', '--no-fund', resolve(tgz)];
    execFileSync('npm', install, { shell: process.platform === 'win32', stdio: 'pipe' });
    const command = join(prefix, process.platform === 'win32' ? 'zfxxgk.cmd' : 'bin/zfxxgk');
    const run = (...args: string[]) =>
      execFileSync(command, args, { encoding: 'utf8', shell: process.platform === 'win32', cwd: folder });
    expect(run('--version')).toBe(`${manifest.version}\n`);
    expect(run('rule', 'row-total')).toContain('## 怎么改');
    expect(run('check', join(ROOT, 'examples/栖云县水利局-2024.md'))).toContain('1 份报告，0 个错误');
  });
});
