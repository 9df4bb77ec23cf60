import { type Aggregate, type AggregateCell, aggregateCells, contributions } from '../../features/aggregate.ts';
import { type Overview, overviewOf } from '../../features/report-values.ts';
import type { FormYear, TableNumber } from '../../report/forms/form.ts';
import type { Counted } from '../../summary/counted.ts';
import type { Missing } from '../../summary/expected.ts';
import { type Failing, failingTables } from '../../summary/failing.ts';
import { cellTitle, formOfCell, type Summary } from '../../summary/model.ts';
import type { SkippedJson } from '../json-format.ts';
import type { Value } from '../tables-json.ts';

/** A place of the form: rows and columns count from zero, in the form's order. */
interface PlaceJson {
  readonly table: TableNumber;
  readonly row: number;
  readonly column: number;
  /** `表三 （一）予以公开·自然人` */
  readonly name: string;
}

interface ReportJson extends Overview {
  readonly path: string;
  readonly agency: string;
  readonly year: number | null;
  readonly form: FormYear;
  readonly errors: number;
  readonly findings: number;
}

interface SumJson {
  readonly year: number | null;
  readonly form: FormYear;
  /** How many reports were added up. */
  readonly reports: number;
  /** The tables whose own totals do not hold, for those of some reports do not. */
  readonly failing: readonly Failing[];
  /** As in `zfxxgk check --format json`; null where no report has a value. */
  readonly tables: {
    readonly '2': Readonly<Record<string, Value | readonly Value[]>>;
    readonly '3': readonly (readonly Value[])[];
    readonly '4': readonly Value[];
  };
  /** The cells for which some reports have no value, and which: their sum is that of the others. */
  readonly missing: readonly (PlaceJson & { readonly reports: readonly string[] })[];
}

interface AgainstJson {
  readonly path: string;
  readonly agency: string;
  readonly year: number | null;
  readonly form: FormYear;
  /** Whether there was a sum of the same year and form to compare with. */
  readonly compared: boolean;
  readonly equal: number;
  /** The cells that the report itself leaves blank. */
  readonly blank: readonly PlaceJson[];
  readonly differences: readonly (PlaceJson & {
    readonly stated: number;
    readonly sum: number;
    /** stated − sum */
    readonly difference: number;
    readonly missing: readonly string[];
    /** The reports whose value is not zero. */
    readonly contributions: readonly { readonly path: string; readonly agency: string; readonly value: number }[];
  })[];
}

/** The one object that `zfxxgk summary --format json` prints. */
export interface SummaryJson {
  readonly version: 1;
  readonly reports: readonly ReportJson[];
  readonly sums: readonly SumJson[];
  readonly against?: AgainstJson;
  /** The organs without a report on a year, of those that were listed or have one on the year before. */
  readonly missing: readonly Missing[];
  readonly skipped: readonly SkippedJson[];
}

export function summaryJson(
  { reports, sums, against, missing }: Summary,
  skipped: readonly SkippedJson[],
): SummaryJson {
  return {
    version: 1,
    reports: reports.map(reportJson),
    sums: sums.map(sumJson),
    ...(against ? { against: againstJson(against) } : {}),
    missing,
    skipped,
  };
}

function reportJson(report: Counted): ReportJson {
  const { path, agency, year = null, form, errors, findings } = report;
  return { path, agency, year, form, ...overviewOf(report), errors, findings };
}

function sumJson(sum: Aggregate<Counted>): SumJson {
  const { year = null, form, reports, tables } = sum;
  const values = (cells: readonly AggregateCell<Counted>[]) =>
    cells.map(({ known, sum: value }) => (known > 0 ? value : null));
  const named = formOfCell(sum, 2).rows.map(({ label }, at): [string, Value | Value[]] => {
    const row = values(tables[2][at] ?? []);
    return [label, row.length === 1 ? (row[0] ?? null) : row];
  });
  return {
    year,
    form,
    reports: reports.length,
    failing: failingTables(sum),
    tables: { '2': Object.fromEntries(named), '3': tables[3].map(values), '4': values(tables[4][0] ?? []) },
    missing: aggregateCells(sum).flatMap((cell) =>
      cell.missing.length > 0 ? [{ ...place(sum, cell), reports: cell.missing.map(({ path }) => path) }] : [],
    ),
  };
}

function againstJson({ own, sum, comparison }: NonNullable<Summary['against']>): AgainstJson {
  const { path, agency, year = null, form } = own;
  const head = { path, agency, year, form };
  if (!sum || !comparison) return { ...head, compared: false, equal: 0, blank: [], differences: [] };
  return {
    ...head,
    compared: true,
    equal: comparison.equal,
    blank: comparison.blank.map((cell) => place(sum, cell)),
    differences: comparison.differences.map(({ cell, stated, by }) => ({
      ...place(sum, cell),
      stated,
      sum: cell.sum,
      difference: by,
      missing: cell.missing.map((report) => report.path),
      contributions: contributions(sum, cell).map(({ report, value }) => ({
        path: report.path,
        agency: report.agency,
        value,
      })),
    })),
  };
}

function place(sum: Aggregate<Counted>, cell: AggregateCell<Counted>): PlaceJson {
  const { table, row, column } = cell;
  return { table, row, column, name: cellTitle(sum, cell) };
}
