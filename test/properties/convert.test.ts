import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertTable } from '../../server/src/edits/convert/index.ts';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { readsAlike } from '../../server/src/edits/same-reading.ts';
import type { Layout } from '../../server/src/text/tokens.ts';
import { anyNumbers } from '../support/generate/numbers.ts';
import { LAYOUTS, render, style } from '../support/generate/render.ts';
import { analysed, holds, outline } from './support.ts';

const TARGETS: readonly Layout[] = ['pipes', 'tsv', 'csv', 'cells', 'html', 'spaced'];

/** Each table by itself, the last one first, so that what stands before keeps its place; and what stayed as it was. */
function converted(text: string, layout: Layout): { text: string; left: string[] } {
  const left: string[] = [];
  let result = text;
  for (const number of [4, 3, 2]) {
    const { report } = analysed(result);
    const table = report.tables.find((each) => each.number === number);
    const conversion = table && convertTable(report, table, layout);
    if (conversion?.kind === 'edit') result = applyEdits(result, [conversion.edit]);
    else if (conversion?.kind !== 'same')
      left.push(`${number} ${JSON.stringify(conversion && { ...conversion, table: 0 })}`);
  }
  return { text: result, left };
}

/**
 * Each layout is written in each other one: the same reading cell by cell, the same findings; twice is once, and the way
 * does not show.
 */
describe.each(LAYOUTS)('tables converted from the layout %s', (layout) => {
  const anyText = fc.tuple(anyNumbers, style).map(([numbers, look]) => render(numbers, layout, look).text);

  test('are read as before', () => {
    holds(
      fc.property(anyText, fc.constantFrom(...TARGETS), fc.constantFrom(...TARGETS), (text, target, over) => {
        const before = analysed(text);
        const direct = converted(text, target);
        const after = analysed(direct.text);
        expect(direct.left).toEqual([]);
        expect(readsAlike(before.report, after.report)).toBe(true);
        expect(outline(after)).toEqual(outline(before));
        expect(converted(converted(text, over).text, target).text).toBe(direct.text);
      }),
    );
  });
});

/** What clerks write into a cell besides a number. */
const ODD = ['', '/', '无', 'l2', '2O', '2 0', '-3', '1.5', '12（其中修订3件）', '43.788万元', '六', '1,234', '１２'];

test('a table with cells that nobody can read is written with the same characters, or stays as it is', () => {
  let changed = 0;
  const given = fc.tuple(
    anyNumbers,
    style,
    fc.constantFrom(...LAYOUTS),
    fc.constantFrom(...TARGETS),
    fc.array(fc.tuple(fc.nat(1000), fc.constantFrom(...ODD)), { minLength: 1, maxLength: 4 }),
  );
  holds(
    fc.property(given, ([numbers, look, layout, target, changes]) => {
      const { text, cells } = render(numbers, layout, look);
      const edits = changes.flatMap(([at, newText]) => {
        const cell = cells[at % cells.length];
        return cell ? [{ span: { start: cell.start, end: cell.end }, newText }] : [];
      });
      const places = new Map(edits.map((edit) => [edit.span.start, edit]));
      const odd = applyEdits(text, [...places.values()]);
      const before = analysed(odd);
      const result = converted(odd, target);
      const after = analysed(result.text);
      expect(readsAlike(before.report, after.report)).toBe(true);
      expect(outline(after).sort()).toEqual(outline(before).sort());
      changed += 3 - result.left.length;
    }),
    300,
  );
  expect(changed).toBeGreaterThan(500);
});
