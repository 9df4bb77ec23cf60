import type { RowForm } from '../../report/forms/form.ts';
import type { Report, Table } from '../../report/report.ts';
import { findCutOff } from '../cut-off.ts';
import type { Emit, Rule } from '../finding.ts';
import { rowData } from '../finding-data.ts';
import { rowLabel } from '../wording/names.ts';

interface RowMissing {
  readonly table: Table;
  readonly row: RowForm;
  /** The row that it should follow, of those that are there. */
  readonly after: RowForm | undefined;
}

/** A row of the form is absent; reported on the label of the row that it should follow. */
export const rowMissing: Rule<RowMissing> = {
  code: 'row-missing',
  title: { zh: '缺少行', en: 'A row is missing' },
  severity: 'error',
  find({ report }, emit) {
    for (const table of report.tables) {
      const { length } = table.form.rows;
      let end: number | undefined;
      for (let index = 0; index < (end ?? length); index++) {
        if (table.rows[index]) continue;
        // What is absent because the text is cut off, text-cut-off tells of.
        end ??= length - rowsCutOff(report, table);
        if (index < end) tell(table, index, emit);
      }
    }
  },
  message: {
    zh: ({ row, after }) =>
      `缺少“${rowLabel(row)}”一行${after ? `，应在“${rowLabel(after)}”之后` : ''}。没有数据也应保留该行并填 0。`,
    en: ({ row, after }) =>
      `Row “${rowLabel(row)}” is missing${after ? `; it belongs after “${rowLabel(after)}”` : ''}. Keep the row and write 0 when there is nothing to report.`,
  },
  data: ({ table, row }) => rowData(table, row),
  fingerprint: () => [],
};

/** How many rows at the end of the table are absent because the text ends before them. */
function rowsCutOff(report: Report, table: Table): number {
  const cut = findCutOff(report);
  return cut?.table === table ? cut.rows.length : 0;
}

function tell(table: Table, index: number, emit: Emit<RowMissing>): void {
  const before = table.rows.slice(0, index).findLast((each) => each !== undefined);
  const neighbour = before ?? table.rows.find((each) => each !== undefined);
  const span = neighbour?.label.at(-1) ?? neighbour?.span ?? table.span;
  emit(span, { table, row: table.form.rows[index] as RowForm, after: before?.form });
}
