import type { Analysis } from '../checks/analysis.ts';
import type { FormYear, TableForm, TableNumber } from '../report/forms/form.ts';
import type { ColumnId, RowId } from '../report/forms/ids.ts';
import { columnIndex, formOf, isOutdated, rowIndex, tableForm } from '../report/forms/index.ts';
import { findCell, findRow, findTable, numberIn, type Report, type Table } from '../report/report.ts';

/** The values of a table by row and column of its form; null for what is blank or unreadable. */
export type TableValues = readonly (readonly (number | null)[])[];

/** The numbers of a report as they go into a sum; plain data without any text of the report but its 机关. */
export interface ReportValues {
  /** Empty when the title names none. */
  readonly agency: string;
  readonly year: number | undefined;
  /** The form that table 三 follows, or else the report as a whole. */
  readonly form: FormYear;
  /** A table that is absent, or has nothing of this form, is undefined. */
  readonly tables: Readonly<Partial<Record<TableNumber, TableValues>>>;
  readonly errors: number;
  /** All findings, whatever their severity. */
  readonly findings: number;
}

export const TABLE_NUMBERS: readonly TableNumber[] = [2, 3, 4];

/** The tables of a form, to go through the cells of a sum. */
export function tablesOf(year: FormYear): readonly TableForm[] {
  return TABLE_NUMBERS.map((number) => tableForm(formOf(year), number));
}

/** What a report has to say to a sum. */
export function reportValuesOf({ report, findings }: Analysis): ReportValues {
  const form = formYear(report);
  const tables: Partial<Record<TableNumber, TableValues>> = {};
  for (const number of TABLE_NUMBERS) {
    const table = findTable(report, number);
    const values = table && valuesOf(table, tableForm(formOf(form), number));
    if (values && (fits(table, form) || holdsNumber(values))) tables[number] = values;
  }
  return {
    agency: report.agency,
    year: report.year,
    form,
    tables,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    findings: findings.length,
  };
}

/** Mixed reports exist: what was received and settled decides, for that is what is added up first of all. */
function formYear(report: Report): FormYear {
  const requests = findTable(report, 3);
  if (!requests) return report.form.year;
  return isOutdated(requests.form) ? '2019' : '2021';
}

function fits(table: Table, form: FormYear): boolean {
  return table.form.years.includes(form);
}

/** What a table has of the cells of a form; where it mixes two, the columns that both print. */
function valuesOf(table: Table, form: TableForm): TableValues {
  return form.rows.map(({ id, columns }) => {
    const row = findRow(table, id);
    return columns.map((column) => numberIn(findCell(row, column.id)) ?? null);
  });
}

function holdsNumber(values: TableValues): boolean {
  return values.some((row) => row.some((value) => value !== null));
}

/** One value, or null when the report has none there. */
export function valueAt({ tables }: ReportValues, table: TableNumber, row: number, column: number): number | null {
  return tables[table]?.[row]?.[column] ?? null;
}

/** What a table of all reports tells about each: 总计 of four rows of table 三, and the cases of table 四. */
export interface Overview {
  readonly received: number | null;
  readonly carriedIn: number | null;
  readonly settled: number | null;
  readonly carriedOut: number | null;
  readonly reviews: number | null;
  /** 行政诉讼: 未经复议直接起诉 and 复议后起诉 together; null unless both are known. */
  readonly lawsuits: number | null;
}

export function overviewOf(figures: ReportValues): Overview {
  const requests = (row: RowId) => namedValue(figures, 3, row, 'total');
  const cases = (column: ColumnId) => namedValue(figures, 4, 'cases', column);
  const [direct, after] = [cases('direct.total'), cases('after-review.total')];
  return {
    received: requests('new'),
    carriedIn: requests('carried-in'),
    settled: requests('total'),
    carriedOut: requests('carried-out'),
    reviews: cases('review.total'),
    lawsuits: direct === null || after === null ? null : direct + after,
  };
}

function namedValue(figures: ReportValues, number: TableNumber, row: RowId, column: ColumnId): number | null {
  const table = tableForm(formOf(figures.form), number);
  const at = rowIndex(table, row);
  const form = table.rows[at];
  return form ? valueAt(figures, number, at, columnIndex(form, column)) : null;
}
