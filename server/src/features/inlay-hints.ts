import type { FailedSum } from '../checks/faults.ts';
import { type Analysis, type Finding, isSum } from '../checks/finding.ts';
import { describe, type Locale } from '../checks/wording/index.ts';
import { cellName } from '../checks/wording/names.ts';
import { writeNumber } from '../checks/wording/sum.ts';
import type { Cell, Report, Row, Table } from '../report/report.ts';
import { lineAt } from '../text/lines.ts';
import { overlaps, type Span } from '../text/span.ts';

/** Words that an editor shows between those of the text. */
export interface InlayHint {
  /** A column's name stands before its value, a sum behind its total. */
  readonly kind: 'column' | 'sum';
  /** UTF-16. */
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/** `totals`: what the addends of a failing sum come to; `all`: the names of columns as well. */
export type InlayHints = 'off' | 'totals' | 'all';

/**
 * `= 43 ✗` behind the total of each failing sum, and `自然人` before each value whose line does not show its column.
 *
 * @param shown the findings that the user sees: a dismissed one has no hint
 * @param within where hints are wanted
 */
export function inlayHints(
  { report }: Analysis,
  shown: readonly Finding[],
  wanted: InlayHints,
  within: Span,
  locale: Locale,
): InlayHint[] {
  if (wanted === 'off') return [];
  const sums = sumHints(shown, within, locale);
  if (wanted === 'totals') return sums;
  const columns = report.tables.flatMap((table) =>
    table.rows.flatMap((row) => (row && overlaps(row.span, within) ? columnHints(report, table, row) : [])),
  );
  return [...columns, ...sums];
}

/** A total that fails by its row and its column alike has one hint, unless they come to different numbers. */
function sumHints(shown: readonly Finding[], within: Span, locale: Locale): InlayHint[] {
  const hints = new Map<string, InlayHint>();
  for (const finding of shown) {
    if (!isSum(finding) || !overlaps(finding.span, within)) continue;
    const { computed } = finding.facts as FailedSum;
    const offset = finding.span.end;
    const label = `= ${writeNumber(computed)} ✗`;
    const before = hints.get(`${offset} ${label}`);
    const tooltip = [...(before ? [before.tooltip] : []), describe(finding, locale)].join('\n\n');
    hints.set(`${offset} ${label}`, { kind: 'sum', offset, label, tooltip });
  }
  return [...hints.values()];
}

function columnHints(report: Report, table: Table, row: Row): InlayHint[] {
  if (!hidesColumns(report, table, row)) return [];
  // One value that stands for several columns has no name of its own.
  return row.cells.flatMap((cell) =>
    cell.merged
      ? []
      : { kind: 'column', offset: cell.span.start, label: shortName(row, cell), tooltip: cellName(table, cell) },
  );
}

/**
 * Only the bars of a table in Markdown keep its columns below their heads; values behind a tab or a comma stand wherever
 * their label ends. The 15 numbers of table 4 nobody counts off.
 */
function hidesColumns({ lines }: Report, { layout, number }: Table, { span }: Row): boolean {
  return layout !== 'pipes' || number === 4 || lineAt(lines, span.start) < lineAt(lines, span.end);
}

/** `结果纠正`; where a group begins, with its name: `行政复议 结果维持`. */
function shortName({ form: { columns } }: Row, { column: at }: Cell): string {
  const { name, group } = columns[at] as (typeof columns)[number];
  const begins = group !== undefined && group.id !== 'organisations' && columns[at - 1]?.group !== group;
  return begins ? `${group.label} ${name}` : name;
}
