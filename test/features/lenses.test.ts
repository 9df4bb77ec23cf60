import { expect, test } from 'vitest';
import { tableLenses } from '../../server/src/features/lenses.ts';
import { judge } from '../../server/src/project/project.ts';
import { analysisOf } from '../support/analysis.ts';
import type { Parts } from '../support/report.ts';

function lensesOf(parts: Parts) {
  const analysis = analysisOf(parts);
  const { shown } = judge(analysis, { rules: {}, dismissed: [] });
  return tableLenses(analysis, shown).map(({ table, wrong, others, stale, before }) => ({
    table,
    wrong: wrong.map(({ finding }) => finding.code),
    others,
    stale,
    before: before?.uri,
  }));
}

test('each table tells what is wrong in it, whether its totals are stale, and where last year’s is', () => {
  const quiet = { wrong: [], others: 0, stale: false, before: undefined };
  expect(lensesOf({})).toEqual([2, 3, 4].map((table) => ({ table, ...quiet })));
  const [two, three, four] = lensesOf({
    two: '行政强制 | _',
    three: '（一）予以公开 | 8 0 0 0 4 0 13',
    before: { title: '砚泠市档案局 2023年政府信息公开工作年度报告', three: '四、结转下年度继续办理 | 2 0 0 0 0 1 3' },
  });
  expect(two).toMatchObject({
    wrong: ['documents-mismatch'],
    others: 1,
    stale: false,
    before: 'file:///reports/0.txt',
  });
  expect(three).toMatchObject({ wrong: ['row-total'], stale: true });
  expect(three?.others).toBeGreaterThan(0);
  expect(four).toMatchObject({ table: 4, wrong: [], stale: false });
});
