import { isSpace, skipSpaces, trimEnd } from '../text/characters.ts';
import { BLANK, type Token } from '../text/tokens.ts';

/** Columns kept by runs of spaces: a blank value leaves no character, but the others stay where they were. */

/** Where a value stands in its line, in columns of a fixed-width font. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/** A line longer than this is not drawn with spaces. */
const LONGEST_LINE = 400;
/** So many full rows must agree on where the columns stand. */
const FEWEST_ROWS = 3;
/** Text drawn by a printer's measure falls between the columns of a fixed-width font. */
const TOLERANCE = 2;
/** A single space parts words, not columns. */
const NARROWEST_GAP = 2;

/**
 * The values of a row with a blank in each column that holds none, where the full rows of the table leave no doubt
 * which columns these are; otherwise undefined.
 *
 * @param full the values of the rows that have all of them
 */
export function placeBlanks(
  text: string,
  values: readonly Token[],
  full: readonly (readonly Token[])[],
): readonly Token[] | undefined {
  const columns = columnsOf(text, full);
  const places = columns && endsLine(text, values) ? measure(text, values) : undefined;
  if (!columns || !places || values.length >= columns.length || values.length * 2 < columns.length) return undefined;
  const slots: Token[] = [];
  let next = 0;
  for (const column of columns) {
    const place = places[next];
    const found = place && meets(place, column) && isAligned(place, column);
    const slot = found ? values[next++] : blankAt(text, values, column);
    if (!slot) return undefined;
    slots.push(slot);
  }
  // Behind the last value there is room for one: a second would stand in its place.
  const atEnd = slots.some(({ kind, start }) => kind === BLANK && start >= (values.at(-1) as Token).end);
  return next === values.length && (!atEnd || values.length + 1 === columns.length) ? slots : undefined;
}

/** Where the columns of a table stand; undefined when its rows do not agree. */
function columnsOf(text: string, full: readonly (readonly Token[])[]): Place[] | undefined {
  const rows = full.flatMap((values) => {
    const places = measure(text, values);
    return places ? [places] : [];
  });
  if (rows.length < FEWEST_ROWS) return undefined;
  const columns = (rows[0] as Place[]).map((_, at) => ({
    from: Math.min(...rows.map((row) => (row[at] as Place).from)),
    to: Math.max(...rows.map((row) => (row[at] as Place).to)),
  }));
  return columns.every(({ from }, at) => at === 0 || from > (columns[at - 1] as Place).to) ? columns : undefined;
}

function meets(a: Place, b: Place): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Numbers of a column stand below each other at their left, at their right or in their middle. */
function isAligned(a: Place, column: Place): boolean {
  const [left, right] = [a.from - column.from, a.to - column.to];
  return [left, right, (left + right) / 2].some((distance) => Math.abs(distance) <= TOLERANCE);
}

/** The places of values that stand in one line with gaps between them; otherwise undefined. */
function measure(text: string, values: readonly Token[]): Place[] | undefined {
  const [first] = values;
  const start = first && lineStart(text, first.start);
  // Cells that something else keeps apart, or that hold blanks themselves, do not stand in columns of spaces.
  if (start === undefined || values.some((value) => value.column >= 0 || holdsBlank(text, value))) return undefined;
  const places: Place[] = [];
  let at = start;
  let column = 0;
  const moveTo = (end: number) => {
    for (; at < end; at++) column += widthOf(text.charCodeAt(at));
    return column;
  };
  for (const value of values) {
    if (value.end - start > LONGEST_LINE) return undefined;
    const before = places.at(-1)?.to;
    if (before !== undefined && skipSpaces(text, at, value.start) < value.start) return undefined;
    const place = { from: moveTo(value.start), to: moveTo(value.end) };
    if (before !== undefined && place.from - before < NARROWEST_GAP) return undefined;
    places.push(place);
  }
  return places;
}

/** The column of a fixed-width font at an offset (UTF-16); undefined where the line is too long to be drawn with spaces. */
export function columnAt(text: string, offset: number): number | undefined {
  const start = lineStart(text, offset);
  if (start === undefined) return undefined;
  let column = 0;
  for (let at = start; at < offset; at++) column += widthOf(text.charCodeAt(at));
  return column;
}

/** Whether nothing but blanks follows the values in their line. */
function endsLine(text: string, values: readonly Token[]): boolean {
  const last = values.at(-1);
  const at = last ? skipSpaces(text, last.end, Math.min(text.length, last.end + LONGEST_LINE)) : 0;
  return last !== undefined && (at >= text.length || text.charCodeAt(at) === 0x0a || text.charCodeAt(at) === 0x0d);
}

function holdsBlank(text: string, { start, end }: Token): boolean {
  const stop = Math.min(end, start + LONGEST_LINE);
  for (let at = start; at < stop; at++) if (isSpace(text.charCodeAt(at))) return true;
  return stop < end;
}

function lineStart(text: string, offset: number): number | undefined {
  let at = offset;
  while (at > 0 && text.charCodeAt(at - 1) !== 0x0a && text.charCodeAt(at - 1) !== 0x0d) {
    if (offset - at > LONGEST_LINE) return undefined;
    at--;
  }
  return at;
}

/** The empty place among the spaces of the row's line where a value of this column would begin, or none. */
function blankAt(text: string, values: readonly Token[], { from }: Place): Token | undefined {
  let at = lineStart(text, (values[0] as Token).start) ?? 0;
  let column = 0;
  while (column < from && at < text.length && text.charCodeAt(at) !== 0x0a && text.charCodeAt(at) !== 0x0d) {
    column += widthOf(text.charCodeAt(at++));
  }
  const code = text.charCodeAt(at);
  const atEnd = at >= text.length || code === 0x0a || code === 0x0d;
  if (!atEnd && !isSpace(code)) return undefined;
  // Behind the last value there may be no spaces to stand in.
  const place = atEnd ? trimEnd(text, 0, at) : at;
  return { kind: BLANK, start: place, end: place, column: -1 };
}

/** Chinese characters, full-width forms and the quotation marks between them take two columns. */
function widthOf(code: number): number {
  return code < 0x2000 ? 1 : 2;
}
