import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { fixesFor } from '../../server/src/features/fixes.ts';
import { numberIn } from '../../server/src/report/report.ts';
import { mustAnalyse } from '../support/analysis.ts';
import { plainStyle, render } from '../support/generate/render.ts';

const ZEROS = [0, 0, 0, 0, 0, 0, 0];
const row = (...values: number[]) => [...values, values.reduce((sum, value) => sum + value, 0)];

/** 24 rows of which only 予以公开 counts; 自然人 and 法律服务机构 have numbers of two digits. */
const GIVEN = row(10, 5, 0, 0, 12, 0);
const numbers = {
  agency: '禾墨县档案局',
  year: 2024,
  table2: [[0, 0, 0], [3, 1, 12], [5], [6], [7], [1.5]],
  table3: [GIVEN, ZEROS, GIVEN, ...Array.from({ length: 20 }, () => ZEROS), GIVEN, ZEROS],
  table4: Array.from({ length: 15 }, () => 0),
};

const rendered = render(numbers, 'positional', plainStyle);

/** The text with other characters at places of table 3; what follows in a line stays in its column. */
function drawn(changes: readonly (readonly [row: number, column: number, text: string])[]): string {
  let text = rendered.text;
  for (const [at, column, wanted] of changes) {
    const cell = rendered.cells.find((each) => each.table === 3 && each.row === at && each.column === column);
    if (!cell) throw new RangeError(`no cell ${at},${column}`);
    const end = Math.max(cell.end, cell.start + wanted.length);
    text = text.slice(0, cell.start) + wanted.padEnd(end - cell.start) + text.slice(end);
  }
  return text;
}

const valuesOf = (text: string) =>
  mustAnalyse(text).report.tables.map(({ rows }) => rows.map((each) => each?.cells.map(numberIn)));

/** Two blanks in the row of 信访举报投诉类申请, whose other values stand in their columns. */
const BLANK = [
  [15, 3, ' '],
  [15, 5, ' '],
] as const;

describe('in a row whose blanks are known by the columns of the others', () => {
  test('a shorter number leaves the others in their columns', () => {
    const wrong = drawn([...BLANK, [15, 1, '80']]);
    expect(valuesOf(wrong)[1]?.[15]).toEqual([0, 80, 0, undefined, 0, undefined, 0]);
    const analysis = mustAnalyse(wrong);
    const fixes = analysis.findings.flatMap((finding) => fixesFor(analysis, finding, 'zh'));
    const fix = fixes.find(({ title }) => title.includes('80 → 0'));
    expect(applyEdits(wrong, fix?.edits ?? [])).toBe(drawn(BLANK));
  });

  test('every fix that is offered is read back as it was meant', () => {
    const wrong = drawn([...BLANK, [15, 1, '800'], [2, 0, '1']]);
    const analysis = mustAnalyse(wrong);
    const before = valuesOf(wrong).flat(2);
    const fixes = analysis.findings.flatMap((finding) => fixesFor(analysis, finding, 'zh'));
    expect(fixes.length).toBeGreaterThan(4);
    for (const { edits, title } of fixes) {
      const after = valuesOf(applyEdits(wrong, edits)).flat(2);
      expect(after).toHaveLength(before.length);
      const changed = after.filter((value, at) => value !== before[at]).length;
      expect(changed, title).toBeLessThanOrEqual(edits.length);
    }
  });
});
