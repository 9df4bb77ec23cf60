import { bodyRows, HEAD_WIDTHS, headRows, pageEnd, pageMark, type Spanning, spanningOf } from './layout-pages.ts';
import { endLine, type Page, put, putLine, putLines, putPiece, wrap } from './page.ts';
import type { Style } from './style.ts';
import type { Cell, Table } from './tables.ts';

/** The note and the labels of rows are broken after this many characters. */
const NOTE_WIDTH = 22;
const ROW_WIDTH = 15;

function putSeparated(page: Page, cells: readonly Cell[], style: Style): void {
  cells.forEach((cell, index) => {
    if (index > 0) put(page, style.padding && cell.place !== undefined ? '  ' : ' ');
    putPiece(page, cell);
  });
  endLine(page);
}

/** A head in a narrow column: its first line is spread to fill it, `商 业 企` / `业`. */
function headLines({ text }: Cell, table: Table): string[] {
  if (table.number === 4) return wrap(text, 2);
  const width = HEAD_WIDTHS[text];
  if (width === undefined) return [text];
  const [first = '', ...rest] = wrap(text, width);
  return [text === '科研机构' ? first : [...first].join(' '), ...rest];
}

function putHead(page: Page, table: Table, style: Style): void {
  for (const cells of headRows(table)) {
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index] as Cell;
      const next = cells[index + 1];
      if (cell.role === 'note') putLines(page, wrap(cell.text, NOTE_WIDTH + style.pages.wider));
      else if (table.number === 4 && cell.colspan > 1 && next !== undefined) {
        putSeparated(page, [cell, next], style);
        index += 1;
      } else putLines(page, cell.colspan > 1 ? [cell.text] : headLines(cell, table));
    }
  }
}

/** 三、 / 本 / 年 / …, one character a line; （三）不 / 予公开. */
function spanningLines({ cell }: Spanning, { pages }: Style): string[] {
  if (cell.role === 'group') return wrap(cell.text, pages.group);
  return [cell.text.slice(0, 2), ...cell.text.slice(2)];
}

/** The row before which a label that spans rows is printed. */
function rowOf({ first, end }: Spanning, { pages }: Style): number {
  return { first, middle: Math.floor((first + end) / 2), last: end - 1 }[pages.spanning];
}

function labelLines({ text, colspan }: Cell, { pages }: Style): string[] {
  return colspan > 2 ? [text] : wrap(text, ROW_WIDTH + pages.wider);
}

function putRow(page: Page, cells: readonly Cell[], style: Style): void {
  const values = cells.filter(({ role }) => role === 'value');
  const label = cells.find(({ role }) => role === 'row');
  const lines = label === undefined ? [] : labelLines(label, style);
  if (label !== undefined && lines.length > 1) putLines(page, lines);
  putSeparated(page, label !== undefined && lines.length === 1 ? [label, ...values] : values, style);
}

/** Where each line of a label that spans rows goes: before which row, and whether the page must have ended first. */
interface Part {
  readonly row: number;
  readonly lines: readonly string[];
}

/** A group that a page break parts has half its label on each page. */
function partsOf(spanning: Spanning, breaks: readonly number[], style: Style): Part[] {
  const lines = spanningLines(spanning, style);
  const { cell, first, end } = spanning;
  const at = breaks.find((row) => row >= first && row < end - 1);
  if (!style.pages.halves || cell.role !== 'group' || at === undefined) return [{ row: rowOf(spanning, style), lines }];
  return [
    { row: first, lines: lines.slice(0, 1) },
    { row: at + 1, lines: lines.slice(1) },
  ];
}

/** The reading order of a PDF, cell after cell, with what stands at the foot and the head of its pages. */
export function putRawPages(page: Page, table: Table, style: Style): void {
  const breaks = table.number === 3 ? (style.pages.breaks ?? []) : [];
  const parts = spanningOf(table).flatMap((spanning) => partsOf(spanning, breaks, style));
  putHead(page, table, style);
  bodyRows(table).forEach((cells, row) => {
    for (const part of parts) if (part.row === row) putLines(page, part.lines);
    if (cells[0]?.role === 'title' || cells[0]?.role === 'field') putSeparated(page, cells, style);
    else putRow(page, cells, style);
    const ended = pageEnd(row, breaks);
    if (ended === undefined) return;
    putLine(page, pageMark(ended, style.pages));
    if (style.pages.headAgain) putHead(page, table, style);
  });
}
