import { describe, expect, test } from 'vitest';
import { staleText, staleTotals } from '../../server/src/checks/stale-totals.ts';
import { analysisOf } from '../support/analysis.ts';

const RECEIVED = '一、本年新收政府信息公开申请数量';
const GIVEN = '（一）予以公开';
const SETTLED = '（七）总计';
const CARRIED_OUT = '四、结转下年度继续办理';

const reportOf = (three: string, four?: string) => analysisOf(four === undefined ? { three } : { three, four }).report;

/** What is stale after the rows were changed in a sound report: `row.column before>` and the updates `row.column=value`. */
function stale(three: string, four?: string): string[] {
  return staleTotals(analysisOf({}).report, reportOf(three, four)).map(({ edited, updates }) =>
    [
      ...edited.map(({ cell, before }) => `${cell.row}.${cell.column} ${before}>`),
      ...updates.map(({ cell, value }) => `${cell.row}.${cell.column}=${value}`),
    ].join(' '),
  );
}

describe('what was just typed', () => {
  test('makes the totals of its row and column stale, the grand total and the balance', () => {
    // 新收 10 more: the row, and what is carried over.
    expect(stale(`${RECEIVED} | 19 1 0 0 4 0 14`)).toEqual(['0.0 9> 0.6=24 24.0=11 24.6=11']);
    // 予以公开 one more: the row, （七）总计 of the column and of all, and what is carried over.
    expect(stale(`${GIVEN} | 9 0 0 0 4 0 12`)).toEqual(['2.0 8> 2.6=13 23.0=11 23.6=17 24.0=0 24.6=0']);
  });

  test('may be several cells, and totals that were typed as well stay as they are', () => {
    expect(stale(`${RECEIVED} | 10 1 0 0 4 0 14\n${GIVEN} | 9 0 0 0 4 0 12`)).toEqual([
      '0.0 9> 2.0 8> 0.6=15 2.6=13 23.0=11 23.6=17',
    ]);
    expect(stale(`${GIVEN} | 7 0 0 0 4 0 11`)).toEqual(['2.0 8> 2.6 12> 23.0=9 23.6=15 24.0=2 24.6=2']);
  });

  test('of table 4 makes the total of its group stale', () => {
    expect(stale('', ' | 3 0 0 1 2 0 0 0 0 0 0 1 0 0 1')).toEqual(['0.0 1> 0.4=4']);
  });

  test('is no witness when totals alone cannot follow it', () => {
    // The balance would be negative.
    expect(stale(`${GIVEN} | 18 0 0 0 4 0 12`)).toEqual([]);
    // The total itself was typed, and nothing else.
    expect(stale(`${GIVEN} | 8 0 0 0 4 0 13`)).toEqual([]);
    expect(stale(`${SETTLED} | 10 1 0 0 4 1 17`)).toEqual([]);
  });

  test('is no witness where sums failed before, and when the totals have followed', () => {
    const before = reportOf(`${CARRIED_OUT} | 1 0 0 0 0 0 3`);
    expect(staleTotals(before, reportOf(`${CARRIED_OUT} | 1 0 0 0 0 0 3\n${GIVEN} | 9 0 0 0 4 0 12`))).toEqual([]);
    expect(stale('')).toEqual([]);
  });

  test('is told with both its numbers', () => {
    const edited = { name: '自然人', before: 3, value: 8 };
    const total = { name: '总计', written: 4, right: 9 };
    expect(staleText(edited, total, 'zh')).toBe('自然人刚由 3 改为 8，总计还是 4，应为 9');
    expect(staleText(edited, total, 'en')).toContain('should be 9');
  });
});
