import { describe, expect, test } from 'vitest';
import { excerpt } from '../../server/src/checks/excerpt.ts';
import { type Finding, inOrder } from '../../server/src/checks/finding.ts';
import { likeliestFirst, slipOf } from '../../server/src/checks/slips.ts';
import { type Cell, findTable, type Table } from '../../server/src/report/report.ts';
import { analysisOf, messages } from '../support/analysis.ts';

const TABLE = findTable(analysisOf({ layout: 'tsv' }).report, 3) as Table;

/** A cell of table 3 as if this number stood in it. */
function cellWith(value: number, row = 2, column = 0): Cell {
  const cell = TABLE.rows[row]?.cells[column] as Cell;
  return { ...cell, reading: { ...cell.reading, kind: 'number', value } as Cell['reading'] };
}

describe('the slip that a correction undoes', () => {
  test.each([
    [31, 13, 'digits-swapped'],
    [132, 123, 'digits-swapped'],
    [213, 123, 'digits-swapped'],
    [321, 123, undefined],
    [124, 123, undefined],
    [139, 123, undefined],
    [2, 20, 'digit-dropped'],
    [13, 123, 'digit-dropped'],
    [14, 123, undefined],
    [120, 12, 'digit-added'],
    [122, 12, 'digit-added'],
    [1234, 12, undefined],
    [0, 7, 'left-zero'],
  ])('%d for %d: %s', (written, right, slip) => {
    expect(slipOf([{ cell: cellWith(written), value: right }], TABLE.form)).toBe(slip);
  });

  test('a total that nothing else explains was left from before; another cell was not', () => {
    expect(slipOf([{ cell: cellWith(17, 2, 6), value: 12 }], TABLE.form)).toBe('stale-total');
    expect(slipOf([{ cell: cellWith(17, 23, 0), value: 12 }], TABLE.form)).toBe('stale-total');
    expect(slipOf([{ cell: cellWith(17), value: 12 }], TABLE.form)).toBeUndefined();
  });

  test('two cells of a row have changed places', () => {
    const pair = (one: number, other: number, row = 2) => [
      { cell: cellWith(one), value: other },
      { cell: cellWith(other, row, 1), value: one },
    ];
    expect(slipOf(pair(3, 5), TABLE.form)).toBe('cells-swapped');
    expect(slipOf(pair(3, 0), TABLE.form)).toBe('wrong-column');
    expect(slipOf(pair(3, 5, 4), TABLE.form)).toBeUndefined();
    expect(slipOf([...pair(3, 5), { cell: cellWith(1), value: 2 }], TABLE.form)).toBeUndefined();
  });

  test('makes it more likely than others', () => {
    const [plain, known] = [[{ cell: cellWith(17), value: 12 }], [{ cell: cellWith(31), value: 13 }]];
    expect(likeliestFirst([plain, known], TABLE.form)).toEqual([known, plain]);
  });
});

test('findings come in the order of the text, the shorter first where they begin alike', () => {
  const at = (start: number, end: number) => ({ span: { start, end } }) as Finding;
  const [first, inner, outer, last] = [at(0, 9), at(4, 5), at(4, 8), at(6, 7)];
  expect(inOrder([last, outer, inner, first])).toEqual([first, inner, outer, last]);
});

test('forty characters are quoted whole, and of more no half of a pair', () => {
  expect(excerpt('字'.repeat(40))).toBe('字'.repeat(40));
  expect(excerpt('字'.repeat(41))).toBe(`${'字'.repeat(40)}…`);
  expect(excerpt(`${'字'.repeat(39)}😀`)).toBe(`${'字'.repeat(39)}…`);
});

describe('a message on rows says', () => {
  test('after which row a missing one belongs', () => {
    const second = messages({ layout: 'tsv', three: '二、上年结转政府信息公开申请数量 |' }, 'row-missing');
    expect(second.join()).toContain('应在“一、本年新收政府信息公开申请数量”之后');
  });

  test('whether a row that is not of the form is there twice', () => {
    const strange = { layout: 'tsv', three: '+2.重复申请 / 9.莫名来件 | 0 0 0 0 0 0 0' } as const;
    expect(messages(strange, 'row-unknown').join()).not.toContain('重复出现');
    const twice = { layout: 'tsv', three: '+3.要求提供公开出版物 / 2.重复申请 | 0 0 0 0 0 0 0' } as const;
    expect(messages(twice, 'row-unknown').join()).toContain('“2.重复申请”一行重复出现');
  });
});

test('a message quotes the beginning of what has markup all through it', () => {
  const one = `（二）依申请公开。未发生因政府信息公开引发的行政复${'</td>'.repeat(300)}议、行政诉讼。`;
  const [message = ''] = messages({ one }, 'prose-mismatch');
  expect(message).toMatch(/^正文写“未发生因政府信息公开引发的行政复/);
  expect(message.length).toBeLessThan(200);
});
