import { Memo } from '../memo.ts';
import { newTag, readTag, type Tag, tagName } from '../tags.ts';
import { BLANK, COVERED, TEXT, type Tokens, VALUE } from '../tokens.ts';
import { joinNumber, pushRun } from './markup.ts';

const [TABLE, TABLE_END, TR, TR_END] = ['table', '/table', 'tr', '/tr'].map(tagName);
const [TD, TH, TD_END, TH_END] = ['td', 'th', '/td', '/th'].map(tagName);
const TAG = newTag();

/**
 * An HTML table, or several, in `[start, end)`: `<tr>` begins a row, `<td>` and `<th>` a cell, and `rowspan` and
 * `colspan` keep the columns of later rows in place. Anything unclosed or nested is read as far as it goes.
 */
export function splitHtml(text: string, start: number, end: number, out: Tokens): void {
  const grid = new Grid();
  let cell: HtmlCell | undefined;
  for (let at = start; at < end; ) {
    if (text.charCodeAt(at) !== 0x3c || !readTag(text, at, end, TAG)) {
      const stop = textEnd(text, at, end);
      if (cell) pushRun(text, at, stop, cell.column, out);
      at = stop;
      continue;
    }
    const { name } = TAG;
    const opens = name === TD || name === TH;
    if (
      opens ||
      name === TR ||
      name === TR_END ||
      name === TD_END ||
      name === TH_END ||
      name === TABLE ||
      name === TABLE_END
    ) {
      if (cell) closeCell(text, cell, out);
      cell = opens ? openCell(text, TAG, grid, out) : undefined;
      if (name === TR) grid.nextRow();
      if (!opens && name !== TD_END && name !== TH_END) out.pushRowEnd(at);
    }
    at = TAG.end;
  }
  if (cell) closeCell(text, cell, out);
  out.pushRowEnd(end);
}

interface HtmlCell {
  readonly column: number;
  readonly columns: number;
  readonly at: number;
  /** Where its tokens begin. */
  readonly first: number;
}

function openCell(text: string, tag: Tag, grid: Grid, out: Tokens): HtmlCell {
  // `<td>` and its like are too short to hold `<td colspan>`.
  const bare = tag.end - tag.start < 'colspan'.length + 5;
  const { columns, rows } = bare ? ONE : spansOf(text, tag);
  return { column: grid.take(columns, rows), columns, at: tag.end, first: out.length };
}

interface Spans {
  readonly columns: number;
  readonly rows: number;
}

const ONE: Spans = { columns: 1, rows: 1 };
/** The same few short tags make up most tables: `<td colspan="3">`. */
const SPANS = new Memo<Spans>();
const SHORT_TAG = 60;

function spansOf(text: string, { start, end }: Tag): Spans {
  return end - start > SHORT_TAG ? readSpans(text.slice(start, end)) : SPANS.of(text, start, end, readSpans);
}

function readSpans(tag: string): Spans {
  const attributes = tag.toLowerCase();
  return { columns: readNumber(attributes, 'colspan'), rows: readNumber(attributes, 'rowspan') };
}

/** A value over several columns leaves the others blank, as a spreadsheet does. */
function closeCell(text: string, { column, columns, at, first }: HtmlCell, out: Tokens): void {
  if (out.length > first + 1) joinNumber(text, first, out);
  if (out.length === first) out.push(BLANK, at, at, column);
  else if (out.kinds[first] === TEXT) joinSigns(first + 1, out);
  else if (columns > 1 && out.kinds[first] === VALUE) {
    const end = out.ends[first] as number;
    for (let next = 1; next < Math.min(columns, MOST_COLUMNS); next++) out.push(COVERED, end, end, column + next);
  }
}

/** A sign behind the words of a cell is one of them: `本年增<span>/</span>减`. */
function joinSigns(from: number, out: Tokens): void {
  for (let at = from; at < out.length; at++) {
    const isSign = out.kinds[at] === VALUE && (out.counts[at] as number) < 0;
    if (isSign && (out.ends[at] as number) - (out.starts[at] as number) === 1) out.kinds[at] = TEXT;
  }
}

/** No table of a report is wider. */
const MOST_COLUMNS = 20;
/** Cells that reach down further to the right are forgotten, so that a row costs no more than this. */
const COLUMNS_TRACKED = 100;

/** Which column the next cell of a row falls into, given the cells that reach down from the rows above. */
class Grid {
  private column = 0;
  /** For each column, in which row the cell from above ends that takes it. */
  private readonly taken: number[] = [];
  private row = 0;

  nextRow(): void {
    this.row++;
    this.column = 0;
  }

  take(columns: number, rows: number): number {
    while ((this.taken[this.column] ?? 0) > this.row) this.column++;
    const column = this.column;
    const end = Math.min(column + columns, COLUMNS_TRACKED);
    for (let at = column; at < end; at++) this.taken[at] = this.row + rows;
    this.column += columns;
    return column;
  }
}

/** `colspan="3"`, `COLSPAN=3`: the number after a name inside a tag, 1 when there is none, at most 1,000. */
function readNumber(attributes: string, name: string): number {
  let at = attributes.indexOf(name);
  // `data-colspan` is another attribute.
  while (at > 0 && !' \t\r\n"\'/'.includes(attributes[at - 1] as string)) at = attributes.indexOf(name, at + 1);
  if (at < 0) return 1;
  at += name.length;
  while (at < attributes.length && ' =\'"'.includes(attributes[at] as string)) at++;
  const number = Number.parseInt(attributes.slice(at, at + 4), 10);
  return number >= 1 ? Math.min(number, 1000) : 1;
}

/** Where the text that begins at `at` stops: the next `<`, or the next line end. */
function textEnd(text: string, at: number, end: number): number {
  let to = at + 1;
  for (; to < end; to++) {
    const code = text.charCodeAt(to);
    if (code === 0x3c || code === 0x0a || code === 0x0d) break;
  }
  return to;
}
