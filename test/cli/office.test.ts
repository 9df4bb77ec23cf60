import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docxOf, paragraph, renderDocx } from '../support/docx.ts';
import { type Numbers, numbers } from '../support/generate/numbers.ts';
import { plainStyle } from '../support/generate/style.ts';
import { newSandbox, type Sandbox } from './harness.ts';

/** A sound report, and the same with 7 more in the total of 一. */
const [sound] = fc.sample(numbers, { seed: 8, numRuns: 1 }) as [Numbers];
const wrong: Numbers = {
  ...sound,
  table3: sound.table3.map((row, at) =>
    at === 0 ? [...row.slice(0, 6), (row[6] ?? 0) + 7] : row,
  ) as Numbers['table3'],
};
const SOUND = Buffer.from(renderDocx(sound, 'wps', plainStyle));
const WRONG = Buffer.from(renderDocx(wrong, 'word', plainStyle));

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await newSandbox();
});
afterAll(() => sandbox.remove());

describe('a Word document', () => {
  test('is checked like any text; what is found has its place in the form', async () => {
    sandbox.write('年报.docx', WRONG);
    const { code, out } = await sandbox.run(['check', '--format', 'json', '年报.docx']);
    expect(code).toBe(1);
    const [report] = JSON.parse(out).reports;
    expect(report).toMatchObject({ agency: sound.agency, year: sound.year });
    const found = report.diagnostics.find((each: { code: string }) => each.code === 'row-total');
    expect(found.source).toMatchObject({ table: 3, column: '总计', paragraph: expect.any(Number) });
  });

  test('is found in a folder, but not the lock file beside it; with tracked changes it says so', async () => {
    mkdirSync(join(sandbox.folder, '各局'));
    sandbox.write('各局/年报.docx', WRONG);
    sandbox.write('各局/~$年报.docx', 'lock');
    const { out, err } = await sandbox.run(['check', '各局']);
    expect(out).toContain('1 份报告');
    expect(err).toContain('各局/年报.docx：文件中有修订');
    expect(err).not.toContain('~$');
  });

  test('is never written by --fix, which says so', async () => {
    sandbox.write('改.docx', WRONG);
    const { code, err } = await sandbox.run(['check', '--fix', '改.docx']);
    expect(code).toBe(1);
    expect(err).toContain('不改写 .docx 文件');
    expect(readFileSync(join(sandbox.folder, '改.docx'))).toEqual(WRONG);
  });

  test('counts in a summary', async () => {
    sandbox.write('汇总.docx', SOUND);
    const { code, out } = await sandbox.run(['summary', '--format', 'json', '汇总.docx']);
    expect(code).toBe(0);
    expect(out).toContain(sound.agency);
  });
});

describe('zfxxgk text', () => {
  test('prints what line numbers refer to', async () => {
    sandbox.write('段.docx', Buffer.from(docxOf(paragraph('第一段') + paragraph('第二段'))));
    const { code, out, err } = await sandbox.run(['text', '段.docx']);
    expect({ code, out, err }).toEqual({ code: 0, out: '第一段\n第二段\n', err: '' });
  });

  test('prints texts as they are', async () => {
    sandbox.write('a.txt', '正文\r\n');
    expect((await sandbox.run(['text', 'a.txt'])).out).toBe('正文\r\n');
  });
});

describe('a file that was named and cannot be read ends with 2 and says what to do', () => {
  test.each([
    ['旧.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), '另存为 .docx'],
    ['坏.docx', Buffer.from('PK nonsense'), '已损坏'],
    ['密.docx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), '取消密码'],
    ['空.xlsx', Buffer.alloc(0), '没有文字'],
    ['年报.pdf', Buffer.from('%PDF-1.7'), '已损坏'],
  ])('%s', async (name, bytes, words) => {
    sandbox.write(name, bytes);
    for (const command of ['check', 'text']) {
      const { code, err } = await sandbox.run([command, name]);
      expect(code).toBe(2);
      expect(err).toContain(words);
    }
  });

  test('a PDF says which part is missing where only the program was copied', () => {
    const program = sandbox.write('只有它/cli.js', readFileSync(sandbox.bundle));
    const file = sandbox.write('年报.pdf', '%PDF-1.7');
    const { status, stderr } = spawnSync(process.execPath, [program, 'check', file], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('pdf.mjs');
  });

  test('one that lies in a folder is named, but is no failure', async () => {
    mkdirSync(join(sandbox.folder, '杂'));
    sandbox.write('杂/密.docx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]));
    const { code, err } = await sandbox.run(['check', '杂']);
    expect(code).toBe(0);
    expect(err).toContain('杂/密.docx：没有检查（文件设有密码');
  });
});
