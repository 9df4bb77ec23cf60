import { matchFolded } from '../text/fold.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Layout } from '../text/tokens.ts';
import { alignOthers } from './align-rows.ts';
import { firstOfFull, fullRow } from './cells.ts';
import { documentsForm } from './documents-head.ts';
import type { RowForm, TableForm } from './forms/form.ts';
import type { Binding } from './match.ts';
import type { Row, Table, UnknownRow } from './report.ts';
import { labelStart, type RawRows, type Source } from './rows.ts';

/**
 * Lines the rows found in a table's text up with the rows of the form: by label, in whatever order; then each row's
 * values with its columns. A value without a sure column is never guessed at. Undefined when no row is there.
 */
export function bindTable(
  source: Source,
  raws: RawRows,
  form: TableForm,
  layout: () => Layout,
  binding: Binding,
): Table | undefined {
  if (binding.bound.size === 0) return undefined;
  const rows = buildRows(source, raws, form, binding);
  const span = spanOf(rows);
  const head = Math.min(span.start, findHead(source, raws, form) ?? span.start);
  // Block （一） opens table 2 with 规章 and 行政规范性文件.
  const first = form.number === 2 ? (rows[0] ?? rows[1]) : undefined;
  const documents = first && documentsForm(source.text, head, first.span.start);
  // A word in a cell parts the values behind it from their label, until an aligner finds them.
  const unknown = binding.unknown.length === 0 ? [] : outsideRows(binding.unknown, rows);
  const { number } = form;
  return documents
    ? { number, form, layout: layout(), span, head, rows, unknown, documentsForm: documents }
    : { number, form, layout: layout(), span, head, rows, unknown };
}

function outsideRows(unknown: readonly UnknownRow[], rows: readonly (Row | undefined)[]): UnknownRow[] {
  return unknown.filter(({ span }) => !rows.some((row) => row && row.cells.length > 0 && overlaps(row.span, span)));
}

/** From the first row of the table to the last one, wherever they stand. */
function spanOf(rows: readonly (Row | undefined)[]): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const row of rows) {
    if (!row) continue;
    if (row.span.start < start) start = row.span.start;
    if (row.span.end > end) end = row.span.end;
  }
  return { start, end };
}

/** Whether a label is one that only the head of this table holds. */
export function opensTable(source: Source, label: number, form: TableForm): boolean {
  const start = labelStart(source, label);
  const end = source.tokens.ends[label] as number;
  return form.openers.some((opener) => matchFolded(source.text, start, end, opener) >= 0);
}

function findHead(source: Source, raws: RawRows, form: TableForm): number | undefined {
  for (let at = 0, raw = raws.at(at); raw; raw = raws.at(++at)) {
    for (const label of raw.labels) if (opensTable(source, label, form)) return source.tokens.starts[label];
  }
  return undefined;
}

/** The rows of the form, each with its cells where these are sure. */
function buildRows(source: Source, raws: RawRows, form: TableForm, binding: Binding): (Row | undefined)[] {
  const rows: (Row | undefined)[] = [];
  const unaligned: number[] = [];
  for (let index = 0; index < form.rows.length; index++) {
    const row = form.rows[index] as RowForm;
    const found = binding.bound.get(index);
    const first = found ? firstOfFull(source.tokens, found.slots, row.columns.length) : -1;
    if (found && first >= 0) rows.push(fullRow(source, form.number, row, index, found.match, found.slots, first));
    else rows.push(undefined);
    if (found && first < 0) unaligned.push(index);
  }
  if (unaligned.length > 0) alignOthers(source, raws, form, binding, unaligned, rows);
  return rows;
}
