import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OutputJson } from '../../server/src/cli/json-format.ts';
import { cellAt, changeCell } from '../support/generate/fault.ts';
import { plainStyle, render } from '../support/generate/render.ts';
import { newSandbox, type Run, type Sandbox, someNumbers } from './harness.ts';

const given = someNumbers();
const rendered = render(given, 'tsv', plainStyle);
const good = rendered.text;
const total = cellAt(rendered, { table: 3, row: 2, column: 6 });
const bad = changeCell(rendered, total, '99999999');
/** Only a warning: the ordinal of section 六. */
const odd = good.replace('六、', '6、');

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await newSandbox();
});
afterAll(() => sandbox.remove());

const check = (...args: string[]): Promise<Run> => sandbox.run(['check', ...args]);
const parsed = ({ out }: Run) => JSON.parse(out) as OutputJson;

describe('exit code', () => {
  test('0 without an error-level finding', async () => {
    sandbox.write('codes/good.txt', good);
    sandbox.write('codes/odd.txt', odd);
    expect(await check('codes/good.txt')).toMatchObject({
      code: 0,
      out: '1 份报告，0 个错误，0 个警告，0 条信息\n',
      err: '',
    });
    const warned = await check('codes/odd.txt');
    expect(warned.out).toContain('警告');
    expect(warned.code).toBe(0);
  });

  test('1 with at least one, in text and in JSON', async () => {
    sandbox.write('codes/bad.txt', bad);
    expect((await check('codes')).code).toBe(1);
    expect((await check('codes', '--format', 'json')).code).toBe(1);
  });

  test('2 for bad usage', async () => {
    expect(await check()).toMatchObject({ code: 2, out: '', err: expect.stringContaining('没有给出') });
  });

  test('2 for a missing path, and the rest is checked', async () => {
    const run = await check('--format', 'json', 'nowhere.txt', 'codes/bad.txt', 'codes/nowhere');
    expect(run.code).toBe(2);
    expect(run.err).toContain('nowhere.txt：无法读取（找不到文件或文件夹）');
    expect(parsed(run).reports.map(({ path }) => path)).toEqual(['codes/bad.txt']);
    expect(parsed(run).skipped).toEqual([
      { path: 'nowhere.txt', reason: 'unreadable' },
      { path: 'codes/nowhere', reason: 'unreadable' },
    ]);
  });

  test('2 for a file and a folder that may not be read', async () => {
    const file = sandbox.write('locked/a.txt', good);
    const folder = join(sandbox.folder, 'locked', 'z');
    mkdirSync(folder);
    chmodSync(file, 0);
    chmodSync(folder, 0);
    // Root may read anything, so the child runs as somebody else.
    const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
    const run = await sandbox.run(['check', '--format', 'json', 'locked', 'codes/good.txt'], uid);
    chmodSync(folder, 0o700);
    expect(run.code).toBe(2);
    expect(run.err).toContain('没有权限');
    expect(parsed(run).reports).toHaveLength(1);
    expect(parsed(run).skipped).toEqual([
      { path: 'locked/a.txt', reason: 'unreadable' },
      { path: 'locked/z', reason: 'unreadable' },
    ]);
  });
});

describe('folders', () => {
  test('are searched for reports, in a stable order, without what belongs to programs', async () => {
    for (const name of ['b.txt', 'B/c.MD', 'B/deep/d.html', 'a.Txt']) sandbox.write(`tree/${name}`, good);
    for (const name of ['no.log', 'node_modules/x.txt', '.git/x.txt', '.x.txt']) sandbox.write(`tree/${name}`, good);
    sandbox.write('tree/notes.txt', '会议记录\n');
    sandbox.write('tree/picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
    symlinkSync('..', join(sandbox.folder, 'tree', 'B', 'round'));
    const run = await check('--format', 'json', 'tree');
    const names = ['tree/B/c.MD', 'tree/B/deep/d.html', 'tree/a.Txt', 'tree/b.txt'];
    expect(parsed(run).reports.map(({ path }) => path)).toEqual(names);
    expect(parsed(run).skipped).toEqual([
      { path: 'tree/notes.txt', reason: 'not-a-report' },
      { path: 'tree/picture.txt', reason: 'binary' },
    ]);
    expect(run.code).toBe(0);
    expect(run.err).toBe('zfxxgk：tree/picture.txt：是二进制文件，已跳过\n');
    expect((await check('tree/')).out).toBe('4 份报告，0 个错误，0 个警告，0 条信息；跳过 2 个文件\n');
  });

  test('give each file once, however often it is named', async () => {
    const run = await check('--format', 'json', 'tree/b.txt', 'tree', './tree/../tree/b.txt');
    expect(parsed(run).reports.map(({ path }) => path)).toEqual([
      'tree/b.txt',
      'tree/B/c.MD',
      'tree/B/deep/d.html',
      'tree/a.Txt',
    ]);
  });

  test('without any report are told of', async () => {
    mkdirSync(join(sandbox.folder, 'empty'));
    expect(await check('empty')).toMatchObject({ code: 0, err: expect.stringContaining('没有找到') });
    expect(await check('tree/notes.txt')).toMatchObject({
      code: 0,
      err: expect.stringContaining('tree/notes.txt：不像政府信息公开工作年度报告'),
    });
  });
});

describe('text', () => {
  test('shows the faulty line with carets under the cell', async () => {
    sandbox.write('text/bad.txt', bad);
    const run = await check('text/bad.txt');
    const lines = run.out.split('\n');
    expect(lines[0]).toBe(`text/bad.txt  ${given.agency}${given.year}年政府信息公开工作年度报告`);
    const found = lines.findIndex((line) => line.includes('(row-total)'));
    const before = good.slice(0, total.start).split('\n');
    expect(lines[found]).toMatch(new RegExp(`^  ${before.length}:${(before.at(-1)?.length ?? 0) + 1} 错误 `));
    expect(lines[found + 1]).toMatch(/^ *\d+ \| 三、本年度办理结果 .*99999999$/);
    // Every one of the ten Chinese characters of the side label and the seven of the row's is two columns wide.
    const shown = (lines[found + 1] ?? '').replace(/[^\u0020-\u007e]/g, '##');
    expect((lines[found + 2] ?? '').indexOf('^^^^^^^^')).toBe(shown.indexOf('99999999'));
    expect(run.out).toMatch(/1 份报告，\d+ 个错误，0 个警告，\d+ 条信息(；--fix 可改正 1 处)?\n$/);
  });

  test.each<[string[], Record<string, string>, boolean]>([
    [[], { CI: '1', TERM: 'xterm' }, false],
    [[], { FORCE_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '0' }, false],
    [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [['--no-color'], { FORCE_COLOR: '1' }, false],
    [['--color'], { NO_COLOR: '1' }, true],
  ])('in a pipe with %j and %o has colours: %s', async (args, env, expected) => {
    const { out } = await sandbox.run(['check', 'text/bad.txt', ...args], { env });
    expect(out).toContain('错误');
    expect(out.includes('\u001b')).toBe(expected);
  });

  test('ends in peace when its reader goes away', async () => {
    for (let at = 0; at < 40; at++) sandbox.write(`many/${at}.txt`, bad);
    const child = spawn(process.execPath, [sandbox.bundle, 'check', 'many'], { cwd: sandbox.folder });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, err }).toEqual({ code: 1, err: '' });
  });

  test('is complete however much it is', async () => {
    const run = await check('many');
    expect(run.out.match(/\(row-total\)/g)).toHaveLength(40);
    expect(run.out).toContain('40 份报告');
  });
});

describe('standard input', () => {
  test('is checked under its name', async () => {
    const named = await sandbox.run(['check', '--format', 'json', '--stdin-filename', 'x/y.txt', '-'], {
      stdin: Buffer.from(bad),
    });
    expect(named.code).toBe(1);
    expect(parsed(named).reports[0]?.path).toBe('x/y.txt');
    const unnamed = await sandbox.run(['check', '-'], { stdin: Buffer.from(bad) });
    expect(unnamed.out).toMatch(/^<stdin> {2}/);
  });

  test('that is no report says so', async () => {
    expect(await sandbox.run(['check', '-'], { stdin: Buffer.from('你好') })).toMatchObject({
      code: 0,
      err: expect.stringContaining('<stdin>：不像'),
    });
  });
});

test('--version is that of package.json', async () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(await sandbox.run(['--version'])).toMatchObject({ code: 0, out: `${manifest.version}\n`, err: '' });
});
