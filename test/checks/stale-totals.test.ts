import { describe, expect, test } from 'vitest';
import { check } from '../../server/src/checks/analysis.ts';
import { staleTotals, takesOver } from '../../server/src/checks/stale-totals.ts';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { fixesFor } from '../../server/src/features/fixes.ts';
import { analysisOf, mustAnalyse } from '../support/analysis.ts';

const RECEIVED = '一、本年新收政府信息公开申请数量';
const GIVEN = '（一）予以公开';
const SETTLED = '（七）总计';
const CARRIED_OUT = '四、结转下年度继续办理';

const read = (three: string, four?: string) => analysisOf(four === undefined ? { three } : { three, four });

/** What is stale after the rows were changed in a sound report: `row.column before>` and the updates `row.column=value`. */
function stale(three: string, four?: string): string[] {
  return staleTotals(analysisOf({}).report, read(three, four).tables).map(({ edited, updates }) =>
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
    const before = read(`${CARRIED_OUT} | 1 0 0 0 0 0 3`).report;
    expect(staleTotals(before, read(`${CARRIED_OUT} | 1 0 0 0 0 0 3\n${GIVEN} | 9 0 0 0 4 0 12`).tables)).toEqual([]);
    expect(stale('')).toEqual([]);
  });

  test('is told with both its numbers, and the preferred fix updates all totals that follow from it in one step', () => {
    const wrong = { three: `${GIVEN} | 9 0 0 0 4 0 12` };
    const agreed = analysisOf({}).report;
    const analysis = check(analysisOf(wrong).report, undefined, undefined, agreed);
    const said = analysis.findings.map((finding) => finding.rule.message.zh(finding.facts));
    expect(said).toEqual([
      '“（一）予以公开”行：自然人刚由 8 改为 9，总计还是 12，应为 13，差 1。',
      '“自然人”列：予以公开刚由 8 改为 9，（七）总计还是 10，应为 11，差 1。',
    ]);
    expect(analysis.findings.map(({ severity }) => severity)).toEqual(['error', 'information']);
    for (const finding of analysis.findings) {
      const preferred = fixesFor(analysis, finding, 'zh').filter((fix) => fix.preferred);
      expect(preferred.map(({ title }) => title)).toEqual(['更新受影响的总计（5 处）']);
      const after = mustAnalyse(applyEdits(analysis.report.text, preferred[0]?.edits ?? []));
      expect(after.findings).toEqual([]);
    }
  });

  test('is forgotten without a report whose sums held: then the table alone speaks', () => {
    const analysis = analysisOf({ three: `${GIVEN} | 9 0 0 0 4 0 12` });
    expect(analysis).not.toHaveProperty('stale');
    expect(analysis.findings.map(({ code }) => code)).toContain('cell-suspect');
  });

  test('counts from the last version that was read as fully: a cell that is empty meanwhile only hides a sum', () => {
    const sound = analysisOf({});
    const empty = analysisOf({ three: `${GIVEN} | _ 0 0 0 4 0 12` });
    expect(empty.faults).toEqual([]);
    expect([takesOver(sound, undefined), takesOver(empty, sound), takesOver(sound, sound)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
