import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json';
import { RULE_CODES } from '../../server/src/checks/rules/index.ts';
import { SHELLS } from '../../server/src/cli/other-arguments.ts';
import { wrongTotal } from './faults.ts';
import { newSandbox, type Sandbox } from './harness.ts';

/** What the program tells of itself. */

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await newSandbox();
});
afterAll(() => sandbox.remove());

describe('cli.js, copied alone', () => {
  const alone = (...args: string[]) => {
    const path = join(sandbox.folder, 'alone.js');
    copyFileSync(sandbox.bundle, path);
    const { stdout, stderr, status } = spawnSync(process.execPath, [path, ...args], { encoding: 'utf8' });
    return { stdout, stderr, status };
  };

  test('knows its version, the pages of its rules, and describes them in SARIF', () => {
    expect(alone('--version')).toEqual({ stdout: `${manifest.version}\n`, stderr: '', status: 0 });
    expect(alone('rule', 'row-total').stdout).toContain('## 怎么改');
    const report = sandbox.write('a.txt', wrongTotal(3));
    const { driver } = JSON.parse(alone('check', '--format', 'sarif', report).stdout).runs[0].tool;
    expect(driver.version).toBe(manifest.version);
    for (const { shortDescription, fullDescription, help } of driver.rules) {
      expect(fullDescription.text).not.toBe(shortDescription.text);
      expect(help.text).toContain(fullDescription.text);
    }
  });
});

describe('rules', () => {
  test('are listed with their levels and titles, in both languages', async () => {
    const { out } = await sandbox.run(['rules']);
    expect(out.split('\n').map((line) => line.split(' ')[0])).toEqual([...RULE_CODES, '']);
    expect(out).toMatch(/^row-total +错误 +行总计不符$/m);
    expect((await sandbox.run(['rules', '--lang', 'en'])).out).toMatch(/^row-total +error +[A-Z]/m);
    const { rules } = JSON.parse((await sandbox.run(['rules', '--format', 'json'])).out);
    expect(rules.map(({ code }: { code: string }) => code)).toEqual(RULE_CODES);
  });

  test.each(RULE_CODES)('%s has a page in both languages, without links that lead nowhere', async (code) => {
    const { rulePageText } = await import('../../server/src/cli/rule-texts.ts');
    for (const locale of ['zh', 'en'] as const) {
      const page = rulePageText(code, locale);
      expect(page).toMatch(new RegExp(`^# ${code} `));
      expect(page.length).toBeGreaterThan(80);
      expect(page).not.toContain('.md)');
    }
  });

  test('that there is none of ends with 2, and tells which may be meant', async () => {
    expect(await sandbox.run(['rule', 'rowtotal'])).toMatchObject({
      code: 2,
      out: '',
      err: 'zfxxgk：没有规则“rowtotal”；是不是 row-total？\n全部规则见 zfxxgk rules\n',
    });
  });
});

describe('completion', () => {
  test.each(SHELLS)('%s knows every command, option and rule', async (shell) => {
    const { out, code } = await sandbox.run(['completion', shell]);
    expect(code).toBe(0);
    const option = shell === 'fish' ? '-l max-warnings' : '--max-warnings';
    for (const word of ['check', 'summary', 'rules', option, 'sarif', 'row-total']) expect(out).toContain(word);
  });

  test.skipIf(spawnSync('bash', ['--version']).error)('works in bash', async () => {
    const { out } = await sandbox.run(['completion', 'bash']);
    const complete = (...words: string[]) => {
      const given = words.map((word) => `'${word}'`).join(' ');
      const script = `${out}\nCOMP_WORDS=(${given}); COMP_CWORD=${words.length - 1}; _zfxxgk; echo "\${COMPREPLY[*]}"`;
      return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim();
    };
    expect(complete('zfxxgk', 'su')).toBe('summary');
    expect(complete('zfxxgk', 'check', '--form')).toBe('--format');
    expect(complete('zfxxgk', 'check', '--format', 'j')).toBe('json junit');
    expect(complete('zfxxgk', 'rule', 'row-t')).toBe('row-total');
    expect(complete('zfxxgk', 'check', '-o', 'x')).toBe('');
  });
});

test('the manual page holds what the help of every command says', async () => {
  const { out } = await sandbox.run(['man', '--lang', 'en']);
  const page = out.replaceAll('\\-', '-');
  expect(page).toMatch(/^\.TH ZFXXGK 1/);
  for (const words of ['--max-warnings <number>', '--expect <file>', 'Exit code:', 'check [options] <path...>'])
    expect(page).toContain(words);
});
