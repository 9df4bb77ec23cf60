import type { ColumnForm, FormYear, TableNumber } from '../report/forms/form.ts';
import { pushTo } from '../text/push-to.ts';
import { type ReportValues, tablesOf, valueAt } from './report-values.ts';

/** One cell of a sum. */
export interface AggregateCell<Report> {
  readonly table: TableNumber;
  readonly row: number;
  readonly column: number;
  /** What is known, added up. A blank is never zero: look at `missing` before you trust it. */
  readonly sum: number;
  /** How many reports have a value here. */
  readonly known: number;
  /** The reports that have none: the cell is blank or unreadable, or its row or table is absent. */
  readonly missing: readonly Report[];
}

/** The reports of one year in one form, and what their tables add up to. */
export interface Aggregate<Report> {
  readonly year: number | undefined;
  readonly form: FormYear;
  readonly reports: readonly Report[];
  /** By row and column of the form. */
  readonly tables: Readonly<Record<TableNumber, readonly (readonly AggregateCell<Report>[])[]>>;
}

/** Adds up reports, those of each year and of each form by themselves; the sums in the order of the years. */
export function aggregate<Report extends ReportValues>(reports: readonly Report[]): Aggregate<Report>[] {
  const groups = new Map<string, Report[]>();
  for (const report of reports) {
    const key = `${report.year ?? ''} ${report.form}`;
    pushTo(groups, key, report);
  }
  const sums = [...groups.values()].map(aggregateOf);
  return sums.sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || (a.form < b.form ? -1 : 1));
}

function aggregateOf<Report extends ReportValues>(reports: readonly Report[]): Aggregate<Report> {
  const { year, form } = reports[0] as Report;
  const [two, three, four] = tablesOf(form).map(({ number, rows }) =>
    rows.map(({ columns }, row) => columns.map((kind, column) => aggregateCell(reports, number, row, column, kind))),
  );
  return { year, form, reports, tables: { 2: two ?? [], 3: three ?? [], 4: four ?? [] } };
}

function aggregateCell<Report extends ReportValues>(
  reports: readonly Report[],
  table: TableNumber,
  row: number,
  column: number,
  { kind }: ColumnForm,
): AggregateCell<Report> {
  const missing: Report[] = [];
  let whole = 0;
  let parts = 0;
  for (const report of reports) {
    const value = valueAt(report, table, row, column);
    if (value === null) {
      missing.push(report);
      continue;
    }
    // Decimals are added up as whole numbers, for 0.1 + 0.2 is not 0.3.
    whole += Math.trunc(value);
    parts += Math.round((value - Math.trunc(value)) * PARTS);
  }
  const sum = kind === 'amount' ? exact(whole + parts / PARTS) : whole;
  return { table, row, column, sum, known: reports.length - missing.length, missing };
}

/** An amount in 万元 has at most six decimals in the form: a 分. */
const DECIMALS = 6;
const PARTS = 10 ** DECIMALS;

function exact(amount: number): number {
  return Number(amount.toFixed(DECIMALS));
}

export function aggregateCells<Report>({ tables }: Aggregate<Report>): readonly AggregateCell<Report>[] {
  return [tables[2], tables[3], tables[4]].flatMap((rows) => rows.flat());
}

/** A cell in which a government's own report does not say what the reports of its organs add up to. */
export interface Difference<Report> {
  readonly cell: AggregateCell<Report>;
  readonly stated: number;
  /** `stated` less the sum: positive when the government's report says more. */
  readonly by: number;
}

export interface OwnComparison<Report> {
  readonly differences: readonly Difference<Report>[];
  /** Cells that the government's own report leaves blank: nothing can be said of them. */
  readonly blank: readonly AggregateCell<Report>[];
  /** How many cells agree. */
  readonly equal: number;
}

/** Compares a government's own report with the sum of its organs, cell by cell. */
export function compareOwn<Report>(own: ReportValues, sum: Aggregate<Report>): OwnComparison<Report> {
  const differences: Difference<Report>[] = [];
  const blank: AggregateCell<Report>[] = [];
  let equal = 0;
  for (const cell of aggregateCells(sum)) {
    const stated = valueAt(own, cell.table, cell.row, cell.column);
    const by = stated === null ? 0 : exact(stated - cell.sum);
    if (stated === null) blank.push(cell);
    else if (by === 0) equal++;
    else differences.push({ cell, stated, by });
  }
  return { differences, blank, equal };
}

/** The reports that put something into a cell of a sum, and how much. */
export function contributions<Report extends ReportValues>(
  { reports }: Aggregate<Report>,
  { table, row, column }: AggregateCell<Report>,
): { readonly report: Report; readonly value: number }[] {
  return reports.flatMap((report) => {
    const value = valueAt(report, table, row, column);
    return value ? [{ report, value }] : [];
  });
}

/** Several reports of the same organ on the same year: each is counted, so a copy makes every sum wrong. */
export function repeated<Report extends ReportValues>(reports: readonly Report[]): (readonly Report[])[] {
  const groups = new Map<string, Report[]>();
  for (const report of reports) {
    if (report.agency === '' || report.year === undefined) continue;
    const key = `${report.year} ${report.agency}`;
    pushTo(groups, key, report);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
