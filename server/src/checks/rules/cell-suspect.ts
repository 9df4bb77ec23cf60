import { type Cell, numberIn, type Table } from '../../report/report.ts';
import type { FailedSum, Fault } from '../faults.ts';
import type { Emit, Locale, Related, Rule } from '../finding.ts';
import { cellData, cellNames } from '../finding-data.ts';
import { includes } from '../identities.ts';
import { slipOf } from '../slips.ts';
import { correctFix } from '../sum-fixes.ts';
import type { Correction } from '../suspect.ts';
import { slipText } from '../wording/advice.ts';
import { cellName, identityPlace, shortCellName } from '../wording/names.ts';

/** The probably wrong cell of sums whose totals stand elsewhere. */
interface CellSuspect {
  readonly table: Table;
  readonly cell: Cell;
  readonly written: number;
  /** What it should say. */
  readonly value: number;
  /** The whole smallest correction, of which this cell is a part. */
  readonly correction: Correction;
  readonly certain: boolean;
  /** The sums that it belongs to and that fail. */
  readonly failing: readonly FailedSum[];
}

/** Marks the cell that is probably wrong where only one smallest correction mends the sums, and no sum's total is that cell. */
export const cellSuspect: Rule<CellSuspect> = {
  code: 'cell-suspect',
  title: { zh: '最可能写错的一格', en: 'The cell that is probably wrong' },
  severity: 'error',
  find({ faults }, emit) {
    for (const fault of faults) mark(fault, emit);
  },
  message: {
    zh: ({ table, cell, written, value, correction, failing }) => {
      const rest = correction.length > 1 ? `与另外 ${correction.length - 1} 格一并改正后` : '改正后';
      return `“${shortCellName(table, cell)}”写 ${written}，应为 ${value}，差 ${Math.abs(written - value)}${slipText(slipOf(correction, table.form), 'zh')}：${rest}，${places(failing, '、')}的勾稽关系全部成立。`;
    },
    en: ({ table, cell, written, value, correction, failing }) => {
      const others = correction.length > 1 ? `, with ${correction.length - 1} other cell(s),` : '';
      return `“${shortCellName(table, cell)}” is ${written}, should be ${value}, off by ${Math.abs(written - value)}${slipText(slipOf(correction, table.form), 'en')}: corrected${others} the sums of ${places(failing, ', ')} hold.`;
    },
  },
  related: ({ failing }, locale) => failing.map((sum) => relatedSum(sum, locale)),
  fixes: ({ facts: { table, correction, certain } }, analysis, locale) => [
    correctFix(analysis, table, correction, locale, certain),
  ],
  data: ({ table, cell, written, value }) => ({
    stated: written,
    computed: value,
    ...cellData(table, cell),
    suspect: { ...cellNames(table, cell), value },
  }),
};

function mark({ failing, corrections, certain }: Fault, emit: Emit<CellSuspect>): void {
  const [correction = [], ...others] = corrections;
  if (others.length > 0) return;
  for (const { cell, value } of correction) {
    const sums = failing
      .filter(({ identity }) => includes(identity, cell))
      .sort((a, b) => a.identity.total.span.start - b.identity.total.span.start);
    const written = numberIn(cell);
    const table = sums[0]?.identity.table;
    if (!table || written === undefined || failing.some(({ identity }) => identity.total === cell)) continue;
    emit(cell.span, { table, cell, written, value, correction, certain, failing: sums });
  }
}

function places(failing: readonly FailedSum[], joint: string): string {
  return failing.map(({ identity }) => `“${identityPlace(identity)}”`).join(joint);
}

function relatedSum({ identity: { table, total }, stated, computed }: FailedSum, locale: Locale): Related {
  const name = cellName(table, total);
  const message =
    locale === 'zh' ? `${name}：写的是 ${stated}，应为 ${computed}` : `${name}: says ${stated}, should be ${computed}`;
  return { span: total.span, message };
}
