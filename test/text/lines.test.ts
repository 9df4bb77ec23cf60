import { describe, expect, test } from 'vitest';
import { lineAt, readLines } from '../../server/src/text/lines.ts';
import { spansOf } from '../support/lines.ts';

const linesOf = (text: string) => spansOf(readLines(text)).map(({ start, end }) => text.slice(start, end));

describe('readLines', () => {
  test.each<[string, string[]]>([
    ['', ['']],
    ['一', ['一']],
    ['一\n', ['一', '']],
    ['一\n二', ['一', '二']],
    ['一\r\n二\r\n', ['一', '二', '']],
    ['一\r二', ['一', '二']],
    ['一\r\r\n二', ['一', '', '二']],
    ['一\n\r二', ['一', '', '二']],
    ['\r', ['', '']],
    ['\r\n', ['', '']],
    ['一\r\n二\n三\r四', ['一', '二', '三', '四']],
    ['一\f二\u2028三\u0085四', ['一\f二\u2028三\u0085四']],
  ])('cuts %j as an editor does', (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });
});

test('lineAt finds the line of every offset, the line end included', () => {
  const lines = readLines('一二\r\n\n三');
  expect([0, 1, 2, 3, 4, 5, 6].map((offset) => lineAt(lines, offset))).toEqual([0, 0, 0, 0, 1, 2, 2]);
  expect(lineAt(lines, 99)).toBe(2);
});
