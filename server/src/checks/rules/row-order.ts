import type { RowForm } from '../../report/forms/form.ts';
import type { Row, Table } from '../../report/report.ts';
import type { Emit, Rule } from '../finding.ts';
import { rowData } from '../finding-data.ts';
import { outOfOrder } from '../order.ts';
import { rowLabel } from '../wording/names.ts';

interface RowOrder {
  readonly table: Table;
  readonly row: Row;
  /** The row of the form that it should follow. */
  readonly after: RowForm | undefined;
}

/** A row stands elsewhere than in the form. */
export const rowOrder: Rule<RowOrder> = {
  code: 'row-order',
  title: { zh: '行的顺序不对', en: 'A row is out of order' },
  severity: 'warning',
  find({ report }, emit) {
    for (const table of report.tables) if (!isInOrder(table)) misplacedRows(table, emit);
  },
  message: {
    zh: ({ row, after }) =>
      `“${rowLabel(row.form)}”一行的位置与规定格式不符${after ? `，应在“${rowLabel(after)}”之后` : '，应为第一行'}。`,
    en: ({ row, after }) =>
      `Row “${rowLabel(row.form)}” is out of place${after ? `; it belongs after “${rowLabel(after)}”` : '; it is the first row'}.`,
  },
  data: ({ table, row }) => rowData(table, row.form),
  fingerprint: () => [],
};

function isInOrder({ rows }: Table): boolean {
  let last = -1;
  for (const row of rows) {
    if (!row) continue;
    if (row.span.start < last) return false;
    last = row.span.start;
  }
  return true;
}

function misplacedRows(table: Table, emit: Emit<RowOrder>): void {
  const rows = table.rows.filter((row): row is Row => row !== undefined).sort((a, b) => a.span.start - b.span.start);
  for (const at of outOfOrder(rows.map((row) => row.index))) {
    const row = rows[at] as Row;
    emit(row.label[0] ?? row.span, { table, row, after: table.form.rows[row.index - 1] });
  }
}
