import { matchFolded } from '../text/fold.ts';
import { cover } from '../text/span.ts';
import { type Layout, type Token, type Tokens, tokenAt, VALUE } from '../text/tokens.ts';
import { ALIGNERS, type Aligned, filledPart, type Neighbours, type UnalignedRow } from './align.ts';
import { cellsOf, fullRow, spansOf } from './cells.ts';
import { documentsForm } from './documents-head.ts';
import type { RowForm, TableForm } from './forms/form.ts';
import type { LabelMatch } from './labels.ts';
import { type Binding, bindRows } from './match.ts';
import { findRunTogether } from './regroup.ts';
import { numberIn, type Row, type Table } from './report.ts';
import { foldedLabel, labelStart, type RawRow, type Source } from './rows.ts';
import { ColumnVotes } from './votes.ts';

/**
 * Lines the rows found in a table's text up with the rows of the form: by label, in whatever order; then each row's
 * values with its columns. A value without a sure column is never guessed at. Undefined when no row is there.
 */
export function bindTable(source: Source, raws: readonly RawRow[], form: TableForm, layout: Layout): Table | undefined {
  const binding = bindRows(source, raws, form);
  if (binding.bound.size === 0) return undefined;
  const rows = buildRows(source, raws, form, binding);
  const span = cover(rows.flatMap((row) => (row ? [row.span] : [])));
  const head = Math.min(span.start, findHead(source, raws, form) ?? span.start);
  // Block （一） opens table 2 with 规章 and 行政规范性文件.
  const first = form.number === 2 ? (rows[0] ?? rows[1]) : undefined;
  const documents = first && documentsForm(source.text, head, first.span.start);
  const table = { number: form.number, form, layout, span, head, rows, unknown: binding.unknown };
  return documents ? { ...table, documentsForm: documents } : table;
}

/** Whether a label is one that only the head of this table holds. */
export function opensTable(source: Source, label: number, form: TableForm): boolean {
  const [start, end] = [labelStart(source, label), source.tokens.ends[label] as number];
  return form.openers.some((opener) => matchFolded(source.text, start, end, opener) >= 0);
}

function findHead(source: Source, raws: readonly RawRow[], form: TableForm): number | undefined {
  for (const { labels } of raws) {
    for (const label of labels) if (opensTable(source, label, form)) return source.tokens.starts[label];
  }
  return undefined;
}

/** The rows of the form, each with its cells where these are sure. */
function buildRows(source: Source, raws: readonly RawRow[], form: TableForm, binding: Binding): (Row | undefined)[] {
  const rows: (Row | undefined)[] = [];
  const unaligned: number[] = [];
  for (const [index, row] of form.rows.entries()) {
    const found = binding.bound.get(index);
    const first = found ? firstOfFull(source.tokens, found.slots, row.columns.length) : -1;
    rows.push(
      found && first >= 0 ? fullRow(source, form.number, row, index, found.match.label, found.slots, first) : undefined,
    );
    if (found && first < 0) unaligned.push(index);
  }
  if (unaligned.length > 0) alignOthers(source, raws, form, binding, unaligned, rows);
  return rows;
}

/** Where in the slots the values begin, when from the first to the last there are as many as columns; else -1. */
function firstOfFull({ kinds }: Tokens, slots: readonly number[], width: number): number {
  let first = 0;
  while (first < slots.length && kinds[slots[first] as number] !== VALUE) first++;
  let last = slots.length - 1;
  while (last >= first && kinds[slots[last] as number] !== VALUE) last--;
  return last - first + 1 === width ? first : -1;
}

/** Tries one aligner after the other on the rows that are not full. */
function alignOthers(
  source: Source,
  raws: readonly RawRow[],
  form: TableForm,
  binding: Binding,
  indices: readonly number[],
  rows: (Row | undefined)[],
): void {
  const neighbours = neighboursOf(source, raws, form, binding, rows);
  const left = new Map(indices.map((index) => [index, unalignedRow(source, form, binding, index)]));
  const aligned = new Map<number, Aligned>();
  for (const aligner of ALIGNERS) {
    for (const [index, row] of left) {
      const found = aligner(row, neighbours);
      if (found) aligned.set(index, found);
    }
    for (const [index, row] of left) {
      const found = aligned.get(index);
      if (!found) continue;
      rows[index] = buildRow(source, form, row, matchOf(binding, index), found);
      left.delete(index);
    }
  }
  for (const [index, row] of left) rows[index] = buildRow(source, form, row, matchOf(binding, index), undefined);
}

function matchOf(binding: Binding, index: number): LabelMatch {
  return (binding.bound.get(index) as { match: LabelMatch }).match;
}

function unalignedRow({ tokens }: Source, form: TableForm, binding: Binding, index: number): UnalignedRow {
  const { match, slots } = binding.bound.get(index) as { match: LabelMatch; slots: readonly number[] };
  const all = slots.map((at) => tokenAt(tokens, at));
  return {
    form: form.rows[index] as RowForm,
    index,
    slots: all,
    filled: filledPart(all),
    labelColumn: labelColumn(tokens, match),
  };
}

/** Each answer is worked out when an aligner asks for it. */
function neighboursOf(
  source: Source,
  raws: readonly RawRow[],
  form: TableForm,
  { bound }: Binding,
  rows: readonly (Row | undefined)[],
): Neighbours {
  let votes: ColumnVotes | undefined;
  return {
    text: source.text,
    form,
    votes: () => {
      votes ??= form.number === 4 ? headVotes(source, raws) : countVotes(source.tokens, form, bound);
      return votes;
    },
    known: () => rows.map((row) => row?.cells.map(numberIn) ?? []),
    full: (width) =>
      [...bound.values()].flatMap(({ slots }) =>
        slots.length === width ? [slots.map((at) => tokenAt(source.tokens, at))] : [],
      ),
  };
}

function countVotes(tokens: Tokens, form: TableForm, bound: Binding['bound']): ColumnVotes {
  const votes = new ColumnVotes();
  for (const [index, { match, slots }] of bound) {
    const first = firstOfFull(tokens, slots, (form.rows[index] as RowForm).columns.length);
    const start = first < 0 ? -1 : (tokens.columns[slots[first] as number] as number);
    if (start >= 0) votes.add(labelColumn(tokens, match), start);
  }
  return votes;
}

/** The head of table 4 shows where its first column stands. */
function headVotes(source: Source, raws: readonly RawRow[]): ColumnVotes {
  const votes = new ColumnVotes();
  for (const { labels } of raws) {
    const head = labels.find((at) => foldedLabel(source, at) === '结果维持');
    if (head === undefined) continue;
    const column = source.tokens.columns[head] as number;
    if (column >= 0) votes.add(-1, column);
    break;
  }
  return votes;
}

function labelColumn(tokens: Tokens, { label }: LabelMatch): number {
  const last = label.at(-1);
  return last === undefined ? -1 : (tokens.columns[last] as number);
}

/** A row that is not full, with its cells where an aligner found out which slots they are. */
function buildRow(
  { text, tokens }: Source,
  table: TableForm,
  { form, index, slots, filled }: UnalignedRow,
  match: LabelMatch,
  aligned: Aligned | undefined,
): Row {
  const label = spansOf(tokens, match.label);
  const values: readonly Token[] = aligned?.slots ?? (filled.length > 0 ? filled : slots);
  const cells = aligned ? cellsOf(text, table.number, form, index, aligned) : [];
  const together = aligned ? undefined : findRunTogether(text, filled, form, table);
  const row = { form, index, label, span: cover([...label, ...values]), cells, found: values.length };
  return together ? { ...row, together } : row;
}
