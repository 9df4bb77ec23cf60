import { type Cell, numberIn, type Table } from '../../report/report.ts';
import type { StatementSource } from '../evidence.ts';
import type { FailedSum, Fault } from '../faults.ts';
import type { Emit, Locale, Related, Rule } from '../finding.ts';
import { cellData, cellNames } from '../finding-data.ts';
import { includes } from '../identities.ts';
import { slipOf } from '../slips.ts';
import { correctFix } from '../sum-fixes.ts';
import type { Correction } from '../suspect.ts';
import { doubtText, slipText, supportText } from '../wording/advice.ts';
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
  /** What beside the tables says the same. */
  readonly support: readonly StatementSource[];
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
    zh: (facts) => {
      const { table, cell, written, value, correction, certain, failing, support } = facts;
      const rest = correction.length > 1 ? `与另外 ${correction.length - 1} 格一并改正后` : '改正后';
      const head = `“${shortCellName(table, cell)}”写 ${written}，${certain ? '' : '可能'}应为 ${value}，差 ${Math.abs(written - value)}`;
      const slip = slipText(slipOf(correction, table.form), 'zh');
      const fits = `${places(failing, 'zh')}${failing.length > 1 ? '都' : ''}对得上`;
      return `${head}：${rest}${fits}${supportText(support, 'zh')}${slip}。${certain ? '' : doubtText('zh')}`;
    },
    en: (facts) => {
      const { table, cell, written, value, correction, certain, failing, support } = facts;
      const others = correction.length > 1 ? ` with ${correction.length - 1} more` : '';
      const head = `“${shortCellName(table, cell)}” is ${written}, should ${certain ? '' : 'perhaps '}be ${value}, off by ${Math.abs(written - value)}`;
      const slip = slipText(slipOf(correction, table.form), 'en');
      return `${head}: corrected${others}, it fits ${places(failing, 'en')}${supportText(support, 'en')}${slip}.${certain ? '' : doubtText('en')}`;
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
    const support = sums[0]?.support ?? [];
    emit(cell.span, { table, cell, written, value, correction, certain, support, failing: sums });
  }
}

/** `本行和“自然人”列`: the sums that the cell belongs to and that fail. */
function places(failing: readonly FailedSum[], locale: Locale): string {
  const rows = failing.some(({ identity: { form } }) => form.along === 'row');
  const columns = failing.filter(({ identity: { form } }) => form.along === 'column');
  const names = [...new Set(columns.map(({ identity }) => identityPlace(identity)))];
  return locale === 'zh'
    ? [...(rows ? ['本行'] : []), ...names.map((name) => `“${name}”列`)].join('和')
    : [...(rows ? ['its row'] : []), ...names.map((name) => `column “${name}”`)].join(' and ');
}

function relatedSum({ identity: { table, total }, stated, computed }: FailedSum, locale: Locale): Related {
  const name = cellName(table, total);
  const message =
    locale === 'zh'
      ? `${name}：写 ${stated}，各项算得 ${computed}`
      : `${name}: is ${stated}, its addends give ${computed}`;
  return { span: total.span, message };
}
