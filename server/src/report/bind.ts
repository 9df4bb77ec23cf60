import { cover, type Span } from '../text/span.ts';
import type { Layout, Token } from '../text/tokens.ts';
import { readValue } from '../text/value.ts';
import { documentsForm } from './documents-head.ts';
import type { ColumnForm, RowForm, TableForm } from './forms/form.ts';
import { findBareLabels, type LabelMatch, matchExact, matchLabel } from './labels.ts';
import { placeBlanks } from './positions.ts';
import { findRunTogether, rejoin } from './regroup.ts';
import { type Cell, numberIn, type Row, type Table, type UnknownRow } from './report.ts';
import type { Fragment, RawRow } from './rows.ts';
import { alignSlots, ColumnVotes, filledPart } from './slots.ts';

/** A raw row and the row of the form that it was recognised as. */
interface Bound {
  readonly match: LabelMatch;
  slots: readonly Token[];
}

/** What is too little to be called a row of unknown label: numbers that end a line of prose. */
const UNKNOWN_VALUES = 3;
const UNKNOWN_LABEL = 40;
/** Beyond this many, the text is no table of this form, and saying so again helps nobody. */
const UNKNOWN_ROWS = 100;

/**
 * Lines the rows found in a table's text up with the rows of the form: by label, in whatever order; then each row's
 * values with its columns. A value without a sure column is never guessed at. Undefined when no row is there.
 */
export function bindTable(text: string, raws: readonly RawRow[], form: TableForm, layout: Layout): Table | undefined {
  const labelled = form.rows[0]?.label !== '';
  const { bound, unknown } = labelled ? bindByLabel(text, raws, form) : bindUnlabelled(raws, form);
  if (bound.size === 0) return undefined;
  if (labelled) addBareRows(raws, form, bound);
  const votes = labelled ? countVotes(bound, form) : headVotes(raws);
  const rows = buildRows(text, form, bound, votes);
  const span = cover(rows.flatMap((row) => (row ? [row.span] : [])));
  const head = Math.min(span.start, findHead(raws, form) ?? span.start);
  // Block （一） opens table 2 with 规章 and 行政规范性文件.
  const first = form.number === 2 ? (rows[0] ?? rows[1]) : undefined;
  const documents = first && documentsForm(text, head, first.span.start);
  const table = { number: form.number, form, layout, span, head, rows, unknown };
  return documents ? { ...table, documentsForm: documents } : table;
}

/** The rows that are sure by themselves first; the others may become so by comparison with them. */
function buildRows(text: string, form: TableForm, bound: ReadonlyMap<number, Bound>, votes: ColumnVotes) {
  const rows = form.rows.map((row, index) => {
    const found = bound.get(index);
    return found && buildRow(text, form, row, index, found, votes);
  });
  if (rows.every((row) => row?.cells.length !== 0)) return rows;
  const known = rows.map((row) => row?.cells.map(numberIn) ?? []);
  const full = ({ columns }: RowForm) =>
    [...bound.values()].flatMap(({ slots }) => (slots.length === columns.length ? [slots] : []));
  return rows.map((row, index) => {
    const found = bound.get(index);
    if (!found || row?.cells.length !== 0) return row;
    const slots =
      rejoin(text, filledPart(found.slots), index, form, known) ?? placeBlanks(text, found.slots, full(row.form));
    return slots ? buildRow(text, form, row.form, index, { ...found, slots }, votes) : row;
  });
}

/** Whether a label is one that only the head of this table holds. */
export function opensTable(label: Fragment, form: TableForm): boolean {
  return form.openers.some((opener) => label.folded.startsWith(opener));
}

function findHead(raws: readonly RawRow[], form: TableForm): number | undefined {
  for (const raw of raws) for (const label of raw.labels) if (opensTable(label, form)) return label.start;
  return undefined;
}

function bindByLabel(text: string, raws: readonly RawRow[], form: TableForm) {
  const bound = new Map<number, Bound>();
  const unknown: UnknownRow[] = [];
  let open: Bound | undefined;
  for (const raw of raws) {
    const values = raw.slots.filter((slot) => slot.kind === 'value').length;
    if (raw.labels.length === 0 && open && values > 0 && continues(text, open, raw, form)) {
      open.slots = [...open.slots, ...raw.slots];
      continue;
    }
    // Blanks alone are no reason to guess at a label: heads of tables have them too.
    const match =
      values > 0 ? matchLabel(raw.labels, form) : raw.slots.length > 0 ? matchExact(raw.labels, form) : undefined;
    if (values === 0 && raw.slots.length < (match ? width(form, match) : 1)) continue;
    const before = match && bound.get(match.index);
    if (match && !before) {
      open = { match, slots: raw.slots };
      bound.set(match.index, open);
      continue;
    }
    open = undefined;
    const row = describeUnknown(text, raw, values, match && form.rows[match.index]);
    if (row && unknown.length < UNKNOWN_ROWS) unknown.push(row);
  }
  return { bound, unknown };
}

/** A 总计 that fell on the next line, or a row torn by a blank line: its values go on as long as there is room. */
function continues(text: string, open: Bound, raw: RawRow, form: TableForm): boolean {
  const [filled, more] = [filledPart(open.slots), filledPart(raw.slots)];
  if (filled.length + more.length <= width(form, open.match)) return true;
  // `12` torn by the end of its line: the sum holds only with both its digits.
  if (more.length !== 1) return false;
  return rejoin(text, [...filled, ...more], open.match.index, form)?.at(-1)?.end === more[0]?.end;
}

function width(form: TableForm, match: LabelMatch): number {
  return (form.rows[match.index] as RowForm).columns.length;
}

function describeUnknown(text: string, raw: RawRow, values: number, repeats: RowForm | undefined) {
  const last = raw.labels.at(-1);
  const columns = (raw.slots[0]?.column ?? -1) >= 0;
  if (values === 0 || (values < UNKNOWN_VALUES && !columns)) return undefined;
  if (last && (last.end - last.start > UNKNOWN_LABEL || isNote(last))) return undefined;
  const label = last ? text.slice(last.start, last.end) : '';
  const span = cover([...(last ? [last] : []), ...filledPart(raw.slots)]);
  return { span, label, ...(repeats ? { repeats } : {}) };
}

/** `备注`, `注：…`: a line below the table may hold numbers and claims to be no row. */
function isNote(label: Fragment): boolean {
  return label.folded.startsWith('注') || label.folded.startsWith('备注') || label.folded.startsWith('说明');
}

/** Table 4 has a single row without a label: the first values below its head, until it is full or text follows. */
function bindUnlabelled(
  raws: readonly RawRow[],
  form: TableForm,
): { bound: Map<number, Bound>; unknown: UnknownRow[] } {
  const columns = form.rows[0]?.columns.length ?? 0;
  const bound = new Map<number, Bound>();
  let open: Bound | undefined;
  let below = !raws.some(isHead);
  for (const raw of raws) {
    below ||= isHead(raw);
    const bare = raw.labels.length === 0;
    if (open && (!bare || filledPart(open.slots).length + filledPart(raw.slots).length > columns)) break;
    if (open && open.slots.length > 2 * columns) break;
    const holds = raw.slots.some((slot) => slot.kind === 'value') || raw.slots.length >= columns;
    if (!holds || !below) continue;
    if (open) open.slots = [...open.slots, ...raw.slots];
    else open = { match: { index: 0, label: [], rest: raw.labels }, slots: raw.slots };
    bound.set(0, open);
  }
  return { bound, unknown: [] };
}

/** The head of table 4 is the only place that speaks of cases still open: 尚未审结, perhaps broken in two. */
function isHead(raw: RawRow): boolean {
  return raw.labels.some(({ folded }) => folded.includes('审结'));
}

/** Rows that are there by label only, because their blank values left no trace. */
function addBareRows(raws: readonly RawRow[], form: TableForm, bound: Map<number, Bound>): void {
  if (bound.size === form.rows.length) return;
  const rests = new Map([...bound.values()].map(({ match }) => [match.label.at(-1), match.rest]));
  for (const raw of raws) {
    for (const match of findBareLabels(rests.get(raw.labels.at(-1)) ?? raw.labels, form)) {
      if (!bound.has(match.index)) bound.set(match.index, { match, slots: [] });
    }
  }
}

function countVotes(bound: ReadonlyMap<number, Bound>, form: TableForm): ColumnVotes {
  const votes = new ColumnVotes();
  for (const [index, { match, slots }] of bound) {
    const filled = filledPart(slots);
    const start = filled[0]?.column ?? -1;
    if (start < 0 || filled.length !== (form.rows[index] as RowForm).columns.length) continue;
    votes.add(labelColumn(match), start);
  }
  return votes;
}

/** The head of table 4 shows where its first column stands. */
function headVotes(raws: readonly RawRow[]): ColumnVotes {
  const votes = new ColumnVotes();
  for (const { labels } of raws) {
    const head = labels.find((fragment) => fragment.folded === '结果维持');
    if (!head) continue;
    if (head.column >= 0) votes.add(-1, head.column);
    break;
  }
  return votes;
}

function labelColumn(match: LabelMatch): number {
  return match.label.at(-1)?.column ?? -1;
}

function buildRow(text: string, form: TableForm, row: RowForm, index: number, bound: Bound, votes: ColumnVotes): Row {
  const { match, slots } = bound;
  const zero = mergedZero(text, slots, row.columns.length);
  const aligned = zero ? row.columns.map(() => zero) : alignSlots(slots, row.columns.length, labelColumn(match), votes);
  const filled = filledPart(slots);
  const label: Span[] = match.label.map(({ start, end }) => ({ start, end }));
  const cells = (aligned ?? []).map(({ start, end, merged }, column): Cell => {
    const reading = readValue(text, start, end, (row.columns[column] as ColumnForm).kind);
    const cell = { table: form.number, row: index, column, span: { start, end }, reading };
    return zero || merged ? { ...cell, merged: true } : cell;
  });
  const values = aligned ?? (filled.length > 0 ? filled : slots);
  const found = aligned?.length ?? values.length;
  const together = aligned ? undefined : findRunTogether(text, filled, row, form);
  const span = cover([...label, ...values]);
  return { form: row, index, label, span, cells, found, ...(together ? { together } : {}) };
}

/** Rows this wide are those of tables 3 and 4, where a single 0 is sometimes merged over all columns. */
const MERGED_WIDTH = 7;

/** The only value of a row, when it is a 0 in the first column and blanks fill the rest: `label | 0 | |||||||`. */
function mergedZero(text: string, slots: readonly Token[], width: number): Token | undefined {
  const [first] = slots;
  const [only, ...others] = filledPart(slots);
  if (!first || first !== only || others.length > 0 || width < MERGED_WIDTH || slots.length < width) return undefined;
  const reading = readValue(text, first.start, first.end, 'count');
  return reading.kind === 'number' && reading.value === 0 ? first : undefined;
}
