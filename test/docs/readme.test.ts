import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json';
import { HELP } from '../../scripts/start-options.mjs';
import { completeProgram } from '../../server/src/cli/arguments.ts';
import { ROOT, read } from '../architecture/sources.ts';
import { GOOD, wrongTotal } from '../cli/faults.ts';
import { newSandbox, type Sandbox } from '../cli/harness.ts';
import { renderDocx } from '../support/docx.ts';
import { numbers } from '../support/generate/numbers.ts';
import { plainStyle } from '../support/generate/style.ts';

/** Every command that README.md shows is run as it stands there. */

const README = read('README.md');
const LINES = [...README.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => block.trim().split('\n'));
const COMMANDS = LINES.map((line) => line.replace(/ {2,}# .*$| #(?= ).*$/, '').trim());
const OWN = COMMANDS.filter((line) => line.startsWith('zfxxgk '));
const hasBash = !spawnSync('bash', ['--version']).error;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await newSandbox();
  const [some] = fc.sample(numbers, { seed: 8, numRuns: 1 });
  sandbox.write('报告.txt', wrongTotal(3));
  sandbox.write('区政府年报.txt', GOOD);
  sandbox.write('年报.docx', Buffer.from(renderDocx(some as never, 'wps', plainStyle)));
  sandbox.write('表三.txt', GOOD.slice(GOOD.indexOf('一、本年新收'), GOOD.indexOf('四、政府信息公开行政复议')));
  sandbox.write('文件夹/2024.txt', GOOD);
  sandbox.write('文件夹/草稿/2024.txt', wrongTotal(1));
  sandbox.write('机关名单.txt', '岚禾市园林局\n');
});
afterAll(() => sandbox.remove());

test('the commands are found', () => {
  expect(OWN.length).toBeGreaterThan(15);
  const others = COMMANDS.filter((line) => !OWN.includes(line));
  expect(others.filter((line) => !/^(?:npm |code --install-extension )/.test(line))).toEqual([]);
});

describe.skipIf(!hasBash)('zfxxgk, as README.md shows it', () => {
  test.each(OWN)('%s', (line) => {
    // Reading a PDF needs one; those that there are belong to others.
    const runs = line.replaceAll('年报.pdf', '年报.docx');
    const program = `zfxxgk() { '${process.execPath}' '${sandbox.bundle}' "$@"; }\n${runs}`;
    const { status, stderr } = spawnSync('bash', ['-c', program], { cwd: sandbox.folder, encoding: 'utf8' });
    expect({ stderr, isDone: status === 0 || status === 1 }).toEqual({ stderr: expect.any(String), isDone: true });
    const [, file] = / -o (\S+)/.exec(runs) ?? [];
    if (file) expect(existsSync(join(sandbox.folder, file))).toBe(true);
  });
});

describe('npm, as README.md shows it', () => {
  const scripts: Readonly<Record<string, string>> = manifest.scripts;

  test.each(COMMANDS.filter((line) => line.startsWith('npm ')))('%s', (line) => {
    const [, run, name = ''] = /^npm (run (?:--silent )?)?([\w:.-]+)/.exec(line) ?? [];
    if (name === 'i') return expect(line).toContain(`./zfxxgk-${manifest.version}.tgz`);
    expect(Object.keys(scripts)).toContain(name);
    // What a script starts is there.
    for (const [, file = ''] of (scripts[name] ?? '').matchAll(/node ((?:scripts|test)\/\S+)/g))
      expect(existsSync(join(ROOT, file)), file).toBe(true);
    if (run && name === 'check') {
      const [, args = ''] = / -- (.*)$/.exec(line) ?? [];
      const { status, stdout } = spawnSync(process.execPath, [sandbox.bundle, 'check', ...args.split(' ')], {
        cwd: ROOT,
        encoding: 'utf8',
      });
      expect({ status, stdout }).toEqual({ status: 1, stdout: expect.stringContaining('5 份报告') });
    }
  });

  test('the commands that are piped do not print what npm says', () => {
    expect(README).not.toMatch(/npm run (?!--silent)[^`\n]*(?:>|\| )/);
  });
});

test('every option that README.md names is one', () => {
  const program = completeProgram('zh', '0');
  const known = new Set([
    ...program.commands.flatMap(({ options }) => options.map(({ long }) => long)),
    ...['--help', '--lang', '--silent', '--stdio', '--v8-pool-size', '--install-extension'],
    ...(HELP.match(/--[a-z]+/g) ?? []),
  ]);
  const named = [...README.matchAll(/(?<=[`\s])--[a-z][a-z-]+/g)].map(([option]) => option);
  expect(named.length).toBeGreaterThan(30);
  expect([...new Set(named)].filter((option) => !known.has(option))).toEqual([]);
});

test('the output formats are listed, all of them', () => {
  const section = README.slice(README.indexOf('### 输出格式'), README.indexOf('### 基线'));
  const listed = [...section.matchAll(/^\| `([a-z]+)`/gm)].map(([, format]) => format);
  const check = completeProgram('zh', '0').commands.find((command) => command.name() === 'check');
  const formats = check?.options.find(({ long }) => long === '--format')?.argChoices ?? [];
  expect([...listed].sort()).toEqual([...formats].sort());
});
