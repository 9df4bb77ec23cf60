import type { Span } from '../span.ts';
import { blankBefore, readTag, skipBlank, type Tag } from '../tags.ts';
import type { Token } from '../tokens.ts';
import { classify } from '../value.ts';

/**
 * An HTML table, or several, in `[start, end)`: `<tr>` begins a row, `<td>` and `<th>` a cell, and `rowspan` and
 * `colspan` keep the columns of later rows in place. Anything unclosed or nested is read as far as it goes.
 */
export function splitHtml(text: string, start: number, end: number, out: Token[]): void {
  const grid = new Grid();
  let cell: HtmlCell | undefined;
  const close = () => {
    if (cell) pushCell(text, cell, out);
    cell = undefined;
  };
  for (let at = start; at < end; ) {
    const tag = text.charCodeAt(at) === 0x3c ? readTag(text, at, end) : undefined;
    if (!tag) {
      cell?.runs.push({ start: at, end: textEnd(text, at, end) });
      at = textEnd(text, at, end);
      continue;
    }
    if (ROWS.has(tag.name)) {
      close();
      if (tag.name === 'tr') grid.nextRow();
      out.push({ kind: 'end', start: at, end: at, column: -1 });
    } else if (tag.name === 'td' || tag.name === 'th') {
      close();
      const spans = { columns: readNumber(text, tag, 'colspan'), rows: readNumber(text, tag, 'rowspan') };
      cell = { column: grid.take(spans.columns, spans.rows), columns: spans.columns, at: tag.end, runs: [] };
    } else if (tag.name === '/td' || tag.name === '/th') close();
    at = tag.end;
  }
  close();
  out.push({ kind: 'end', start: end, end, column: -1 });
}

const ROWS = new Set(['tr', '/tr', 'table', '/table']);

interface HtmlCell {
  readonly column: number;
  readonly columns: number;
  readonly at: number;
  /** The stretches of text between tags. */
  readonly runs: Span[];
}

/** A cell of several pieces (`<br />`, `<p>`) gives a token for each piece that says something. */
function pushCell(text: string, cell: HtmlCell, out: Token[]): void {
  const runs = cell.runs.map((run) => trimRun(text, run)).filter((run) => run.end > run.start);
  for (const run of runs) out.push({ kind: classify(text, run.start, run.end), ...run, column: cell.column });
  const [only] = runs;
  if (only && classify(text, only.start, only.end) === 'value') pushMerged(cell, only, out);
  if (runs.length === 0) out.push({ kind: 'blank', start: cell.at, end: cell.at, column: cell.column });
}

/** A value over several columns leaves the others blank, as a spreadsheet does. */
function pushMerged(cell: HtmlCell, value: Span, out: Token[]): void {
  for (let at = 1; at < Math.min(cell.columns, MOST_COLUMNS); at++) {
    out.push({ kind: 'blank', start: value.end, end: value.end, column: cell.column + at, merged: true });
  }
}

/** No table of a report is wider. */
const MOST_COLUMNS = 20;
/** Cells that reach down further to the right are forgotten, so that a row costs no more than this. */
const COLUMNS_TRACKED = 100;

/** Which column the next cell of a row falls into, given the cells that reach down from the rows above. */
class Grid {
  private column = 0;
  /** For each column, how many more rows it is taken by a cell from above. */
  private taken: number[] = [];

  nextRow(): void {
    this.taken = this.taken.map((rows) => Math.max(0, rows - 1));
    this.column = 0;
  }

  take(columns: number, rows: number): number {
    while ((this.taken[this.column] ?? 0) > 0) this.column++;
    const column = this.column;
    const end = Math.min(column + columns, COLUMNS_TRACKED);
    for (let at = column; at < end; at++) this.taken[at] = rows;
    this.column += columns;
    return column;
  }
}

/** `colspan="3"`, `COLSPAN=3`: the number after a name inside a tag, 1 when there is none, at most 1,000. */
function readNumber(text: string, tag: Tag, name: string): number {
  // `<td>` and its like are too short to hold `<td colspan>`.
  if (tag.end - tag.start < name.length + 5) return 1;
  const attributes = text.slice(tag.start, tag.end).toLowerCase();
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

/** Cuts blanks, line ends and blank entities (`&nbsp;`, `&#160;`) off both ends. */
function trimRun(text: string, run: Span): Span {
  let { start, end } = run;
  for (let next = start; next < end; start = next) {
    next = skipBlank(text, start, end);
    if (next === start) break;
  }
  for (;;) {
    const before = blankBefore(text, start, end);
    if (before === end) return { start, end };
    end = before;
  }
}
