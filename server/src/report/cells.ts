import type { Span } from '../text/span.ts';
import { COVERED, type Token, type Tokens, VALUE } from '../text/tokens.ts';
import { type Reading, readValue } from '../text/value.ts';
import type { Aligned } from './align.ts';
import type { ColumnForm, RowForm, TableNumber } from './forms/form.ts';
import type { LabelMatch } from './labels.ts';
import type { Cell, Row } from './report.ts';
import type { Source } from './rows.ts';

/** Readings of small numbers, which most cells hold; made once and shared. */
const COUNTS: readonly Reading[] = Array.from({ length: 1000 }, (_, value) => ({ kind: 'number', value }));

function numberReading(count: number): Reading {
  return COUNTS[count] ?? { kind: 'number', value: count };
}

/** A row all of whose slots from `first` on are its columns. */
export function fullRow(
  { text, tokens }: Source,
  table: TableNumber,
  form: RowForm,
  index: number,
  { label, score }: LabelMatch,
  slots: readonly number[],
  first: number,
): Row {
  const cells: Cell[] = [];
  // In a drawn table a label goes on below the values, and a 总计 may stand above the others.
  let low = Number.MAX_SAFE_INTEGER;
  let high = 0;
  for (const at of label) {
    const [start, end] = [tokens.starts[at] as number, tokens.ends[at] as number];
    if (start < low) low = start;
    if (end > high) high = end;
  }
  for (let column = 0; column < form.columns.length; column++) {
    const at = slots[first + column] as number;
    const start = tokens.starts[at] as number;
    const end = tokens.ends[at] as number;
    if (start < low) low = start;
    if (end > high) high = end;
    const count = tokens.counts[at] as number;
    const { kind } = form.columns[column] as ColumnForm;
    const reading = count >= 0 ? numberReading(count) : readValue(text, start, end, kind);
    const cell: Cell = { table, row: index, column, span: { start, end }, reading };
    cells.push(tokens.kinds[at] === COVERED ? { ...cell, merged: true } : cell);
  }
  const span = { start: low, end: high };
  return { form, index, label: spansOf(tokens, label), score, span, cells, found: cells.length };
}

export function spansOf({ starts, ends }: Tokens, pieces: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (const at of pieces) spans.push({ start: starts[at] as number, end: ends[at] as number });
  return spans;
}

/** The cells of a row, from one slot a column. */
export function cellsOf(
  text: string,
  table: TableNumber,
  form: RowForm,
  index: number,
  { slots, merged }: Aligned,
): Cell[] {
  return slots.map(({ start, end, kind }: Token, column): Cell => {
    const reading = readValue(text, start, end, (form.columns[column] as ColumnForm).kind);
    const cell = { table, row: index, column, span: { start, end }, reading };
    return merged || kind === COVERED ? { ...cell, merged: true } : cell;
  });
}

/** Where in the slots the values begin, when from the first to the last there are as many as columns; else -1. */
export function firstOfFull({ kinds }: Tokens, slots: readonly number[], width: number): number {
  let first = 0;
  while (first < slots.length && kinds[slots[first] as number] !== VALUE) first++;
  let last = slots.length - 1;
  while (last >= first && kinds[slots[last] as number] !== VALUE) last--;
  return last - first + 1 === width ? first : -1;
}
