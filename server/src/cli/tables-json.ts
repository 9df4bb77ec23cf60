import type { TableNumber } from '../report/forms/form.ts';
import { findTable, numberIn, type Report, type Row, type Table } from '../report/report.ts';

/** Blank, unreadable and absent values are null; zero is zero. */
export type Value = number | null;

/** What was read; a table that is absent has no key. */
export interface TablesJson {
  /** By the row's name: a list, or a single value where the form has one column. */
  readonly '2'?: Readonly<Record<string, Value | readonly Value[]>>;
  /** 25 rows × 7 values in the form's order (24 in the form of 2019). */
  readonly '3'?: readonly (readonly Value[])[];
  /** 15 values. */
  readonly '4'?: readonly Value[];
}

/** What was read of the tables. */
export function tablesJson(report: Report): TablesJson {
  const table = (number: TableNumber) => findTable(report, number);
  const [two, three, four] = [table(2), table(3), table(4)];
  return {
    ...(two ? { '2': namedRows(two) } : {}),
    ...(three ? { '3': three.form.rows.map((_, at) => valuesOf(three, at)) } : {}),
    ...(four ? { '4': valuesOf(four, 0) } : {}),
  };
}

function namedRows(table: Table): Record<string, Value | readonly Value[]> {
  return Object.fromEntries(
    table.form.rows.map(({ label, columns }, at) => {
      const values = valuesOf(table, at);
      return [label, columns.length === 1 ? (values[0] ?? null) : values];
    }),
  );
}

/** As many values as the form has columns, whatever was found of the row. */
function valuesOf(table: Table, at: number): Value[] {
  const row: Row | undefined = table.rows[at];
  return (table.form.rows[at]?.columns ?? []).map((_, column) => numberIn(row?.cells[column]) ?? null);
}
