import { describe, expect, test } from 'vitest';
import { readArguments } from '../../server/src/cli/arguments.ts';

const read = (...argv: string[]) => readArguments(argv, '1.2.3');

describe('readArguments', () => {
  test('reads paths and options in any order', () => {
    expect(read('check', 'a', '--fix', 'b', '--format', 'json', '-', '--stdin-filename', 'c.txt')).toEqual({
      kind: 'check',
      options: { paths: ['a', 'b', '-'], format: 'json', explain: false, fix: true, stdinFilename: 'c.txt' },
    });
    expect(read('check', '--', '--fix')).toEqual({
      kind: 'check',
      options: { paths: ['--fix'], format: 'text', explain: false, fix: false },
    });
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
    [['check', '--format', 'xml', 'a'], 'text 或 json'],
    [['check', 'a', '--format'], '缺少值'],
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
