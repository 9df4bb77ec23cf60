import { describe, expect, test } from 'vitest';
import { readArguments } from '../../server/src/cli/arguments.ts';

const read = (...argv: string[]) => readArguments(argv, '1.2.3');

/** What `check` is asked to do when no option is given. */
const NOTHING = {
  ...{ format: 'text', locale: 'zh', rules: {}, exclude: [] },
  ...{ explain: false, fix: false, dryRun: false, follow: false, quiet: false, updateBaseline: false, verbose: false },
  ...{ assumeReport: false, errorsOnly: false, showDismissed: false, watch: false },
};

describe('readArguments', () => {
  test('reads paths and options in any order', () => {
    expect(read('check', 'a', '--fix', 'b', '--format', 'json', '-', '--stdin-filename', 'c.txt')).toEqual({
      kind: 'check',
      locale: 'zh',
      options: { ...NOTHING, paths: ['a', 'b', '-'], format: 'json', fix: true, stdinFilename: 'c.txt' },
    });
    expect(read('check', '--quiet', '--jobs', '3', 'a')).toMatchObject({ options: { quiet: true, jobs: 3 } });
    expect(read('check', '--', '--fix')).toEqual({
      kind: 'check',
      locale: 'zh',
      options: { ...NOTHING, paths: ['--fix'] },
    });
    expect(read('check', 'a', '--format', 'sarif', '--baseline', 'b.json', '--update-baseline')).toEqual({
      kind: 'check',
      locale: 'zh',
      options: { ...NOTHING, paths: ['a'], format: 'sarif', baseline: 'b.json', updateBaseline: true },
    });
  });

  test('reads what is to be summed up', () => {
    expect(read('summary', 'a', '--year', '2024', '--against', 'b.txt', '--format', 'csv', 'c', '--verbose')).toEqual({
      kind: 'summary',
      locale: 'zh',
      options: {
        paths: ['a', 'c'],
        exclude: [],
        year: 2024,
        against: 'b.txt',
        format: 'csv',
        verbose: true,
        quiet: false,
      },
    });
    expect(read('summary', '--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('不按 0 计') });
  });

  test('reads where settings come from', () => {
    expect(read('check', 'a', '--no-config', '--rule', 'row-total=off', '--rule', 'cell-blank=error')).toMatchObject({
      options: { config: false, rules: { 'row-total': 'off', 'cell-blank': 'error' } },
    });
    expect(read('check', 'a', '--config', 'b.json')).toMatchObject({ options: { config: 'b.json' } });
  });

  test('speaks the language that is asked for, by the option or by the system', () => {
    const english = { stdout: expect.stringContaining('Usage: zfxxgk check [options] <path...>') };
    expect(read('check', '--help', '--lang', 'en')).toMatchObject(english);
    expect(read('--lang=en', 'check', '--help')).toMatchObject(english);
    expect(readArguments(['check', '--help'], '1.2.3', { LANG: 'en_US.UTF-8' })).toMatchObject(english);
    for (const LANG of ['C.UTF-8', 'POSIX', 'zh_TW.UTF-8', ''])
      expect(readArguments(['check', 'a'], '1.2.3', { LANG })).toMatchObject({ locale: 'zh' });
  });

  test('gives programs the same in every language of the system', () => {
    const options = (...argv: string[]) => readArguments(argv, '1.2.3', { LANG: 'de_DE.UTF-8' });
    expect(options('check', 'a')).toMatchObject({ locale: 'en', options: { locale: 'en' } });
    expect(options('check', 'a', '--format', 'json')).toMatchObject({ locale: 'en', options: { locale: 'zh' } });
    expect(options('check', 'a', '--format', 'json', '--lang', 'en')).toMatchObject({ options: { locale: 'en' } });
  });

  test('answers help and version with 0', () => {
    expect(read('--version')).toEqual({ kind: 'answer', locale: 'zh', code: 0, stdout: '1.2.3\n', stderr: '' });
    expect(read('check', '--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('退出码'), stderr: '' });
    expect(read('--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('用法'), stderr: '' });
  });

  test.each([
    [['check'], '没有给出要检查的文件'],
    [['chekc', 'a'], '没有命令“chekc”；是不是 check？'],
    [['check', '--fxi', 'a'], '没有选项“--fxi”；是不是 --fix？'],
    [['check', '--format', 'jsn', 'a'], '是不是 json？'],
    [['check', '--rule', 'rowtotal=off', 'a'], '没有规则“rowtotal”；是不是 row-total？'],
    [['check', '--rule', 'row-total=no', 'a'], '级别是 error、warning、information、hint、off 之一'],
    [['check', '--watch', '--fix', 'a'], '不能与“--fix”一起使用'],
    [['completion', 'tcsh'], '只能是 bash、zsh、fish、powershell 之一'],
    [['summary', '--yaer', '2024'], '用法见 zfxxgk summary --help'],
    [['check', '--format', 'xml', 'a'], 'text、json、sarif、github、gitlab、junit、csv、html 之一'],
    [['check', '--update-baseline', 'a'], '要与 --baseline <文件> 一起使用'],
    [['check', 'a', '--format'], '缺少值'],
    [['check', 'a', '--jobs', '0'], '--jobs <个数>”的值应为 1 至 256 的整数'],
    [['check', 'a', '--jobs', 'two'], '应为 1 至 256 的整数'],
    [['summary'], '没有给出'],
    [['summary', 'a', '--year', '24'], '应为 1990 至 2100 的整数'],
    [['summary', 'a', '--format', 'xml'], 'text、markdown、csv、json、xlsx、html 之一'],
    [[], '用法'],
  ])('answers %j with 2 and says why', (argv, words) => {
    expect(read(...argv)).toMatchObject({
      kind: 'answer',
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(words),
    });
  });
});
