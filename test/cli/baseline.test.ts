import { cpSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OutputJson } from '../../server/src/cli/json-format.ts';
import { editedElsewhere, GOOD, odd, wrongTotal } from './faults.ts';
import { newSandbox, type Sandbox } from './harness.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await newSandbox();
});
afterAll(() => sandbox.remove());

const check = (...args: string[]) => sandbox.run(['check', ...args]);
const baseline = () => readFileSync(join(sandbox.folder, 'known.json'), 'utf8');
const known = () => (JSON.parse(baseline()) as { findings: Record<string, string>[] }).findings;

describe('the life of a baseline', () => {
  beforeEach(async () => {
    rmSync(join(sandbox.folder, 'reports'), { recursive: true, force: true });
    rmSync(join(sandbox.folder, 'known.json'), { force: true });
    sandbox.write('reports/b.txt', wrongTotal(3));
    sandbox.write('reports/a/a.txt', odd(GOOD));
    expect(await check('reports', '--baseline', 'known.json', '--update-baseline')).toMatchObject({
      code: 0,
      out: '2 份报告，0 个错误，0 个警告，0 条信息\n基线 known.json：已写入 3 处\n',
      err: '',
    });
  });

  test('it is sorted, readable and written the same again', async () => {
    expect(known().map(({ path, code }) => [path, code])).toEqual([
      ['reports/a/a.txt', 'section-numbering'],
      ['reports/b.txt', 'outcome-total'],
      ['reports/b.txt', 'row-total'],
    ]);
    expect(known()[2]?.message).toContain('差 3');
    const before = baseline();
    await check('reports', '--baseline', 'known.json', '--update-baseline');
    expect(baseline()).toBe(before);
  });

  test('what is known is not reported, wherever it stands by now', async () => {
    sandbox.write('reports/b.txt', editedElsewhere(wrongTotal(3)));
    expect(await check('reports', '--baseline', 'known.json')).toMatchObject({
      code: 0,
      out: '2 份报告，0 个错误，0 个警告，0 条信息\n基线 known.json：3 处已知问题不计\n',
    });
  });

  test('reports that were copied, moved or renamed stay known', async () => {
    cpSync(join(sandbox.folder, 'reports'), join(sandbox.folder, 'copy'), { recursive: true });
    renameSync(join(sandbox.folder, 'copy/b.txt'), join(sandbox.folder, 'copy/z.txt'));
    expect(await check('copy', '--baseline', 'known.json')).toMatchObject({
      code: 0,
      out: '2 份报告，0 个错误，0 个警告，0 条信息\n基线 known.json：3 处已知问题不计\n',
    });
    rmSync(join(sandbox.folder, 'reports'), { recursive: true });
    const moved = await check('copy', '--baseline', 'known.json');
    expect(moved.out).toContain('3 处已知问题不计\n');
    await check('copy', '--baseline', 'known.json', '--update-baseline');
    expect(known().map(({ path }) => path)).toEqual(['copy/a/a.txt', 'copy/z.txt', 'copy/z.txt']);
    rmSync(join(sandbox.folder, 'copy'), { recursive: true });
  });

  test('of a report without organ or year the path serves', async () => {
    const nameless = (text: string) =>
      text.replace(/^.*年度报告.*$/m, '政府信息公开工作年度报告').replace(/\d{4}年/g, '');
    sandbox.write('reports/b.txt', nameless(wrongTotal(3)));
    await check('reports', '--baseline', 'known.json', '--update-baseline');
    expect((await check('reports', '--baseline', 'known.json')).out).toMatch(/0 个错误/);
    sandbox.write('reports/d.txt', nameless(wrongTotal(3)));
    expect((await check('reports', '--baseline', 'known.json')).out).toMatch(/reports\/d\.txt[\s\S]*1 个错误/);
  });

  test('what is new is', async () => {
    // Its ordinal is known from another file of the same organ and year; the other numbers are not.
    sandbox.write('reports/b.txt', odd(wrongTotal(3)));
    sandbox.write('reports/c.txt', wrongTotal(4));
    const run = await check('reports', '--baseline', 'known.json', '--format', 'json');
    expect(run.code).toBe(1);
    const { reports } = JSON.parse(run.out) as OutputJson;
    expect(reports.map(({ path, diagnostics }) => [path, diagnostics.map(({ code }) => code)])).toEqual([
      ['reports/a/a.txt', []],
      ['reports/b.txt', []],
      ['reports/c.txt', ['row-total', 'outcome-total']],
    ]);
    expect(run.err).toBe('基线 known.json：4 处已知问题不计\n');
  });

  test('a finding comes back when its numbers change', async () => {
    sandbox.write('reports/b.txt', wrongTotal(4));
    const run = await check('reports', '--baseline', 'known.json');
    expect(run.code).toBe(1);
    expect(run.out).toContain('(row-total)');
    expect(run.out).toContain('基线 known.json：1 处已知问题不计，2 处已不再出现\n');
  });

  test('what was mended, or whose file is gone, is told of and dropped by the next update', async () => {
    sandbox.write('reports/b.txt', GOOD);
    expect((await check('reports', '--baseline', 'known.json')).out).toContain('1 处已知问题不计，2 处已不再出现\n');
    rmSync(join(sandbox.folder, 'reports/a/a.txt'));
    expect((await check('reports', '--baseline', 'known.json')).out).toContain('0 处已知问题不计，3 处已不再出现\n');
    const run = await check('reports', '--baseline', 'known.json', '--update-baseline');
    expect(run.out).toContain('基线 known.json：已写入 0 处，3 处已不再出现\n');
    expect(known()).toEqual([]);
  });

  test('a run over a part neither misses nor forgets the rest', async () => {
    const one = await check('reports/a', '--baseline', 'known.json');
    expect(one.out).toContain('基线 known.json：1 处已知问题不计\n');
    sandbox.write('reports/a/a.txt', GOOD);
    await check('reports/a', '--baseline', 'known.json', '--update-baseline');
    expect(known().map(({ path }) => path)).toEqual(['reports/b.txt', 'reports/b.txt']);
  });

  test('paths are those from its own folder, wherever the run starts', async () => {
    await check('reports', '--baseline', 'reports/own.json', '--update-baseline');
    const own = JSON.parse(readFileSync(join(sandbox.folder, 'reports/own.json'), 'utf8'));
    expect(own.findings.map(({ path }: { path: string }) => path)).toEqual(['a/a.txt', 'b.txt', 'b.txt']);
    expect((await check(join(sandbox.folder, 'reports'), '--baseline', 'reports/own.json')).code).toBe(0);
  });

  test('SARIF leaves out what is known', async () => {
    const run = await check('reports', '--baseline', 'known.json', '--format', 'sarif');
    expect(JSON.parse(run.out).runs[0].results).toEqual([]);
    expect(run.code).toBe(0);
  });
});

describe('a baseline that cannot be used ends with 2 and says why', () => {
  test.each([
    ['{', '不是合法的 JSON'],
    ['[]', '应为 { "version": 1'],
    ['{ "version": 2, "findings": [] }', 'version 应为 1'],
    ['{ "version": 1 }', 'findings 应为 [ … ]'],
    ['{ "version": 1, "findings": [3] }', 'findings[0] 应为 { … }'],
    ['{ "version": 1, "findings": [{ "path": "a", "code": 1, "fingerprint": "f" }] }', 'findings[0].code 应为文字'],
  ])('%s', async (text, why) => {
    const place = sandbox.write('bad.json', text);
    for (const update of [[], ['--update-baseline']]) {
      const run = await check('.', '--baseline', 'bad.json', ...update);
      expect(run).toMatchObject({ code: 2, out: '' });
      expect(run.err).toContain(`基线文件 bad.json 无法使用：${why}`);
    }
    expect(readFileSync(place, 'utf8')).toBe(text);
  });

  test('not there', async () => {
    expect(await check('.', '--baseline', 'none.json')).toMatchObject({
      code: 2,
      err: expect.stringContaining('找不到基线文件 none.json'),
    });
  });

  test('not to be written', async () => {
    sandbox.write('x.txt', GOOD);
    const run = await check('x.txt', '--baseline', 'no/such/folder.json', '--update-baseline');
    expect(run).toMatchObject({ code: 2, err: expect.stringContaining('基线文件 no/such/folder.json 无法写入') });
  });
});
