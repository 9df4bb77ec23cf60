import type { RowForm, TableForm } from '../../report/forms/form.ts';
import { FORM_2021, tableForm } from '../../report/forms/index.ts';
import type { Cell, Table } from '../../report/report.ts';
import type { Identity } from '../identities.ts';

/** How rows, columns and cells are called in messages: always by the statutory terms, in both languages. */

/** The label as the form prints it, without a remark in brackets. */
export function rowLabel({ ordinal, name }: RowForm): string {
  return ordinal + name;
}

/** The same with less where it is long: `一、本年新收`, `1.逾期不补正`. */
export function shortLabel({ ordinal, brief }: RowForm): string {
  return brief.startsWith(ordinal) ? brief : ordinal + brief;
}

/** `自然人`; in table 4 with its group, for 结果维持 stands there three times. */
export function columnName(form: TableForm, row: number, column: number): string {
  const found = form.rows[row]?.columns[column];
  if (!found) return '';
  return form.number === 4 && found.group ? `${found.group.label}·${found.name}` : found.name;
}

/** `（一）予以公开·自然人`; in table 4 the column alone, in a row of one column the row. */
export function cellName(table: Table, cell: Cell): string {
  return placeName(table.form, cell.row, cell.column);
}

/** The same with a short label, for the beginning of a message. */
export function shortCellName({ form }: Table, { row: at, column }: Cell): string {
  const row = form.rows[at];
  const name = columnName(form, at, column);
  return row && row.label !== '' ? `${shortLabel(row)}·${name}` : name;
}

/** The same for a place of the form, whether or not a report has it. */
export function placeName(form: TableForm, at: number, columnAt: number): string {
  const row = form.rows[at];
  if (row && row.columns.length === 1) return rowLabel(row);
  const column = columnName(form, at, columnAt);
  return row && row.label !== '' ? `${rowLabel(row)}·${column}` : column;
}

/** A column of table 3, where no table is at hand; both forms have the same. */
export function applicant(column: number): string {
  return columnName(tableForm(FORM_2021, 3), 0, column);
}

/** What a term is called inside its sum: the column in a row's sum, the row in a column's. */
export function termName(identity: Identity, cell: Cell): string {
  const { form, along } = { form: identity.table.form, along: identity.form.along };
  const row = form.rows[cell.row] as RowForm;
  if (along === 'row') return row.columns[cell.column]?.name ?? '';
  return row.brief;
}

/** The row or column that an identity holds for: `（一）予以公开`, `一、本年新收`, `自然人`, `行政复议`. */
export function identityPlace(identity: Identity): string {
  const { table, total, form } = identity;
  if (form.along === 'column') return columnName(table.form, total.row, total.column);
  const row = table.form.rows[total.row] as RowForm;
  return row.label !== '' ? shortLabel(row) : (row.columns[total.column]?.group?.label ?? '');
}
