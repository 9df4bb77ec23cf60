import { mkdirSync, readFileSync, rmSync } from 'node:fs';
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
beforeEach(() => {
  rmSync(join(sandbox.folder, 'p'), { recursive: true, force: true });
  mkdirSync(join(sandbox.folder, 'p'));
});

const config = (folder: string, value: unknown) => sandbox.write(`${folder}/.zfxxgk.json`, JSON.stringify(value));

/** `code severity` of what is found, by path; and what was left out. */
async function check(...args: string[]) {
  const run = await sandbox.run(['check', '--format', 'json', ...args]);
  const { reports, skipped } = JSON.parse(run.out) as OutputJson;
  const found = reports.map(({ path, diagnostics }) => [
    path,
    diagnostics.map((each) => `${each.code} ${each.severity}`),
  ]);
  return { ...run, found: Object.fromEntries(found) as Record<string, string[]>, reports, skipped };
}

describe('rules', () => {
  test('hold for the folder and those below, and the nearest wins, rule by rule', async () => {
    for (const name of ['a.txt', 'x/b.txt', 'x/y/c.txt']) sandbox.write(`p/${name}`, odd(wrongTotal(3)));
    config('p', { rules: { 'section-numbering': 'error', 'row-total': 'off' } });
    config('p/x', { rules: { 'row-total': 'hint' } });
    config('p/x/y', { rules: { 'outcome-total': 'off', 'section-numbering': 'off' } });
    const { found, code } = await check('p');
    expect(found).toEqual({
      'p/a.txt': ['outcome-total 1', 'section-numbering 1'],
      'p/x/b.txt': ['row-total 4', 'outcome-total 1', 'section-numbering 1'],
      'p/x/y/c.txt': ['row-total 4'],
    });
    expect(code).toBe(1);
    expect(await check('p/x/y/c.txt')).toMatchObject({ found: { 'p/x/y/c.txt': ['row-total 4'] }, code: 0 });
  });

  test('hold for standard input that has a name', async () => {
    config('p', { rules: { 'section-numbering': 'error' } });
    const stdin = Buffer.from(odd(GOOD));
    const named = await sandbox.run(['check', '-', '--stdin-filename', 'p/new.txt'], { stdin });
    expect([named.code, (await sandbox.run(['check', '-'], { stdin })).code]).toEqual([1, 0]);
  });
});

describe('ignore', () => {
  test('leaves files and folders out, from the folder of the file; a named one is told of', async () => {
    for (const name of ['a.txt', '旧/b.txt', '旧/深/c.txt', 'x/旧/d.txt', 'x/草稿1.txt'])
      sandbox.write(`p/${name}`, GOOD);
    config('p', { ignore: ['旧/', '**/草稿*.txt'] });
    const { found, skipped, err } = await check('p', 'p/旧/b.txt');
    expect(Object.keys(found)).toEqual(['p/a.txt', 'p/x/旧/d.txt']);
    expect(skipped.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      'p/x/草稿1.txt ignored',
      'p/旧/b.txt ignored',
      'p/旧/深/c.txt ignored',
    ]);
    expect(err).toBe('');
    expect((await check('p/旧/b.txt')).err).toContain('p/旧/b.txt：按 .zfxxgk.json 中的 ignore 不检查');
  });

  test('keeps --fix away, and standard input as it is', async () => {
    const place = sandbox.write('p/a.txt', wrongTotal(3));
    config('p', { ignore: ['*.txt'] });
    await sandbox.run(['check', '--fix', 'p']);
    expect(readFileSync(place, 'utf8')).toBe(wrongTotal(3));
    const stdin = Buffer.from(wrongTotal(3));
    const run = await sandbox.run(['check', '--fix', '-', '--stdin-filename', 'p/b.txt'], { stdin });
    expect(run.stdout).toEqual(stdin);
  });
});

describe('dismissed', () => {
  test('findings are out of sight until their numbers change, and counted', async () => {
    const place = sandbox.write('p/x/a.txt', wrongTotal(3));
    const [report] = (await check('p')).reports;
    const dismissed = (report?.diagnostics ?? []).map(({ code, fingerprint }) => ({
      path: 'x/a.txt',
      code,
      fingerprint,
      reason: '原表如此',
    }));
    config('p', { dismissed });
    expect(await sandbox.run(['check', 'p'])).toMatchObject({
      code: 0,
      out: '1 份报告，0 个错误，0 个警告，0 条信息；按 .zfxxgk.json 忽略 2 处\n',
    });
    sandbox.write('p/x/a.txt', editedElsewhere(wrongTotal(3)));
    expect((await check('p')).code).toBe(0);
    sandbox.write('p/x/b.txt', wrongTotal(3));
    expect((await check('p')).found).toEqual({ 'p/x/a.txt': [], 'p/x/b.txt': ['row-total 1', 'outcome-total 3'] });
    sandbox.write('p/x/a.txt', wrongTotal(4));
    expect((await check('p/x/a.txt')).found['p/x/a.txt']).toHaveLength(2);
    // What someone has decided to leave must not be changed behind their back.
    sandbox.write('p/x/a.txt', wrongTotal(3));
    await sandbox.run(['check', '--fix', 'p/x/a.txt']);
    expect(readFileSync(place, 'utf8')).toBe(wrongTotal(3));
  });
});

describe('a .zfxxgk.json with faults', () => {
  test('gives one message that names file, place and what was expected, and the rest of it holds', async () => {
    sandbox.write('p/a.txt', odd(wrongTotal(3)));
    sandbox.write('p/b.txt', odd(GOOD));
    sandbox.write(
      'p/.zfxxgk.json',
      '\uFEFF{\n  // 注释可以有\n  "rules": { "row-total": "fatal", "outcome-total": "off", "sum": "off" },\n  "ignore": ["b.txt"],\n}\n',
    );
    const { found, err, code } = await check('p');
    expect(found).toEqual({ 'p/a.txt': ['row-total 1', 'section-numbering 2'] });
    expect(code).toBe(2);
    expect(err).toBe(
      'zfxxgk：p/.zfxxgk.json：第 3 行第 27 列 rules.row-total 写的是 "fatal"，应为 error、warning、information、hint、off 之一；' +
        '第 3 行第 67 列 rules.sum 写的是 "off"，没有这条规则（zfxxgk rules 列出全部规则，编辑器中有补全）。这些不起作用，其余照常使用。\n',
    );
  });

  test('that is no text is told of', async () => {
    sandbox.write('p/a.txt', GOOD);
    sandbox.write('p/.zfxxgk.json', Buffer.from([1, 0, 2]));
    expect(await check('p')).toMatchObject({
      code: 2,
      err: 'zfxxgk：p/.zfxxgk.json：无法读取（不是文本文件），这个文件的设置不起作用，按没有它检查\n',
    });
  });
});
