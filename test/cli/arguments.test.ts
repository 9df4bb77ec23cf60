import { describe, expect, test } from 'vitest';
import { readArguments } from '../../server/src/cli/arguments.ts';

const read = (...argv: string[]) => readArguments(argv, '1.2.3');

/** What `check` is asked to do when no option is given. */
const NOTHING = { format: 'text', explain: false, fix: false, quiet: false, updateBaseline: false };

describe('readArguments', () => {
  test('reads paths and options in any order', () => {
    expect(read('check', 'a', '--fix', 'b', '--format', 'json', '-', '--stdin-filename', 'c.txt')).toEqual({
      kind: 'check',
      options: { ...NOTHING, paths: ['a', 'b', '-'], format: 'json', fix: true, stdinFilename: 'c.txt' },
    });
    expect(read('check', '--quiet', '--jobs', '3', 'a')).toMatchObject({ options: { quiet: true, jobs: 3 } });
    expect(read('check', '--', '--fix')).toEqual({
      kind: 'check',
      options: { ...NOTHING, paths: ['--fix'] },
    });
    expect(read('check', 'a', '--format', 'sarif', '--baseline', 'b.json', '--update-baseline')).toEqual({
      kind: 'check',
      options: { ...NOTHING, paths: ['a'], format: 'sarif', baseline: 'b.json', updateBaseline: true },
    });
  });

  test('reads what is to be summed up', () => {
    expect(read('summary', 'a', '--year', '2024', '--against', 'b.txt', '--format', 'csv', 'c', '--verbose')).toEqual({
      kind: 'summary',
      options: { paths: ['a', 'c'], year: 2024, against: 'b.txt', format: 'csv', verbose: true, quiet: false },
    });
    expect(read('summary', '--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('不按 0 计') });
  });

  test('answers help and version with 0', () => {
    expect(read('--version')).toEqual({ kind: 'answer', code: 0, stdout: '1.2.3\n', stderr: '' });
    expect(read('check', '--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('退出码'), stderr: '' });
    expect(read('--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('用法'), stderr: '' });
  });

  test.each([
    [['check'], '没有给出要检查的文件'],
    [['chekc', 'a'], '没有命令“chekc”'],
    [['check', '--fxi', 'a'], '没有选项“--fxi”'],
    [['check', '--format', 'xml', 'a'], 'text、json、sarif、github、csv 之一'],
    [['check', '--update-baseline', 'a'], '要与 --baseline <文件> 一起使用'],
    [['check', 'a', '--format'], '缺少值'],
    [['check', 'a', '--jobs', '0'], '--jobs <个数>”的值应为 1 至 256 的整数'],
    [['check', 'a', '--jobs', 'two'], '应为 1 至 256 的整数'],
    [['summary'], '没有给出'],
    [['summary', 'a', '--year', '24'], '应为 1990 至 2100 的整数'],
    [['summary', 'a', '--format', 'xml'], 'text、markdown、csv、json 之一'],
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
