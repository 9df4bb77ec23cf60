import { BLANK, TEXT, type Token, VALUE } from '../text/tokens.ts';
import { readValue } from '../text/value.ts';
import type { RowForm, TableForm } from './forms/form.ts';
import { placeBlanks } from './positions.ts';
import { type Known, rejoin } from './regroup.ts';
import type { ColumnVotes } from './votes.ts';

/** A row whose label is known, but not yet which of its slots are its columns. */
export interface UnalignedRow {
  readonly form: RowForm;
  /** Index of the row in the form. */
  readonly index: number;
  readonly slots: readonly Token[];
  /** The slots from the first value to the last one. */
  readonly filled: readonly Token[];
  /** The column of its last piece of label; -1 where the layout keeps none apart. */
  readonly labelColumn: number;
  /** Where its label ends, or else the text before its values. */
  readonly labelEnd: number;
  /** All that stands behind its label in the same row, words too. */
  readonly beside: readonly Token[];
}

/** What the other rows of the table tell. */
export interface Neighbours {
  readonly text: string;
  readonly form: TableForm;
  readonly votes: () => ColumnVotes;
  /** Whether nearly all rows stand there by label only: the values of a blank table were dropped. */
  readonly dropped: boolean;
  /** The numbers of the rows that are aligned already. */
  readonly known: () => Known;
  /** The slots of the rows that have as many as `width`. */
  readonly full: (width: number) => readonly (readonly Token[])[];
}

/** The slots that are the row's columns, one each. */
export interface Aligned {
  readonly slots: readonly Token[];
  /** One value stands for all columns. */
  readonly merged?: true;
}

/** Finds out in one way which slots are the columns of a row; undefined when that cannot be known in this way. */
export type Aligner = (row: UnalignedRow, neighbours: Neighbours) => Aligned | undefined;

/** As many values, with the blanks between them, as the row has columns. */
const alignFull: Aligner = ({ form, filled }) =>
  filled.length === form.columns.length ? { slots: filled } : undefined;

/** Rows this wide are those of tables 3 and 4, where a single 0 is sometimes merged over all columns. */
const MERGED_WIDTH = 7;

/** The only value of a row, when it is a 0 in the first column and blanks fill the rest: `label | 0 | |||||||`. */
const alignMergedZero: Aligner = ({ form, slots, filled }, { text }) => {
  const [first] = slots;
  const width = form.columns.length;
  if (!first || first !== filled[0] || filled.length > 1 || width < MERGED_WIDTH || slots.length < width)
    return undefined;
  return isZero(text, first) ? { slots: form.columns.map(() => first), merged: true } : undefined;
};

/**
 * Surplus blanks at the edges are merged or shifted cells; when they could also be blank values, the other rows of the
 * table decide.
 */
const alignByVotes: Aligner = ({ form, slots, filled, labelColumn }, neighbours) => {
  const width = form.columns.length;
  if (slots.length < width || filled.length > width) return undefined;
  const votes = neighbours.votes();
  const offsets = possibleOffsets(slots, width);
  // Bars on lines of their own keep no columns apart, but their order.
  const ordered = (slots[0] as Token).column < 0;
  const columns = offsets.map((at) => (ordered ? at : (slots[at] as Token).column));
  const column = votes.choose(labelColumn, columns);
  const offset = column === undefined ? -1 : (offsets[columns.indexOf(column)] as number);
  if (offset >= 0) return { slots: slots.slice(offset, offset + width) };
  if (slots.length === width) {
    const [{ column: start }] = slots as [Token];
    if (votes.empty || ordered || votes.isOnlyStep(start - labelColumn)) return { slots };
  }
  return filled.length === 0 ? { slots: slots.slice(0, width) } : undefined;
};

/** Longer text in a cell is no value that nobody can read. */
const LONGEST_WORD = 20;

/** A cell that holds a word, `六` or `#REF!`, is a cell: the row has as many as columns when it is counted. */
const alignWords: Aligner = ({ form, beside }) => {
  const width = form.columns.length;
  let from = 0;
  while (beside.length - from > width && beside[from]?.kind === BLANK) from++;
  const slots = beside.slice(from);
  const words = slots.filter(({ kind }) => kind === TEXT);
  if (slots.length !== width || words.length === 0) return undefined;
  const few = words.length * 2 <= width || (width === 1 && (slots[0] as Token).column >= 0);
  return few && words.every(({ start, end }) => end - start <= LONGEST_WORD) ? { slots } : undefined;
};

/** Where `width` slots in a row can begin so that they hold all values. */
function possibleOffsets(slots: readonly Token[], width: number): number[] {
  const first = slots.findIndex((slot) => slot.kind === VALUE);
  const last = slots.findLastIndex((slot) => slot.kind === VALUE);
  const from = Math.max(0, last + 1 - width);
  const to = Math.min(slots.length - width, first < 0 ? slots.length : first);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

/** A value too many: `2 0` is one number, where the sums of the row leave no doubt. */
const alignRejoined: Aligner = ({ index, filled }, { text, form, known }) => {
  const slots = rejoin(text, filled, index, form, known());
  return slots && { slots };
};

/** Values too few: blanks left no trace, but the others stand below those of full rows. */
const alignByPosition: Aligner = ({ form, slots }, { text, full }) => {
  const placed = placeBlanks(text, slots, full(form.columns.length));
  return placed && { slots: placed };
};

/** A row of a blank table whose values were dropped: its cells have no place of their own. */
const alignDropped: Aligner = ({ form, slots, filled, labelEnd }, { text, dropped }) => {
  if (!dropped || slots.length > 1) return undefined;
  const [only] = filled;
  if (!only) return { slots: form.columns.map(() => blankAt(labelEnd)), merged: true };
  return isZero(text, only) ? { slots: form.columns.map(() => only), merged: true } : undefined;
};

function blankAt(place: number): Token {
  return { kind: BLANK, start: place, end: place, column: -1 };
}

function isZero(text: string, { start, end }: Token): boolean {
  const reading = readValue(text, start, end, 'count');
  return reading.kind === 'number' && reading.value === 0;
}

/**
 * In this order; each is tried on all rows that are left before the next one is, for the rows that it aligns help the
 * others.
 */
export const ALIGNERS: readonly Aligner[] = [
  alignFull,
  alignMergedZero,
  alignByVotes,
  alignWords,
  alignRejoined,
  alignByPosition,
  alignDropped,
];

/** The slots from the first value to the last one. */
export function filledPart(slots: readonly Token[]): readonly Token[] {
  const first = slots.findIndex((slot) => slot.kind === VALUE);
  const last = slots.findLastIndex((slot) => slot.kind === VALUE);
  return first < 0 ? [] : slots.slice(first, last + 1);
}
