import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readGlob } from '../../server/src/cli/globs.ts';
import type { OutputJson } from '../../server/src/cli/json-format.ts';
import { GOOD, odd, wrongTotal } from './faults.ts';
import { newSandbox, type RunOptions, type Sandbox } from './harness.ts';

/** Which files are checked, as what, and by which settings. */

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await newSandbox();
  for (const name of ['甲/2023.txt', '甲/2024.txt', '甲/草稿/2024.txt', '乙/2024.md', '乙/页面.htm'])
    sandbox.write(`all/${name}`, GOOD);
  sandbox.write('all/说明.txt', '会议记录\n');
  sandbox.write('all/表.csv', GOOD);
});
afterAll(() => sandbox.remove());

async function check(args: readonly string[], options?: RunOptions) {
  const run = await sandbox.run(['check', '--format', 'json', ...args], options);
  const { reports, skipped } = JSON.parse(run.out) as OutputJson;
  const found = reports.flatMap(({ diagnostics }) => diagnostics.map(({ code, severity }) => `${code} ${severity}`));
  return { ...run, paths: reports.map(({ path }) => path), skipped, found };
}

describe('files', () => {
  test.each<[string[], string[]]>([
    [['all'], ['all/乙/2024.md', 'all/乙/页面.htm', 'all/甲/2023.txt', 'all/甲/2024.txt', 'all/甲/草稿/2024.txt']],
    [['**/2024.*'], ['all/乙/2024.md', 'all/甲/2024.txt', 'all/甲/草稿/2024.txt']],
    [['./all/*/2024.{md,txt}'], ['all/乙/2024.md', 'all/甲/2024.txt']],
    [['all/*.csv'], ['all/表.csv']],
    [
      ['all', '!草稿', '--exclude', '*.htm'],
      ['all/乙/2024.md', 'all/甲/2023.txt', 'all/甲/2024.txt'],
    ],
    [
      ['all', '--exclude', 'all/甲'],
      ['all/乙/2024.md', 'all/乙/页面.htm'],
    ],
  ])('%j are %j', async (args, expected) => {
    expect((await check(args)).paths).toEqual(expected);
  });

  test('a pattern without a match, or of no known kind, ends with 2', async () => {
    expect(await check(['all/*.docx'])).toMatchObject({ code: 2, err: expect.stringContaining('没有与它相符的文件') });
    const run = await sandbox.run(['check', 'all', '--exclude', '+(a)']);
    expect(run).toMatchObject({ code: 2, err: expect.stringContaining('不支持这个通配符：+(a)') });
  });

  test('on Windows a backslash parts folders', () => {
    const glob = readGlob('.\\年报\\**\\*.txt', 'win32');
    expect(glob.folder).toBe('年报');
    expect(glob.matches('年报/甲/2024.txt')).toBe(true);
  });

  test('that are not checked are named with --verbose, or when they were named', async () => {
    const skipped = ['all/甲/2023.txt：按 --exclude 不检查', 'all/说明.txt：不像政府信息公开工作年度报告'];
    const [quiet, verbose] = await Promise.all(
      [[], ['--verbose']].map((more) => check(['all', '--exclude', '2023*', ...more])),
    );
    expect(quiet?.err).toBe('');
    for (const words of skipped) expect(verbose?.err).toContain(words);
    expect(verbose?.skipped).toContainEqual({ path: 'all/甲/2023.txt', reason: 'excluded' });
    expect((await check(['all/说明.txt'])).err).toContain(skipped[1]);
  });
});

describe('--assume-report', () => {
  const rows = GOOD.slice(GOOD.indexOf('一、本年新收'), GOOD.indexOf('四、政府信息公开行政复议'));
  const wrong = wrongTotal(3);
  const wrongRows = wrong.slice(wrong.indexOf('一、本年新收'), wrong.indexOf('四、政府信息公开行政复议'));

  test('checks the 25 rows of table 3 alone, and misses nothing that is not there', async () => {
    expect(await check(['-'], { stdin: Buffer.from(wrongRows) })).toMatchObject({ paths: [] });
    expect(await check(['-', '--assume-report'], { stdin: Buffer.from(rows) })).toMatchObject({ code: 0, found: [] });
    const { found, code } = await check(['-', '--assume-report'], { stdin: Buffer.from(wrongRows) });
    expect(found).toEqual(['row-total 1', 'outcome-total 3']);
    expect(code).toBe(1);
  });

  test('finds in a whole report what is found without it, and no report where no table is', async () => {
    const [cut = ''] = wrong.split('五、');
    const [given, assumed] = await Promise.all(
      [[], ['--assume-report']].map((more) => check(['-', ...more], { stdin: Buffer.from(cut) })),
    );
    expect(assumed?.found).toEqual(given?.found);
    expect(await check(['all/说明.txt', '--assume-report'])).toMatchObject({ paths: [] });
  });
});

describe('settings', () => {
  const faulty = { stdin: Buffer.from(odd(wrongTotal(3))) };

  test('of a folder hold for standard input that bears a name in it', async () => {
    sandbox.write('set/.zfxxgk.json', '{ "rules": { "section-numbering": "off" } }');
    const named = await check(['-', '--stdin-filename', 'set/a.txt'], faulty);
    expect(named.found).toEqual(['row-total 1', 'outcome-total 3']);
    expect((await check(['-'], faulty)).found).toContain('section-numbering 2');
    expect((await check(['-', '--stdin-filename', 'set/a.txt', '--no-config'], faulty)).found).toContain(
      'section-numbering 2',
    );
  });

  test('of --config take the place of all others, and --rule goes before', async () => {
    sandbox.write('set/a.txt', odd(wrongTotal(3)));
    sandbox.write('set/draft.txt', GOOD);
    sandbox.write('other.json', '{ "rules": { "section-numbering": "hint" }, "ignore": ["set/draft.txt"] }');
    const { found, skipped } = await check(['set', '--config', 'other.json', '--rule', 'outcome-total=error']);
    expect(found).toEqual(['row-total 1', 'outcome-total 1', 'section-numbering 4']);
    expect(skipped).toEqual([{ path: 'set/draft.txt', reason: 'ignored' }]);
    const run = await sandbox.run(['check', 'set', '--config', 'nowhere.json']);
    expect(run).toMatchObject({ code: 2, out: '', err: 'zfxxgk：nowhere.json：无法读取（找不到文件）\n' });
    rmSync(join(sandbox.folder, 'set'), { recursive: true });
  });
});
