import { type KeptLines, keptLine } from '../text/change.ts';
import { lineAt } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { TableNumber } from './forms/form.ts';
import type { Cell, Report, Row, Table, UnreadableTable } from './report.ts';

/** The version of the report before, and which of its lines this one has. */
export interface KnownVersion {
  readonly report: Report;
  readonly kept: KeptLines;
}

/** What was read of a section: its table, or why there is none. */
export interface KnownTable {
  readonly table: Table | undefined;
  readonly unreadable: UnreadableTable | undefined;
}

/**
 * The table that lines `[from, to)` hold as the section of this number, where they are just those that the version before
 * had there. In HTML a row may be a part of a line only, and what stands beside it counts: there nothing is known.
 */
export function knownTable(
  { report, kept }: KnownVersion,
  number: TableNumber,
  from: number,
  to: number,
): KnownTable | undefined {
  const { blocks, sections, text } = report;
  if (blocks !== report.lines || !hasAllTables(report)) return undefined;
  const section = sections.find(({ form }) => form.number === number);
  if (!section) return undefined;
  const first = lineAt(blocks, section.span.start) + 1;
  const end = section.span.end === text.length ? blocks.length : lineAt(blocks, section.span.end);
  const moves = first >= kept.tail;
  if (!moves && end > kept.head) return undefined;
  if (keptLine(kept, first) !== from || end - first !== to - from) return undefined;
  const by = moves ? kept.shift : 0;
  const table = report.tables.find((each) => each.number === number);
  const unreadable = report.unreadable.find((each) => each.number === number);
  return {
    table: table && moveTable(table, by),
    unreadable: unreadable && { ...unreadable, span: move(unreadable.span, by) },
  };
}

/** Whether each table is looked for in its own section alone. */
function hasAllTables({ sections }: Report): boolean {
  return [2, 3, 4].every((number) => sections.some(({ form }) => form.number === number));
}

function move({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** The same table so many characters further down. */
function moveTable(table: Table, by: number): Table {
  if (by === 0) return table;
  return {
    ...table,
    span: move(table.span, by),
    head: table.head + by,
    rows: table.rows.map((row) => row && moveRow(row, by)),
    unknown: table.unknown.map((row) => ({ ...row, span: move(row.span, by) })),
  };
}

function moveRow(row: Row, by: number): Row {
  const { label, span, cells, together } = row;
  const moved = {
    ...row,
    label: label.map((each) => move(each, by)),
    span: move(span, by),
    cells: cells.map((cell): Cell => ({ ...cell, span: move(cell.span, by) })),
  };
  return together ? { ...moved, together: { ...together, ...move(together, by) } } : moved;
}
