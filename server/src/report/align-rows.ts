import { hasLineEnd } from '../text/line-ends.ts';
import { cover } from '../text/span.ts';
import { ROW_END, type Token, type Tokens, tokenAt } from '../text/tokens.ts';
import { ALIGNERS, type Aligned, filledPart, type Neighbours, type UnalignedRow } from './align.ts';
import { cellsOf, firstOfFull, spansOf } from './cells.ts';
import type { RowForm, TableForm } from './forms/form.ts';
import type { LabelMatch } from './labels.ts';
import { type Binding, isDropped } from './match.ts';
import { findRunTogether } from './regroup.ts';
import { numberIn, type Row } from './report.ts';
import { foldedLabel, type RawRows, type Source } from './rows.ts';
import { ColumnVotes } from './votes.ts';

/** Tries one aligner after the other on the rows that are not full. */
export function alignOthers(
  source: Source,
  raws: RawRows,
  form: TableForm,
  binding: Binding,
  indices: readonly number[],
  rows: (Row | undefined)[],
): void {
  const neighbours = neighboursOf(source, raws, form, binding, rows);
  const labels = new Set([...binding.bound.values()].flatMap(({ match }) => match.label));
  const left = new Map(indices.map((index) => [index, unalignedRow(source, form, binding, index, labels)]));
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

function unalignedRow(
  { text, tokens }: Source,
  form: TableForm,
  binding: Binding,
  index: number,
  labels: ReadonlySet<number>,
): UnalignedRow {
  const { match, slots } = binding.bound.get(index) as { match: LabelMatch; slots: readonly number[] };
  const all = slots.map((at) => tokenAt(tokens, at));
  return {
    form: form.rows[index] as RowForm,
    index,
    slots: all,
    filled: filledPart(all),
    labelColumn: labelColumn(tokens, match),
    labelEnd: tokens.ends[match.label.at(-1) ?? match.rest.at(-1) ?? 0] as number,
    beside: besideLabel(text, tokens, match.label.at(-1) ?? firstOfRow(tokens, slots[0] ?? 0) - 1, labels),
  };
}

/** Where the row begins that a token stands in. */
function firstOfRow({ kinds }: Tokens, at: number): number {
  let first = at;
  while (first > 0 && kinds[first - 1] !== ROW_END) first--;
  return first;
}

/** The widest row of the form has 15 columns, and beside them merged cells. */
const MOST_BESIDE = 24;

/** All that stands behind a token in its row, text too; where the layout shows no rows, in its line. The label of another row ends it. */
function besideLabel(text: string, tokens: Tokens, label: number, labels: ReadonlySet<number>): Token[] {
  const beside: Token[] = [];
  for (let at = label + 1; at < tokens.length && tokens.kinds[at] !== ROW_END && beside.length < MOST_BESIDE; at++) {
    const token = tokenAt(tokens, at);
    if (labels.has(at)) break;
    if (token.column < 0 && at > 0 && hasLineEnd(text, tokens.ends[at - 1] as number, token.start)) break;
    beside.push(token);
  }
  return beside;
}

/** Each answer is worked out when an aligner asks for it. */
function neighboursOf(
  source: Source,
  raws: RawRows,
  form: TableForm,
  { bound, orphans }: Binding,
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
    dropped: orphans === 0 && isDropped(bound, form),
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
    if (first < 0) continue;
    const column = tokens.columns[slots[first] as number] as number;
    votes.add(labelColumn(tokens, match), column < 0 ? first : column);
  }
  return votes;
}

/** The head of table 4 shows where its first column stands. */
function headVotes(source: Source, raws: RawRows): ColumnVotes {
  const votes = new ColumnVotes();
  for (let at = 0, raw = raws.at(at); raw; raw = raws.at(++at)) {
    const { labels } = raw;
    const head = labels.find((piece) => foldedLabel(source, piece) === '结果维持');
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
  const { score } = match;
  const row = { form, index, label, score, span: cover([...label, ...values]), cells, found: values.length };
  return together ? { ...row, together } : row;
}
