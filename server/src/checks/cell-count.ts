import type { Report, Row, Table } from '../report/report.ts';
import type { Locale } from './finding.ts';

/** What the rules on the number of values in a row share. */

export interface RowOfTable {
  readonly table: Table;
  readonly row: Row;
}

/** Every row whose values fit no columns. */
export function rowsWithoutCells({ tables }: Report, visit: (table: Table, row: Row) => void): void {
  for (const table of tables) for (const row of table.rows) if (row && row.cells.length === 0) visit(table, row);
}

/** `“2.重复申请”一行`, as a sentence begins. */
export function rowText({ form: { label } }: Row, locale: Locale): string {
  if (locale === 'zh') return label ? `“${label}”一行` : '本表这一行';
  return label ? `Row “${label}”` : 'The row of this table';
}
