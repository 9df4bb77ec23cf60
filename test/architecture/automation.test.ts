import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json';
import { GOOD, wrongTotal } from '../cli/faults.ts';
import { packedCli } from '../support/packed.ts';
import { ROOT, read } from './sources.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zfxxgk action-'));
  mkdirSync(join(folder, '年报 2024'));
  writeFileSync(join(folder, '年报 2024', 'a.txt'), wrongTotal(3));
  writeFileSync(join(folder, 'b $(touch x).txt'), GOOD);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hasBash = !spawnSync('bash', ['--version']).error;

describe.skipIf(!hasBash)('the step of action.yml', () => {
  const run = (env: Record<string, string>) => {
    const output = join(folder, 'output');
    writeFileSync(output, '');
    const { status, stdout, stderr } = spawnSync('bash', [join(ROOT, 'scripts/action.sh')], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ZFXXGK: packedCli(), GITHUB_OUTPUT: output, ...env },
    });
    return { status, stdout, stderr, output: readFileSync(output, 'utf8') };
  };

  test('checks what is given a line each, shows annotations, and writes SARIF beside them', () => {
    const found = run({ INPUT_PATHS: '年报 2024\nb $(touch x).txt\n', INPUT_SARIF: 'out.sarif' });
    expect(found).toMatchObject({ status: 1, stderr: '', output: 'exit-code=1\n' });
    expect(found.stdout).toMatch(/^::error file=年报 2024\/a\.txt,line=\d+/);
    expect(found.stdout).toContain('2 份报告');
    const { results } = JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).runs[0];
    expect(results).toHaveLength(2);
  });

  test('takes options a line each, and runs nothing that stands in a name', () => {
    const found = run({ INPUT_PATHS: 'b $(touch x).txt', INPUT_ARGS: '--max-warnings\n0\n--errors-only' });
    expect(found).toMatchObject({ status: 0, output: 'exit-code=0\n' });
    expect(run({ INPUT_PATHS: '.', INPUT_ARGS: '--exclude\n年报*' })).toMatchObject({ status: 0 });
    expect(execFileSync('ls', [folder], { encoding: 'utf8' }).split('\n')).not.toContain('x');
  });

  test('is what action.yml runs, with every input', () => {
    const action = read('action.yml');
    expect(action).toContain('scripts/action.sh');
    const inputs = [...read('scripts/action.sh').matchAll(/\$\{?(INPUT_[A-Z]+|ZFXXGK)\b/g)].map(([, name]) => name);
    for (const name of new Set(inputs)) expect(action).toContain(`${name}: \${{`);
  });
});

test('the hook of pre-commit runs a command and options that there are', () => {
  const hook = read('.pre-commit-hooks.yaml');
  const [command = '', ...args] = (/^ {2}entry: (.*)$/m.exec(hook)?.[1] ?? '').split(' ');
  expect(Object.keys(manifest.bin)).toContain(command);
  const { status } = spawnSync(process.execPath, [packedCli(), ...args, join(folder, 'b $(touch x).txt')]);
  expect(status).toBe(0);
  const files = new RegExp(/^ {2}files: (.*)$/m.exec(hook)?.[1] ?? '');
  expect(['年报.docx', 'a.htm', 'b.md'].every((name) => files.test(name))).toBe(true);
  expect(files.test('main.ts')).toBe(false);
});
