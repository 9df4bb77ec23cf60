import type { Cell, Row, Table } from '../report/report.ts';
import { columnName, rowLabel } from './wording/names.ts';

/** How programs read which cell or row a finding is about; the names are those of the form. */

export function cellData(table: Table, cell: Cell) {
  return { table: table.number, ...cellNames(table, cell) };
}

export function cellNames(table: Table, cell: Cell) {
  const row = table.form.rows[cell.row];
  return { row: row ? rowLabel(row) : '', column: columnName(table.form, cell.row, cell.column) };
}

export function rowData(table: Table, row: Row['form']) {
  return { table: table.number, row: rowLabel(row) };
}
