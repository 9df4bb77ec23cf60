import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../server/src/checks/analysis.ts';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { completionsAt } from '../../server/src/features/completion/index.ts';
import { reportFrom } from '../../server/src/features/draft/draft.ts';
import { type Cell, numberIn, type Report } from '../../server/src/report/report.ts';
import { anyNumbers } from '../support/generate/numbers.ts';
import { LAYOUTS, render, style } from '../support/generate/render.ts';
import { analysed, cellsOf, holds } from './support.ts';

const LAST_YEAR_ROWS = { carriedIn: 1, settled: 23, carriedOut: 24 } as const;

/** Everything that came over is settled: 予以公开 has it, nothing is new, nothing is left. */
function filling(cell: Cell, carried: readonly number[]): number {
  const { table, row, column } = cell;
  if (table !== 3) return numberIn(cell) ?? 0;
  return row === LAST_YEAR_ROWS.carriedIn || row === 2 || row === LAST_YEAR_ROWS.settled ? (carried[column] ?? 0) : 0;
}

function filledIn(report: Report, carried: readonly number[]): string {
  const edits = cellsOf(report).map((cell) => ({ span: cell.span, newText: String(filling(cell, carried)) }));
  return applyEdits(
    report.text,
    edits.sort((a, b) => a.span.start - b.span.start),
  );
}

/** What somebody who walks through the placeholders writes: what is offered there, else any number. */
function replaced(text: string): string {
  let result = text;
  for (let at = result.indexOf('××'); at >= 0; at = result.indexOf('××', at + 1)) {
    const without = result.slice(0, at) + result.slice(at + 2);
    const named = completionsAt(analysed(without), at, 'zh').find(({ kind }) => kind === 'number');
    result = without.slice(0, at) + (named?.newText ?? '0') + without.slice(at);
  }
  return result;
}

const codes = ({ findings }: Analysis) => [...new Set(findings.map(({ code }) => code))];
const rowOf = ({ report }: Analysis, row: number) =>
  report.tables.find(({ number }) => number === 3)?.rows[row]?.cells.map(numberIn) ?? [];

describe.each(LAYOUTS)('the draft from a sound report in the layout %s', (layout) => {
  test('is on the next year, keeps what is carried over, and is sound when its numbers are written', () => {
    holds(
      fc.property(anyNumbers, style, (numbers, look) => {
        const last = analysed(render(numbers, layout, look).text);
        const draft = reportFrom(last);
        const read = analysed(draft?.text ?? '');
        expect([read.report.agency, read.report.year]).toEqual([last.report.agency, numbers.year + 1]);
        expect(codes(read).filter((code) => code !== 'cell-blank' && code !== 'template-residue')).toEqual([]);
        const carried = rowOf(last, last.report.form.year === '2019' ? 22 : LAST_YEAR_ROWS.carriedOut);
        expect(rowOf(read, LAST_YEAR_ROWS.carriedIn)).toEqual(carried);
        const written = replaced(
          filledIn(
            read.report,
            carried.map((value) => value ?? 0),
          ),
        );
        expect(written).not.toContain('××');
        expect(codes(analysed(written))).toEqual([]);
      }),
      15,
    );
  });
});
