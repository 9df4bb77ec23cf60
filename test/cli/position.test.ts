import { expect, test } from 'vitest';
import { positionAt } from '../../server/src/cli/position.ts';
import { parseReport } from '../../server/src/report/parse.ts';

test('an offset inside a line end counts as the end of its line, as in LSP', () => {
  const report = parseReport('总计\r\n𠮷1\r\n', { always: true });
  if (!report) throw new Error('no report');
  const positions = [0, 2, 3, 4, 6, 7, 8, 9].map((offset) => Object.values(positionAt(report, offset)).join(':'));
  expect(positions).toEqual(['0:0', '0:2', '0:2', '1:0', '1:2', '1:3', '1:3', '2:0']);
});
