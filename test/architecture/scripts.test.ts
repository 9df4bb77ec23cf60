import { posix, win32 } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandOn, openerOn } from '../../scripts/run.mjs';
import { shippedReadme } from '../../scripts/shipped-readme.mjs';
import { folderMeant, PORT, readOptions } from '../../scripts/start-options.mjs';
import { read } from './sources.ts';

/** What differs between systems, for the systems that the tests do not run on. */
describe('programs', () => {
  test('npm is a batch file on Windows, and its words keep their blanks', () => {
    expect(commandOn('npm', ['pack', 'C:\\我的 文件\\dist'], 'win32')).toEqual({
      command: 'npm.cmd',
      args: ['pack', '"C:\\我的 文件\\dist"'],
      shell: true,
    });
    for (const platform of ['linux', 'darwin'] as const)
      expect(commandOn('npm', ['pack', '/a b'], platform)).toEqual({
        command: 'npm',
        args: ['pack', '/a b'],
        shell: false,
      });
    expect(commandOn('C:\\Program Files\\node.exe', ['a b'], 'win32').shell).toBe(false);
  });

  test('an address is opened as each system does it', () => {
    expect(openerOn('http://127.0.0.1:1/?a=1&b=2', 'darwin')).toEqual({
      command: 'open',
      args: ['http://127.0.0.1:1/?a=1&b=2'],
    });
    expect(openerOn('http://127.0.0.1:1/?a=1&b=2', 'win32').args).toContain('http://127.0.0.1:1/?a=1^&b=2');
    expect(openerOn('x', 'linux').command).toBe('xdg-open');
  });
});

describe('npm start', () => {
  test('reads its options', () => {
    expect(readOptions(['--port', '9000', '--open', '我的 年报'])).toEqual({
      options: { help: false, open: true, page: false, port: 9000, vsix: undefined, folder: '我的 年报' },
    });
    expect(readOptions([])).toMatchObject({ options: { port: undefined, folder: undefined } });
    expect(PORT).toBeGreaterThan(1024);
  });

  test.each([
    [['--prot', '1'], '没有选项 --prot'],
    [['--port'], '选项 --port'],
    [['--port', '0'], '1 至 65535'],
    [['--port', 'x'], '1 至 65535'],
    [['a', 'b'], '只能打开一个文件夹'],
    [['--page', 'a'], '--page 只打开网页'],
  ])('says of %j what is wrong', (argv, words) => {
    expect(readOptions(argv)).toEqual({ wrong: expect.stringContaining(words) });
  });

  test('a folder is meant from where it was typed, with drive letters as with slashes', () => {
    expect(folderMeant('年报 2024', 'D:\\工作', win32)).toBe('D:\\工作\\年报 2024');
    expect(folderMeant('E:\\年报', 'D:\\工作', win32)).toBe('E:\\年报');
    expect(folderMeant('../年报', '/home/a b', posix)).toBe('/home/年报');
  });
});

test('the README of a package has neither pictures nor links that lead nowhere', () => {
  const text = shippedReadme(read('README.md'), (path) => path.startsWith('docs/rules/'));
  expect(text).not.toContain('![');
  const links = [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, link = '']) => link);
  expect(links.filter((link) => !/^(?:https?:|#|docs\/rules\/)/.test(link))).toEqual([]);
  expect(text.length).toBeGreaterThan(read('README.md').length / 2);
});
