import { expect, test } from 'vitest';
import { readLines } from '../../server/src/text/lines.ts';
import { positionIn } from '../../server/src/text/position.ts';

test('an offset inside a line end counts as the end of its line, as in LSP', () => {
  const lines = readLines('总计\r\n𠮷1\r\n');
  const positions = [0, 2, 3, 4, 6, 7, 8, 9].map((offset) => Object.values(positionIn(lines, offset)).join(':'));
  expect(positions).toEqual(['0:0', '0:2', '0:2', '1:0', '1:2', '1:3', '1:3', '2:0']);
});
