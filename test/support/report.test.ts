import { expect, test } from 'vitest';
import { ALL, expectMarked, mustAnalyse } from './analysis.ts';
import { readMarked } from './marked.ts';
import { editRows, readRows, report, TABLE3 } from './report.ts';

test('the report of the builder has no finding in any layout', () => {
  expectMarked({});
});

test.each(ALL)('the report of the builder is read completely in the layout %s', (layout) => {
  const { tables } = mustAnalyse(readMarked(report({ layout })).text).report;
  expect(tables.map((table) => table.rows.map((row) => row?.cells.length).join(' '))).toEqual([
    '3 3 1 1 1 1',
    Array.from({ length: 25 }, () => 7).join(' '),
    '15',
  ]);
});

test('rows can be changed, renamed, taken away and added', () => {
  const labels = (edits: string) => editRows(readRows(TABLE3), edits).map((row) => `${row.label} ${row.values.join()}`);
  expect(labels('（七）总计 | 1 ⟦2⟧{a b} 3~0 _')[23]).toBe('（七）总计 1,⟦2⟧{a b},3 0,');
  expect(labels('3.其他 => 三.其他 | 0')[22]).toBe('三.其他 0');
  expect(labels('3.其他 |')).toHaveLength(24);
  expect(labels('+3.其他 / 4.又及 | 1')[23]).toBe('4.又及 1');
});
