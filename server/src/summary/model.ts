import { placeName } from '../checks/wording/names.ts';
import {
  type Aggregate,
  type AggregateCell,
  aggregate,
  compareOwn,
  type OwnComparison,
  repeated,
} from '../features/aggregate.ts';
import { TABLE_NAMES, type TableForm, type TableNumber } from '../report/forms/form.ts';
import type { ColumnId, RowId } from '../report/forms/ids.ts';
import { columnIndex, formOf, rowIndex, tableForm } from '../report/forms/index.ts';
import { pushTo } from '../text/push-to.ts';
import type { Counted } from './counted.ts';
import { type Missing, missingOrgans, type Reporter } from './expected.ts';

/** Everything that a summary says, whatever the format. */
export interface Summary {
  /** By 机关, in the order of a Chinese dictionary, then by year. */
  readonly reports: readonly Counted[];
  readonly sums: readonly Aggregate<Counted>[];
  /** Several reports of one organ on one year, all of them counted. */
  readonly repeated: readonly (readonly Counted[])[];
  readonly against?: Against;
  /** Organs that should have a report. */
  readonly missing: readonly Missing[];
  /** The organ that the sums are for, where that was said. */
  readonly organ?: string;
}

/** A government's own report beside the sum of its organs. */
export interface Against {
  readonly own: Counted;
  /** Undefined when no report of the same year is in the same form. */
  readonly sum: Aggregate<Counted> | undefined;
  readonly comparison: OwnComparison<Counted> | undefined;
}

const collator = new Intl.Collator('zh-Hans-CN');

/** What a summary is made of beside its reports. */
export interface Beside {
  readonly own?: Counted | undefined;
  readonly organ?: string | undefined;
  /** Every report that was found, whatever its year. */
  readonly all: readonly Reporter[];
  /** The organs that should have a report, where they were listed. */
  readonly expected?: readonly string[] | undefined;
}

/** By 机关, in the order of a Chinese dictionary, then by year. */
export function inOrder(reports: readonly Counted[]): Counted[] {
  return [...reports].sort(
    (a, b) => collator.compare(nameOf(a), nameOf(b)) || (a.year ?? 0) - (b.year ?? 0) || (a.path < b.path ? -1 : 1),
  );
}

export function summaryOf(given: readonly Counted[], { own, organ, all, expected }: Beside): Summary {
  const reports = inOrder(given);
  const sums = aggregate(reports);
  const years = [...new Set(sums.flatMap(({ year }) => year ?? []))];
  const summary = {
    reports,
    sums,
    repeated: repeated(own ? [...reports, own] : reports),
    missing: missingOrgans(years, own ? [...all, own] : all, expected),
    ...(organ === undefined ? {} : { organ }),
  };
  if (!own) return summary;
  const sum = sums.find(({ year, form }) => year === own.year && form === own.form);
  return { ...summary, against: { own, sum, comparison: sum && compareOwn(own, sum) } };
}

/** The same for each of its years by itself: reports, sums and organs of that year. */
export function byYear(summary: Summary): readonly { readonly year: number | undefined; readonly summary: Summary }[] {
  const years = [...new Set(summary.sums.map(({ year }) => year))];
  return years.map((year) => {
    const { against, ...rest } = summary;
    const isOfYear = (each: { readonly year: number | undefined }) => each.year === year;
    const part = {
      ...rest,
      reports: summary.reports.filter(isOfYear),
      sums: summary.sums.filter(isOfYear),
      missing: summary.missing.filter(isOfYear),
    };
    return { year, summary: against && against.own.year === year ? { ...part, against } : part };
  });
}

/** 机关, or the way to the file when the title names none. */
export function nameOf({ agency, path }: Counted): string {
  return agency === '' ? path : agency;
}

export function formOfCell(sum: Pick<Aggregate<unknown>, 'form'>, table: TableNumber): TableForm {
  return tableForm(formOf(sum.form), table);
}

/** What the reports say of one cell, added up. */
export function sumIn<Report>(
  sum: Aggregate<Report>,
  table: TableNumber,
  row: RowId,
  column: ColumnId,
): AggregateCell<Report> | undefined {
  const form = formOfCell(sum, table);
  const at = rowIndex(form, row);
  const found = form.rows[at];
  return found && sum.tables[table][at]?.[columnIndex(found, column)];
}

/** `表三 （一）予以公开·自然人` */
export function cellTitle(sum: Aggregate<Counted>, { table, row, column }: AggregateCell<Counted>): string {
  return `${TABLE_NAMES[table]} ${placeName(formOfCell(sum, table), row, column)}`;
}

/** What stands in a cell of the sum: nothing when nothing is known, and how many reports lack it: `15（缺2份）`. */
export function cellText({ sum, known, missing }: Pick<AggregateCell<unknown>, 'sum' | 'known' | 'missing'>): string {
  if (missing.length === 0) return String(sum);
  return known === 0 ? '' : `${sum}（缺${missing.length}份）`;
}

/** `2024 年`, or what is to be said of reports whose title names no year. */
export function yearText(year: number | undefined): string {
  return year === undefined ? '年度不明' : `${year} 年`;
}

/** What a report lacks, a table at a time. */
export interface Lack {
  readonly report: Counted;
  /** `表二 全表`, `表三 （一）予以公开·自然人`. */
  readonly places: readonly string[];
}

/** Which reports lack a value for which cells of the sum, in the order of the reports. */
export function lacksOf(sum: Aggregate<Counted>): Lack[] {
  const places = new Map<Counted, string[]>();
  for (const number of [2, 3, 4] as const) {
    const cells = sum.tables[number].flat();
    const lacking = new Map<Counted, AggregateCell<Counted>[]>();
    for (const cell of cells) for (const report of cell.missing) pushTo(lacking, report, cell);
    for (const [report, missed] of lacking) {
      if (missed.length === cells.length) pushTo(places, report, `${TABLE_NAMES[number]} 全表`);
      else for (const cell of missed) pushTo(places, report, cellTitle(sum, cell));
    }
  }
  return sum.reports.flatMap((report) => {
    const found = places.get(report);
    return found ? [{ report, places: found }] : [];
  });
}
