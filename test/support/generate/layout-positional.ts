import { bodyRows, pageEnd, pageMark, type Spanning, spanningOf } from './layout-pages.ts';
import { type Grid, type Placed, plain, putHead, putPlaced } from './layout-positional-head.ts';
import { endLine, type Page, putLine, widthOf, wrap } from './page.ts';
import type { Style } from './style.ts';
import type { Cell, Table } from './tables.ts';

/** The value columns of tables 3 and 4 are this far apart in the samples. */
const STEPS: Readonly<Record<number, readonly number[]>> = {
  2: [0, 18, 18],
  3: [0, 10, 8, 8, 8, 8, 8],
  4: Array.from({ length: 15 }, (_, index) => (index === 0 ? 0 : 7)),
};

const FIRST_VALUE: Readonly<Record<number, number>> = { 2: 27, 4: 1 };

function gridOf(table: Table, { pages }: Style): Grid {
  const texts = table.rows.flat().flatMap(({ role, text }) => (role === 'value' ? [widthOf(text)] : []));
  const room = Math.max(...texts) + 2;
  const row = 6 + 2 * pages.group - 1;
  const rowWidth = 12 + pages.wider;
  let at = FIRST_VALUE[table.number] ?? row + 2 * rowWidth + 7;
  const values = (STEPS[table.number] ?? []).map((step, index) => {
    at += index === 0 ? 0 : Math.max(step, room);
    return at;
  });
  return { values, pitch: room, group: 6, row, rowWidth, wideWidth: rowWidth + pages.group + 2 };
}

/** A value within its column, which is as wide as the longest one. */
function place(cell: Cell, index: number, grid: Grid, { pages }: Style): Placed {
  const room = Math.max(0, grid.pitch - 2 - widthOf(cell.text));
  const shift = { left: 0, right: room, centre: Math.floor(room / 2) }[pages.align];
  return { at: (grid.values[index] ?? 0) + shift, piece: cell };
}

/** The lines of a row: those of its label, with the values on the middle one or, of two lines, between them. */
function rowLines(cells: readonly Cell[], grid: Grid, style: Style): Placed[][] {
  const values = cells.filter(({ role }) => role === 'value').map((cell, index) => place(cell, index, grid, style));
  const label = cells.find(({ role }) => role === 'row');
  if (label === undefined) return [values];
  const column = { 1: grid.row, 2: grid.group, 3: 0 }[label.colspan] ?? 0;
  const width = label.colspan === 1 ? grid.rowWidth : grid.wideWidth;
  const texts = label.colspan === 3 ? [label.text] : wrap(label.text, width);
  const lines = texts.map((text) => [plain(column, text)]);
  const middle = Math.floor(lines.length / 2);
  if (lines.length === 2) lines.splice(1, 0, values);
  else lines[middle]?.push(...values);
  return lines;
}

/** What is printed to the left of the rows: the side label one character a row, group labels in their middle. */
function marginOf(table: Table, grid: Grid, style: Style): Map<number, Placed[]> {
  const margin = new Map<number, Placed[]>();
  const add = (row: number, placed: Placed) => margin.set(row, [...(margin.get(row) ?? []), placed]);
  const groups = new Map<number, string>();
  for (const { cell, first, end } of spanningOf(table)) {
    if (cell.role === 'side') continue;
    const pieces = wrap(cell.text, style.pages.group);
    const start = Math.max(first, Math.min(Math.floor((first + end) / 2), end - pieces.length));
    for (const [index, text] of pieces.entries()) groups.set(start + index, text);
  }
  const side = spanningOf(table).find(({ cell }) => cell.role === 'side');
  [...(side?.cell.text ?? '')].forEach((text, index) => {
    // Two rows have labels as wide as the table's, and the side label begins below them.
    const row = (side as Spanning).first + 2 + index;
    if (style.pages.wholeSide || !groups.has(row)) add(row, plain(0, text));
  });
  for (const [row, text] of groups) add(row, plain(grid.group, text));
  return margin;
}

/** A small hash that says whether an empty line follows a row. */
const hasGap = (row: number, { pages }: Style): boolean =>
  ((Math.imul(pages.gaps + 1, 0x9e3779b1) ^ Math.imul(row + 1, 0x85ebca6b)) >>> 7) % 3 > 0;

const SAMPLE_BREAKS = [12, 20];

function putPageEnd(page: Page, ended: number, table: Table, grid: Grid, style: Style): void {
  for (let count = 0; count < 3; count += 1) endLine(page);
  putLine(page, pageMark(ended, style.pages));
  endLine(page);
  if (style.pages.headAgain) putHead(page, table, grid);
}

/** Texts where they stand on the page: columns are kept by blanks, and labels wrap around the line of their numbers. */
export function putPositional(page: Page, table: Table, style: Style): void {
  const grid = gridOf(table, style);
  const breaks = table.number === 3 ? (style.pages.breaks ?? SAMPLE_BREAKS) : [];
  const margin = marginOf(table, grid, style);
  putHead(page, table, grid);
  bodyRows(table).forEach((cells, row) => {
    if (table.number === 2) {
      putPlaced(
        page,
        cells.map((cell, index) => place2(cell, index, grid, style)),
      );
    } else {
      const [first = [], ...rest] = rowLines(cells, grid, style);
      for (const line of [[...(margin.get(row) ?? []), ...first], ...rest]) putPlaced(page, line);
    }
    if (table.number !== 3 || hasGap(row, style)) endLine(page);
    const ended = pageEnd(row, breaks);
    if (ended !== undefined) putPageEnd(page, ended, table, grid, style);
  });
}

function place2(cell: Cell, index: number, grid: Grid, style: Style): Placed {
  if (index === 0) return { at: 3, piece: cell };
  if (cell.place !== undefined) return place(cell, index - 1, grid, style);
  return { at: grid.values[index - 1] ?? 0, piece: cell };
}
