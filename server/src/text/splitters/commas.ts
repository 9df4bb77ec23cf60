import { digitOf, isSpace, TAB } from '../characters.ts';
import { HAS_COMMA, type Lines } from '../lines.ts';
import type { Span } from '../span.ts';
import type { Tokens } from '../tokens.ts';
import { classify } from '../value.ts';
import type { Block } from './block.ts';

const COMMA = 0x2c;
const QUOTE = 0x22;
/** A line shows the layout by itself when so many commas part its cells: a label and the three values of 规章. */
const FEWEST_COMMAS = 3;
/** Of such a line, so many cells must be blank or values. */
const FEWEST_VALUES = 3;

/**
 * Whether a block of lines is text in which commas part the cells, as a spreadsheet saves it (RFC 4180). Numbers such
 * as `1,234,567` have commas too, but those part no cells.
 */
export function isCommaSeparated(text: string, lines: Lines, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (lines.marks(at) & HAS_COMMA && isRow(text, lines.span(at))) return true;
  }
  return false;
}

function isRow(text: string, line: Span): boolean {
  if (countSeparators(text, line) < FEWEST_COMMAS) return false;
  const cells = cellsOf(text, line, quotesClose(text, line));
  return cells.filter(({ start, end }) => classify(text, start, end) !== 'text').length >= FEWEST_VALUES;
}

/** Commas that do not group thousands; none where a tab parts the cells. */
function countSeparators(text: string, { start, end }: Span): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === TAB) return 0;
    if (code === COMMA && !groupsThousands(text, at, start, end)) count++;
  }
  return count;
}

/** A digit before the comma and just three behind it. */
function groupsThousands(text: string, comma: number, start: number, end: number): boolean {
  if (comma === start || digitOf(text.charCodeAt(comma - 1)) < 0) return false;
  let to = comma + 1;
  while (to < end && to < comma + 5 && digitOf(text.charCodeAt(to)) >= 0) to++;
  return to === comma + 4;
}

/** Rows of cells; a cell in quotation marks may hold commas and line ends. */
export function splitCommas(text: string, { lines, from, to }: Block, out: Tokens): void {
  const block = Array.from({ length: to - from }, (_, at) => lines.span(from + at));
  const closed = block.map((line) => quotesClose(text, line));
  const across = closed.filter((each) => !each).length % 2 === 0;
  for (let at = 0; at < block.length; at++) {
    const first = at;
    if (across && !closed[at])
      do at++;
      while (closed[at]);
    pushRow(text, { start: (block[first] as Span).start, end: (block[at] as Span).end }, out);
  }
}

function pushRow(text: string, row: Span, out: Tokens): void {
  const cells = cellsOf(text, row, quotesClose(text, row));
  for (const [column, cell] of cells.entries()) {
    const { start, end } = withoutLineEnds(text, cell);
    out.pushCell(text, start, end, column);
  }
  out.pushRowEnd(row.end);
}

/** Line ends at the edges of a quoted cell belong to it as little as blanks do; a cell of nothing else stays as it is. */
function withoutLineEnds(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return from === to ? { start, end: start } : { start: from, end: to };
}

function isBlank(code: number): boolean {
  return code === 0x0a || code === 0x0d || isSpace(code);
}

/** The cells of a row without their quotation marks. Quotation marks that do not come in pairs are characters. */
function cellsOf(text: string, row: Span, quotes: boolean): Span[] {
  const cells: Span[] = [];
  let start = row.start;
  let quoted = false;
  for (let at = row.start; at <= row.end; at++) {
    const code = at < row.end ? text.charCodeAt(at) : COMMA;
    if (code === QUOTE && quotes) quoted = !quoted;
    else if (code === COMMA && (!quoted || at === row.end)) {
      const bare = quotes && text.charCodeAt(start) === QUOTE && text.charCodeAt(at - 1) === QUOTE && at - start > 1;
      cells.push(bare ? { start: start + 1, end: at - 1 } : { start, end: at });
      start = at + 1;
    }
  }
  return cells;
}

function quotesClose(text: string, { start, end }: Span): boolean {
  let even = true;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === QUOTE) even = !even;
  return even;
}
