import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { numberIn } from '../../server/src/report/report.ts';
import { mustAnalyse } from '../support/analysis.ts';
import { findFix } from '../support/check-fix.ts';
import { cellAt, valueAt } from '../support/generate/fault.ts';
import { anyNumbers } from '../support/generate/numbers.ts';
import { plainStyle, render, style } from '../support/generate/render.ts';

const anyPositional = fc.tuple(anyNumbers, style).chain(([numbers, look]) =>
  fc.record({
    numbers: fc.constant(numbers),
    look: fc.constant({ ...look, padding: false }),
    row: fc.nat(numbers.table3.length - 1),
    columns: fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 3 }),
  }),
);

test('whatever values are rubbed out of a page, the others keep their columns or have none', () => {
  let placed = 0;
  let tried = 0;
  fc.assert(
    fc.property(anyPositional, ({ numbers, look, row, columns }) => {
      const rendered = render(numbers, 'positional', look);
      const text = [...columns]
        .sort((a, b) => b - a)
        .reduce((rest, column) => {
          const { start, end } = cellAt(rendered, { table: 3, row, column });
          const width = rest.charCodeAt(start) > 0xff ? 2 : 1;
          return rest.slice(0, start) + ' '.repeat(width * (end - start)) + rest.slice(end);
        }, rendered.text);
      const read = mustAnalyse(text).report.tables.find(({ number }) => number === 3)?.rows[row]?.cells ?? [];
      const expected = Array.from({ length: 7 }, (_, column) =>
        columns.includes(column) ? null : (valueAt(numbers, { table: 3, row, column }) ?? null),
      );
      tried += 1;
      if (read.length === 0) return;
      placed += 1;
      expect(read.map((cell) => numberIn(cell) ?? null)).toEqual(expected);
    }),
    { numRuns: 300, seed: 7 },
  );
  // Where numbers are too long for their columns, or two are lost at the end of a line, nobody could tell.
  expect(placed).toBeGreaterThan(tried / 2);
});

test('a blank 总计 is filled in where it stood', () => {
  const enough = anyNumbers.filter(({ table3 }) => (table3[2]?.[6] ?? 0) > 9);
  const [numbers] = fc.sample(enough, { seed: 3, numRuns: 1 });
  if (!numbers) throw new Error('the generator gave no report');
  const rendered = render(numbers, 'positional', plainStyle);
  const { start, end } = cellAt(rendered, { table: 3, row: 2, column: 6 });
  const value = numbers.table3[2]?.[6];
  const spaced = (text: string) => text.replace(/ +/g, ' ').replace(/ $/gm, '');
  // With the spaces before it, too, as editors leave no spaces at the end of a line.
  for (const kept of [rendered.text.slice(0, start), rendered.text.slice(0, start).trimEnd()]) {
    const text = kept + rendered.text.slice(end);
    const analysis = mustAnalyse(text);
    expect(analysis.findings.map(({ code }) => code)).toEqual(['cell-blank']);
    const fix = findFix(analysis, `填入“（一）予以公开·总计”：${value}`);
    const filled = mustAnalyse(applyEdits(text, fix.edits));
    expect(filled.findings).toEqual([]);
    expect(spaced(filled.report.text)).toBe(spaced(rendered.text));
  }
});
