import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inGroups, inOrder } from '../../server/src/cli/batch/groups.ts';
import { perform } from '../../server/src/cli/batch/tasks.ts';
import type { OutputJson } from '../../server/src/cli/json-format.ts';
import type { PlannedFile } from '../support/generate/folder.ts';
import { writeReports } from './folder.ts';
import { newSandbox, type Run, type Sandbox } from './harness.ts';

let sandbox: Sandbox;
let files: PlannedFile[];
beforeAll(async () => {
  sandbox = await newSandbox();
  files = writeReports(sandbox, 'all');
  sandbox.write('all/2023/notes.txt', '会议记录\n');
  sandbox.write('all/2023/picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
  symlinkSync('nowhere', join(sandbox.folder, 'all/2023/lost.txt'));
});
afterAll(() => sandbox.remove());

const check = (...args: string[]): Promise<Run> => sandbox.run(['check', ...args]);
const parsed = ({ out }: Run) => JSON.parse(out) as OutputJson;
const seen = ({ code, out, err }: Run) => ({ code, out, err });

describe('a folder of many reports', () => {
  test.each([['text'], ['json']])(
    'gives the same, byte for byte, with one thread and with many: %s',
    async (format) => {
      const one = await check('--format', format, '--jobs', '1', 'all');
      expect(one.code).toBe(2);
      for (const jobs of ['2', '5'])
        expect(seen(await check('--format', format, '--jobs', jobs, 'all'))).toEqual(seen(one));
      expect(seen(await check('--format', format, 'all'))).toEqual(seen(one));
    },
  );

  test('is reported in the order of the names, and completely', async () => {
    const run = await check('--format', 'json', '--jobs', '3', 'all');
    const paths = parsed(run).reports.map(({ path }) => path);
    expect(paths).toEqual(files.map(({ path }) => `all/${path}`).sort());
    expect(parsed(run).skipped).toEqual([
      { path: 'all/2023/lost.txt', reason: 'unreadable' },
      { path: 'all/2023/notes.txt', reason: 'not-a-report' },
      { path: 'all/2023/picture.txt', reason: 'binary' },
    ]);
    const faulty = parsed(run).reports.filter(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 1));
    expect(faulty.map(({ path }) => path)).toEqual(
      files.flatMap(({ path, fault }) => (fault ? [`all/${path}`] : [])).sort(),
    );
  });

  test('may hold standard input in its middle', async () => {
    const stdin = files[0]?.bytes ?? Buffer.alloc(0);
    const args = ['check', '--format', 'json', 'all/2022', '-', 'all/2024', 'all/2022'];
    const [one, many] = await Promise.all([
      sandbox.run([...args, '--jobs', '1'], { stdin }),
      sandbox.run([...args, '--jobs', '4'], { stdin }),
    ]);
    expect(seen(many)).toEqual(seen(one));
    expect(parsed(many).reports[40]?.path).toBe('<stdin>');
    expect(parsed(many).reports).toHaveLength(81);
  });

  test('--quiet leaves the findings only', async () => {
    const loud = await check('all/2022');
    const quiet = await check('--quiet', 'all/2022');
    expect(loud.out.startsWith(quiet.out)).toBe(true);
    expect(loud.out.slice(quiet.out.length)).toMatch(/^40 份报告，.*\n$/);
  });
});

describe('a thread that dies', () => {
  /** Loaded before the program in every thread: reading a certain file ends the thread. */
  const hook = () =>
    sandbox.write(
      'hook.cjs',
      `const fs = require('node:fs');
       const { isMainThread } = require('node:worker_threads');
       const { openSync } = fs;
       fs.openSync = (path, ...rest) => {
         if (!isMainThread && String(path).includes(process.env.DEADLY)) process.exit(3);
         return openSync(path, ...rest);
       };`,
    );

  test('costs the file that it died of, and no other', async () => {
    const deadly = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))[70]?.path ?? '';
    const env = { NODE_OPTIONS: `--require ${hook()}`, DEADLY: deadly };
    const run = await sandbox.run(['check', '--format', 'json', '--jobs', '3', 'all'], { env });
    const alive = await check('--format', 'json', '--jobs', '1', 'all');
    expect(run.code).toBe(2);
    expect(run.err).toContain(`zfxxgk：all/${deadly}：处理时出错，没有检查（处理此文件的线程意外结束：exit code 3）`);
    expect(parsed(run).reports).toEqual(parsed(alive).reports.filter(({ path }) => path !== `all/${deadly}`));
    expect(parsed(run).skipped).toContainEqual({ path: `all/${deadly}`, reason: 'failed' });
    const github = await sandbox.run(['check', '--format', 'github', '--jobs', '3', 'all'], { env });
    expect(github.out).toContain(`::error file=all/${deadly}::`);
    const sarif = await sandbox.run(['check', '--format', 'sarif', '--jobs', '3', 'all'], { env });
    expect(sarif.out).toContain('{"descriptor":{"id":"failed"},"level":"error",');
  });

  test('again and again is no reason to hang', async () => {
    const env = { NODE_OPTIONS: `--require ${hook()}`, DEADLY: '/2024/' };
    const run = await sandbox.run(['check', '--format', 'json', '--jobs', '2', 'all'], { env });
    expect(run.code).toBe(2);
    expect(parsed(run).reports).toHaveLength(80);
    expect(parsed(run).skipped.filter(({ reason }) => reason === 'failed')).toHaveLength(40);
  });
});

test('a mistake in the program fails one file', async () => {
  const source = { path: 'a.txt', uri: 'file:///a.txt', stdin: false, named: true };
  const broken = undefined as never;
  const { result } = await perform('check', source, broken, Readable.from([]));
  expect(result).toMatchObject({
    kind: 'skipped',
    reason: 'failed',
    detail: { zh: expect.stringContaining('TypeError') },
  });
});

/** When the files of a folder were written; those are looked at that are checked first. */
function writtenAt(folder: string): number[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:txt|md|html)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort((a, b) => (a < b ? -1 : 1))
    .slice(0, 50)
    .map((path) => statSync(path).mtimeMs);
}

describe('--fix with threads', () => {
  test('writes and tells the same as without', async () => {
    writeReports(sandbox, 'one');
    writeReports(sandbox, 'many');
    const one = await check('--fix', '--jobs', '1', 'one');
    const many = await check('--fix', '--jobs', '4', 'many');
    expect(many.code).toBe(one.code);
    expect(many.out.replaceAll('many/', 'one/')).toBe(one.out);
    expect(one.out).toMatch(/改正 \d+ 处\n$/);
    for (const { path } of files) {
      const [left, right] = ['one', 'many'].map((folder) => readFileSync(join(sandbox.folder, folder, path)));
      expect(left?.equals(right as Buffer), path).toBe(true);
    }
  });

  test('leaves whole files behind when it is interrupted', async () => {
    writeReports(sandbox, 'stopped', { organs: 400, years: [2024], seed: 3, faults: 1000, breaks: 0 });
    const before = writtenAt(join(sandbox.folder, 'stopped'));
    const child = spawn(process.execPath, [sandbox.bundle, 'check', '--fix', '--jobs', '2', 'stopped'], {
      cwd: sandbox.folder,
    });
    // In the middle of the work: some files are repaired by now.
    const repaired = setInterval(() => {
      if (writtenAt(join(sandbox.folder, 'stopped')).every((time, at) => time === before[at])) return;
      clearInterval(repaired);
      child.kill('SIGINT');
    }, 5);
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk;
    });
    child.stdout.resume();
    const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
      child.on('close', (...end) => resolve(end)),
    );
    expect({ code, signal }).toEqual({ code: null, signal: 'SIGINT' });
    expect(err).toBe('zfxxgk：已中断，其余文件没有检查\n');
    const left = readdirSync(join(sandbox.folder, 'stopped'), { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => /\.\w+\.\d+$/.test(name))).toEqual([]);
    const again = await check('--format', 'json', 'stopped');
    expect(parsed(again).reports).toHaveLength(400);
  });
});

describe('the order of answers', () => {
  function* numbers(count: number, taken: number[]) {
    for (let at = 0; at < count; at++) {
      taken.push(at);
      yield at;
    }
  }

  test('is that of the questions, whichever is answered first, and no more are out than allowed', async () => {
    const taken: number[] = [];
    const given: number[] = [];
    const slow = (at: number) =>
      new Promise<readonly number[]>((resolve) => setTimeout(() => resolve([at, at]), at % 3 === 0 ? 5 : 0));
    for await (const answer of inOrder(numbers(20, taken), slow, 4)) {
      given.push(answer);
      // One more is in the hands of whoever takes the answers.
      expect(taken.length - Math.floor((given.length - 1) / 2)).toBeLessThanOrEqual(4 + 1);
    }
    expect(given).toEqual(Array.from({ length: 40 }, (_, at) => at >> 1));
  });

  test('groups hold everything, the last one what is left', async () => {
    const groups: (readonly number[])[] = [];
    for (const group of inGroups(numbers(7, []), 3)) groups.push(group);
    expect(groups).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
  });
});

test('an empty folder needs no thread', async () => {
  mkdirSync(join(sandbox.folder, 'empty'));
  expect(await check('--jobs', '8', 'empty')).toMatchObject({ code: 0, err: expect.stringContaining('没有找到') });
});
