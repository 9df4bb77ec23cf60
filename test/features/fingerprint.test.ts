import { describe, expect, test } from 'vitest';
import { fingerprintsOf } from '../../server/src/features/fingerprint.ts';
import { analysisOf } from '../support/analysis.ts';
import { FAULTS } from '../support/faults.ts';
import type { Parts } from '../support/report.ts';

/** `code` → fingerprint, in the order of the text. */
function prints(parts: Parts): [string, string][] {
  const { report, findings } = analysisOf({ layout: 'tsv', ...parts });
  const found = fingerprintsOf(report, findings);
  return findings.map(({ code }, at) => [code, found[at] ?? '']);
}

const TITLE = '砚泠市档案局 2024年政府信息公开工作年度报告';

/** What compares with other reports is held below. */
const BY_ITSELF = Object.entries(FAULTS).filter(([, { before }]) => !before);

describe.each(BY_ITSELF)('%s', (code, parts) => {
  const own = prints(parts);

  test('is there, and every finding of a report has its own name', () => {
    expect(own.map(([each]) => each)).toContain(code);
    expect(new Set(own.map(([, print]) => print)).size).toBe(own.length);
  });

  test('keeps its name through edits elsewhere, another layout and a title spaced otherwise', () => {
    const longer = { ...parts, five: '解读材料偏少。\n\n窗口人手不足。下一步将逐栏补齐。' };
    expect(prints(longer)).toEqual(own);
    // What is wrong with a title goes with it.
    if (parts.title !== undefined) return;
    expect(prints({ ...parts, title: TITLE.replace('局 ', '局\n').replace('工作', ' 工作 ') })).toEqual(own);
    expect(prints({ ...parts, title: `报送稿\n\n${TITLE}` })).toEqual(own);
    if (!['section-numbering', 'row-unknown', 'cell-missing'].includes(code))
      expect(prints({ ...parts, layout: 'cells' })).toEqual(own);
  });

  test('has another name in the report of another year or organ', () => {
    const others = [TITLE.replace('2024', '2023'), TITLE.replace('档案局', '水利局')].flatMap((title) =>
      prints({ ...parts, title }),
    );
    expect(others.filter(([, print]) => own.some(([, mine]) => mine === print))).toEqual([]);
  });
});

test.each([
  ['stated', '（一）予以公开 | 8 0 0 0 4 0 13', '（一）予以公开 | 8 0 0 0 4 0 14'],
  ['computed', '（一）予以公开 | 8 0 0 0 4 0 13', '（一）予以公开 | 8 0 0 0 3 0 13'],
  ['the row', '1.属于国家秘密 | 1 0 0 0 0 0 0', '6.属于四类过程性信息 | 1 0 0 0 0 0 0'],
  ['what is blank', '2.重复申请 | 0 0 _ 0 0 0 0', '2.重复申请 | 0 0 _ _ 0 0 0'],
  ['what is written', '2.重复申请 | 0 -1 0 0 0 0 0', '2.重复申请 | 0 -2 0 0 0 0 0'],
  ['the values of an unknown row', '+2.重复申请 / 9.来件 | 0 0 0 0 0 0 0', '+2.重复申请 / 9.来件 | 1 0 0 0 0 0 1'],
])('an accepted finding comes back when %s changes', (_, before, after) => {
  const [[code, old] = []] = prints({ three: before });
  const now = prints({ three: after }).filter(([each]) => each === code);
  expect(now.length).toBeGreaterThan(0);
  expect(now.map(([, print]) => print)).not.toContain(old);
});

test('a sum keeps its name when addends change and their sum does not: the same is wrong', () => {
  const rowTotal = (three: string) => prints({ three }).find(([code]) => code === 'row-total');
  const before = rowTotal('（一）予以公开 | 8 0 0 0 4 0 13');
  expect(before).toBeDefined();
  expect(rowTotal('（一）予以公开 | 7 0 0 0 5 0 13')).toEqual(before);
});

test('equal findings in a report are told apart by their order', () => {
  const twice = prints({ three: '+2.重复申请 / 9.来件 | 0 0 0 0 0 0 0\n+9.来件 / 9.来件 | 0 0 0 0 0 0 0' });
  const unknown = twice.filter(([code]) => code === 'row-unknown').map(([, print]) => print);
  expect(unknown).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/), `${unknown[0]}-2`]);
});
