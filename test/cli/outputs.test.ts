import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMarked } from '../support/marked.ts';
import { report } from '../support/report.ts';
import { AGENCY, GOOD, odd, wrongTotal } from './faults.ts';
import { newSandbox, type Sandbox } from './harness.ts';

/** Where results go, what is shown of them, and what they end with. */

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await newSandbox();
  sandbox.write('p/a.txt', odd(wrongTotal(3)));
  sandbox.write('p/b.txt', GOOD);
  sandbox.write('p/<c>&"d".txt', '会议记录\n');
});
afterAll(() => sandbox.remove());

const check = (...args: string[]) => sandbox.run(['check', ...args]);
const read = (name: string) => readFileSync(join(sandbox.folder, name), 'utf8');

describe('-o', () => {
  test.each(['text', 'json', 'sarif', 'github', 'gitlab', 'junit', 'csv'])('writes %s into a file', async (format) => {
    const shown = await check('p', '--format', format);
    const written = await check('p', '--format', format, '-o', `out.${format}`);
    expect(written).toMatchObject({ code: shown.code, out: '' });
    expect(read(`out.${format}`)).toBe(shown.out);
  });

  test('leaves nothing half written, and says why it could not', async () => {
    expect(await check('p', '-o', 'no/such/folder.txt')).toMatchObject({
      code: 2,
      err: 'zfxxgk：no/such/folder.txt：无法写入（找不到文件或文件夹）\n',
    });
    sandbox.write('kept.txt', 'before');
    expect((await check('p', '-o', 'kept.txt', '--baseline', 'nowhere.json')).code).toBe(2);
    expect(read('kept.txt')).toBe('before');
    expect(readdirSync(sandbox.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(existsSync(join(sandbox.folder, 'no'))).toBe(false);
  });
});

describe('how much is told', () => {
  test('--errors-only tells of errors, and --max-warnings counts warnings all the same', async () => {
    sandbox.write('w/a.txt', odd(GOOD));
    expect((await check('w')).code).toBe(0);
    const run = await check('w', '--errors-only', '--max-warnings', '0');
    expect(run).toMatchObject({ code: 1, out: '1 份报告，0 个错误，0 个警告，0 条信息；--fix 可改正 1 处\n' });
    expect(run.err).toBe('zfxxgk：警告 1 个，多于 --max-warnings 允许的 0 个\n');
    expect((await check('w', '--max-warnings', '1')).code).toBe(0);
    expect((await check('p/a.txt', '--errors-only')).out).not.toContain('section-numbering');
  });

  test('what follows from a wrong cell stands below it', async () => {
    const { out } = await check('p/a.txt');
    const lines = out.split('\n');
    const at = lines.findIndex((line) => line.includes('(row-total)'));
    expect(lines[at + 3]).toMatch(/^ {7}└ \d+:\d+ 因此：“总计”列（七）总计写 \d+，.*\(outcome-total\)$/);
  });

  test('--explain is part of the JSON', async () => {
    const { out } = await check('p/b.txt', '--explain', '--format', 'json');
    expect(JSON.parse(out).reports[0].explanation).toContain(`机关：${AGENCY}`);
  });

  test('in English everything is English but the names of the form', async () => {
    const { out, err } = await sandbox.run(['check', 'p', 'nowhere.txt', '--verbose'], {
      env: { LANG: 'en_GB.UTF-8' },
    });
    expect(out).toMatch(/ error Total of row “（一）予以公开” is \d+/);
    expect(out).toContain('2 reports, 1 error, 1 warning, 1 note; --fix would correct 2; 2 files skipped');
    expect(err).toContain('nowhere.txt: cannot be read (no such file or folder)');
  });
});

describe('for CI servers', () => {
  test('JUnit has a suite for each file, whatever its name', async () => {
    const { out } = await check('p', 'nowhere.txt', '--format', 'junit');
    const counts: Record<string, Record<string, string>> = {};
    const failures: string[] = [];
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => {
      const values = attributes as Record<string, string>;
      if (name === 'testsuite') counts[values.name ?? ''] = values;
      if (name === 'failure') failures.push(values.type ?? '');
    });
    parser.write(out).close();
    expect(Object.keys(counts)).toEqual(['p/<c>&"d".txt', 'p/a.txt', 'p/b.txt', 'nowhere.txt']);
    expect(counts['p/a.txt']).toMatchObject({ tests: '3', failures: '2', errors: '0', skipped: '0' });
    expect(counts['p/b.txt']).toMatchObject({ tests: '1', failures: '0' });
    expect(counts['p/<c>&"d".txt']).toMatchObject({ skipped: '1' });
    expect(counts['nowhere.txt']).toMatchObject({ errors: '1' });
    expect(failures).toEqual(['error', 'warning']);
  });

  test('GitLab gets a list of issues with paths from the folder of the run and fingerprints that last', async () => {
    const run = async () => JSON.parse((await check('p', '--format', 'gitlab')).out) as Record<string, unknown>[];
    const issues = await run();
    expect(issues.map(({ check_name, severity }) => [check_name, severity])).toEqual([
      ['row-total', 'major'],
      ['outcome-total', 'info'],
      ['section-numbering', 'minor'],
    ]);
    expect(issues[0]).toMatchObject({
      description: expect.stringContaining('行总计写'),
      location: { path: 'p/a.txt', lines: { begin: expect.any(Number) } },
    });
    const prints = (all: typeof issues) => all.map(({ fingerprint }) => fingerprint);
    expect(new Set(prints(issues)).size).toBe(3);
    expect(prints(await run())).toEqual(prints(issues));
    expect(JSON.parse((await check('p/b.txt', '--format', 'gitlab')).out)).toEqual([]);
  });
});

describe('--watch', () => {
  const on = (year: number, three = '\n') =>
    readMarked(report({ layout: 'tsv', title: `砚泠市档案局${year}年政府信息公开工作年度报告`, three })).text;

  test('checks again what changes, and the report of the year after, until it is stopped', async () => {
    sandbox.write('years/2023.txt', on(2023));
    sandbox.write('years/2024.txt', on(2024));
    const child = spawn(process.execPath, [sandbox.bundle, 'check', '--watch', 'years'], {
      cwd: sandbox.folder,
      env: { PATH: process.env.PATH },
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk;
    });
    const until = async (words: string) => {
      for (let tries = 0; tries < 200 && !out.includes(words); tries++)
        await new Promise((done) => setTimeout(done, 50));
      expect(out).toContain(words);
    };
    await until('2 份报告，0 个错误');
    // The watcher takes a moment until it is ready.
    await new Promise((done) => setTimeout(done, 500));
    sandbox.write('years/2023.txt', on(2023, '四、结转下年度继续办理 | 2 0 0 0 1 0 3'));
    await until('(carryover-mismatch)');
    expect(out).toContain('years/2024.txt');
    await until('\n2 份报告，');
    sandbox.write('years/new.txt', wrongTotal(2));
    await until('years/new.txt');
    const ended = new Promise((done) => child.once('exit', (code, signal) => done({ code, signal })));
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: null, signal: 'SIGINT' });
    expect(out).not.toContain('\u001b');
  });
});

test('where there are several ways to correct the sums, each is listed once', async () => {
  const text = report({ layout: 'tsv', three: '四、结转下年度继续办理 | 2 0 0 0 0 0 2' });
  sandbox.write('ways.txt', text);
  const { out } = await check('ways.txt');
  expect(out.match(/改法 \d：.*/g)).toEqual([
    '改法 1：“四、结转下年度·自然人”，写 2，应为 1；“四、结转下年度·总计”，写 2，应为 1',
    '改法 2：“一、本年新收·自然人”，写 9，应为 10；“一、本年新收·总计”，写 14，应为 15',
    '改法 3：“二、上年结转·自然人”，写 2，应为 3；“二、上年结转·总计”，写 3，应为 4',
  ]);
});
