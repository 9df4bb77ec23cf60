import { holdsFolded, matchFolded } from '../text/fold.ts';
import { cover } from '../text/span.ts';
import { tokenAt } from '../text/tokens.ts';
import { filledPart } from './align.ts';
import type { RowForm, TableForm } from './forms/form.ts';
import { findBareLabels, type LabelMatch, matchExact, matchLabel, SHORT } from './labels.ts';
import { isBelowTotal } from './raised-total.ts';
import { rejoin } from './regroup.ts';
import type { UnknownRow } from './report.ts';
import { foldedLabel, labelStart, type RawRow, type RawRows, type Source } from './rows.ts';

/** A raw row and the row of the form that it was recognised as; its slots go on as long as rows below continue it. */
interface Bound {
  readonly match: LabelMatch;
  readonly slots: readonly number[];
}

/** Which rows of the form were found, by their index, and what was left over. */
export interface Binding {
  readonly bound: ReadonlyMap<number, Bound>;
  readonly unknown: readonly UnknownRow[];
  /** How many values stand behind no label and go on with no row. */
  readonly orphans: number;
}

/** What is too little to be called a row of unknown label: numbers that end a line of prose. */
const UNKNOWN_VALUES = 3;
const UNKNOWN_LABEL = 40;
/** Beyond this many, the text is no table of this form, and saying so again helps nobody. */
const UNKNOWN_ROWS = 100;

/** Finds the rows of the form among those of the text. */
export function bindRows(source: Source, raws: RawRows, form: TableForm): Binding {
  return form.rows[0]?.label === '' ? bindUnlabelled(source, raws, form) : bindByLabel(source, raws, form);
}

function bindByLabel(source: Source, raws: RawRows, form: TableForm): Binding {
  const bound = new Map<number, Bound>();
  const unknown: UnknownRow[] = [];
  let orphans = 0;
  let open: Bound | undefined;
  for (let at = 0, raw = raws.at(at); raw; raw = raws.at(++at)) {
    const { labels, slots, values } = raw;
    if (labels.length === 0 && open && values > 0 && continues(source, open, raw, form)) {
      open = { match: open.match, slots: [...open.slots, ...slots] };
      bound.set(open.match.row, open);
      continue;
    }
    if (labels.length === 0) orphans += values;
    // Blanks alone are no reason to guess at a label: heads of tables have them too.
    const match =
      values > 0
        ? matchLabel(source, labels, form)
        : slots.length > 0
          ? matchBlankRow(source, labels, form)
          : undefined;
    if (values === 0 && slots.length < (match ? width(form, match) : 1)) continue;
    if (match && !bound.has(match.row)) {
      const below = values === 1 ? raws.at(at + 1) : undefined;
      const raised = below && isBelowTotal(source, match, raw, below, form);
      if (raised) at++;
      open = { match, slots: raised ? [...below.slots, ...slots] : slots };
      bound.set(match.row, open);
      continue;
    }
    open = undefined;
    if (unknown.length === UNKNOWN_ROWS) {
      if (bound.size === form.rows.length) break;
      continue;
    }
    const row = describeUnknown(source, raw, match && form.rows[match.row]);
    if (row) unknown.push(row);
  }
  const blank = bound.size === 0;
  addBareRows(source, raws, form, bound);
  // Some labels alone are no table: prose has them too.
  if (blank && !isDropped(bound, form)) bound.clear();
  return { bound, unknown, orphans };
}

/** A row without values: 总计 and 其他 are columns too, and name a row only with its ordinal. */
function matchBlankRow(source: Source, labels: readonly number[], form: TableForm): LabelMatch | undefined {
  const match = matchExact(source, labels, form);
  if (!match || form.rows[match.row]?.ordinal === '') return match;
  const written = match.label.map((piece) => foldedLabel(source, piece)).join('');
  return written.length > SHORT ? match : undefined;
}

/** A 总计 that fell on the next line, or a row torn by a blank line: its values go on as long as there is room. */
function continues({ text, tokens }: Source, open: Bound, raw: RawRow, form: TableForm): boolean {
  const [filled, more] = [open.slots, raw.slots].map((slots) => filledPart(slots.map((at) => tokenAt(tokens, at))));
  if (!filled || !more) return false;
  if (filled.length + more.length <= width(form, open.match)) return true;
  // `12` torn by the end of its line: the sum holds only with both its digits.
  if (more.length !== 1) return false;
  return rejoin(text, [...filled, ...more], open.match.row, form)?.at(-1)?.end === more[0]?.end;
}

function width(form: TableForm, match: LabelMatch): number {
  return (form.rows[match.row] as RowForm).columns.length;
}

function describeUnknown(source: Source, raw: RawRow, repeats: RowForm | undefined): UnknownRow | undefined {
  const { text, tokens } = source;
  const at = raw.labels.at(-1);
  const last = at === undefined ? undefined : tokenAt(tokens, at);
  const columns = (tokens.columns[raw.slots[0] as number] as number) >= 0;
  if (raw.values === 0 || (raw.values < UNKNOWN_VALUES && !columns)) return undefined;
  if (last && (last.end - last.start > UNKNOWN_LABEL || isNote(source, at as number))) return undefined;
  const label = last ? text.slice(last.start, last.end) : '';
  const span = cover([...(last ? [last] : []), ...filledPart(raw.slots.map((slot) => tokenAt(tokens, slot)))]);
  return { span, label, ...(repeats ? { repeats } : {}) };
}

/** `备注`, `注：…`: a line below the table may hold numbers and claims to be no row. */
function isNote(source: Source, label: number): boolean {
  const [start, end] = [labelStart(source, label), source.tokens.ends[label] as number];
  return ['注', '备注', '说明'].some((word) => matchFolded(source.text, start, end, word) >= 0);
}

/** Table 4 has a single row without a label: the first values below its head, until it is full or text follows. */
function bindUnlabelled(source: Source, raws: RawRows, form: TableForm): Binding {
  const columns = form.rows[0]?.columns.length ?? 0;
  const bound = new Map<number, Bound>();
  const filled = (slots: readonly number[]) => filledPart(slots.map((at) => tokenAt(source.tokens, at))).length;
  let orphans = 0;
  let open: Bound | undefined;
  let below = !someIsHead(source, raws);
  for (let at = 0, raw = raws.at(at); raw; raw = raws.at(++at)) {
    below ||= isHead(source, raw);
    const bare = raw.labels.length === 0;
    const room = open ? columns - filled(open.slots) - filled(raw.slots) : columns;
    if (open && !bare && isOnlyHead(source, raw) && room >= 0) {
      // Three small tables: each group of values stands below a head of its own. Else a column is printed apart.
      if (filled(open.slots) % SMALL_TABLE > 0) {
        orphans += raw.values;
        continue;
      }
    } else if (open && (!bare || room < 0)) break;
    if (open && open.slots.length > 2 * columns) break;
    const holds = raw.values > 0 || raw.slots.length >= columns;
    if (!holds || !below) continue;
    open = open
      ? { match: open.match, slots: [...open.slots, ...raw.slots] }
      : { match: { row: 0, score: 1, label: [], rest: raw.labels }, slots: raw.slots };
    bound.set(0, open);
  }
  const blank = !open && raws.all().every(({ values }) => values === 0) && headOf(source, raws.all());
  if (blank) bound.set(0, { match: { row: 0, score: 1, label: [], rest: blank }, slots: [] });
  return { bound, unknown: [], orphans };
}

/** The columns of one of the three groups of table 4. */
const SMALL_TABLE = 5;

/** All that the head of table 4 says. */
const HEAD = '行政复议 行政诉讼未经复议直接起诉 行政诉讼复议后起诉 结果维持 结果纠正 其他结果 尚未审结 总计';
const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结'];

/** Text between values of table 4 that belongs to its head: of three small tables, or printed beside a column. */
function isOnlyHead(source: Source, { labels }: RawRow): boolean {
  return labels.every((piece) => HEAD.includes(foldedLabel(source, piece)));
}

/** The pieces of a head of table 4 that names its columns. */
function headOf(source: Source, raws: readonly RawRow[]): readonly number[] | undefined {
  const pieces = raws.flatMap(({ labels }) => labels);
  const folded = new Set(pieces.map((piece) => foldedLabel(source, piece)));
  return RESULTS.every((result) => folded.has(result)) ? pieces : undefined;
}

/** The head of table 4 is the only place that speaks of cases still open: 尚未审结, perhaps broken in two. */
function isHead(source: Source, { labels }: RawRow): boolean {
  return labels.some((at) =>
    holdsFolded(source.text, labelStart(source, at), source.tokens.ends[at] as number, '审结'),
  );
}

function someIsHead(source: Source, raws: RawRows): boolean {
  for (let at = 0, raw = raws.at(at); raw; raw = raws.at(++at)) if (isHead(source, raw)) return true;
  return false;
}

/** Rows that are there by label only, because their blank values left no trace. */
function addBareRows(source: Source, raws: RawRows, form: TableForm, bound: Map<number, Bound>): void {
  if (bound.size === form.rows.length) return;
  const rests = new Map([...bound.values()].map(({ match }) => [match.label.at(-1), match.rest]));
  for (const { labels } of raws.all()) {
    for (const match of findBareLabels(source, rests.get(labels.at(-1)) ?? labels, form)) {
      if (!bound.has(match.row)) bound.set(match.row, { match, slots: [] });
    }
  }
}

/** Of a table whose blanks left no trace, at least so many rows stand there by label only. */
const DROPPED = 0.6;

export function isDropped(bound: Binding['bound'], { rows }: TableForm): boolean {
  return [...bound.values()].filter(({ slots }) => slots.length === 0).length >= DROPPED * rows.length;
}
