import type { TableNumber } from '../report/forms/form.ts';
import type { ColumnId, RowId } from '../report/forms/ids.ts';
import { FORM_2021 } from '../report/forms/index.ts';
import { type Cell, findCell, findRow, findTable, numberIn, type Report } from '../report/report.ts';
import { lineAt } from '../text/lines.ts';

/** A cell whose number is compared with that of other years. */
export interface Compared {
  readonly table: TableNumber;
  readonly row: RowId;
  readonly column: ColumnId;
}

/** All of tables 2 and 4 of the form of 2021, and of table 3 the column 总计: what a reader compares from year to year. */
export const COMPARED: readonly Compared[] = FORM_2021.tables.flatMap(({ number, rows }) =>
  rows.flatMap((row) =>
    row.columns.flatMap((column) =>
      number !== 3 || column.id === 'total' ? { table: number, row: row.id, column: column.id } : [],
    ),
  ),
);

/** The numbers of these cells, NaN where one is blank, unreadable or absent, and the lines on which they stand, from 0. */
export interface Numbers {
  readonly values: Float64Array;
  readonly lines: Uint32Array;
}

export function cellOf(report: Report, { table, row, column }: Compared): Cell | undefined {
  return findCell(findRow(findTable(report, table), row), column);
}

export function numbersOf(report: Report): Numbers {
  const values = new Float64Array(COMPARED.length);
  const lines = new Uint32Array(COMPARED.length);
  for (let at = 0; at < COMPARED.length; at++) {
    const cell = cellOf(report, COMPARED[at] as Compared);
    values[at] = numberIn(cell) ?? Number.NaN;
    if (cell) lines[at] = lineAt(report.lines, cell.span.start);
  }
  return { values, lines };
}
