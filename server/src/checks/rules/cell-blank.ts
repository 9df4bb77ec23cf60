import { type Cell, numberIn, type Row, type Table } from '../../report/report.ts';
import type { Finding, Rule } from '../finding.ts';
import { type Identity, judge } from '../identities.ts';

/** Blank cells: one finding a row; a warning when the row holds other numbers and its 总计 is blank. */
export const cellBlank: Rule = {
  codes: ['cell-blank'],
  find: ({ text, tables }, identities) =>
    tables.flatMap((table) => table.rows.flatMap((row) => (row ? blanksOf(text, table, row, identities) : []))),
};

function blanksOf(text: string, table: Table, row: Row, identities: readonly Identity[]): Finding[] {
  const blanks = row.cells.filter((cell) => cell.reading.kind === 'blank');
  const [first] = blanks;
  if (!first) return [];
  const filled = row.cells.some((cell) => numberIn(cell) !== undefined);
  const total = filled ? blankTotal(blanks, identities) : undefined;
  return [
    {
      code: 'cell-blank',
      severity: total ? 'warning' : 'information',
      span: total?.total.span ?? first.span,
      table,
      row,
      blanks,
      marks: blanks.map(({ span }) => text.slice(span.start, span.end)),
      total: total?.total,
      computed: total && judge(total).computed,
    },
  ];
}

function blankTotal(blanks: readonly Cell[], identities: readonly Identity[]): Identity | undefined {
  const blank = identities.filter(({ form, total }) => form.rule !== 'carry-balance' && blanks.includes(total));
  return blank.find((identity) => judge(identity).computed !== undefined) ?? blank[0];
}
