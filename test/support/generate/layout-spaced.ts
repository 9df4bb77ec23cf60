import { TOTAL } from './labels.ts';
import { endLine, type Page, put, putLines, putPiece, wrap } from './page.ts';
import type { Style, Widths } from './style.ts';
import type { Cell, Table } from './tables.ts';

/** A label longer than this pushes the 总计 of its row to the next line when it is wrapped. */
const LONG_LABEL = 20;

/** A label that spans label columns has at least this much room. */
const WIDE_LABEL = 19;

const WIDTH_OF: Partial<Record<Cell['role'], keyof Widths>> = {
  note: 'note',
  head: 'head',
  side: 'side',
  group: 'group',
};

function linesOf(cell: Cell, { widths }: Style): string[] {
  if (cell.role === 'row') {
    const width = cell.colspan > 1 ? Math.max(widths.row, WIDE_LABEL) : widths.row;
    // A single character is squeezed in rather than left alone on a line.
    return cell.text.length <= width + 1 ? [cell.text] : wrap(cell.text, width);
  }
  const width = WIDTH_OF[cell.role];
  if (width === undefined || (cell.role === 'head' && cell.colspan > 1)) return [cell.text];
  return wrap(cell.text, widths[width]);
}

/** A cell, or what a cell was cut into, on lines of its own with an empty line after them. */
function putBlock(page: Page, lines: readonly string[]): void {
  putLines(page, lines);
  endLine(page);
}

function putSeparated(page: Page, cells: readonly Cell[], style: Style): void {
  cells.forEach((cell, index) => {
    if (index > 0) put(page, style.padding && cell.place !== undefined ? '  ' : ' ');
    putPiece(page, cell);
  });
  endLine(page);
}

/** `1.属于国家秘密 0 0 0 0 0 0 0`, or the label cut into lines and its values below. */
function putRow(page: Page, cells: readonly Cell[], style: Style): void {
  const values = cells.filter((cell) => cell.role === 'value');
  for (const cell of cells) {
    if (cell.role === 'side' || cell.role === 'group') putBlock(page, linesOf(cell, style));
  }
  const label = cells.find((cell) => cell.role === 'row');
  const lines = label === undefined ? [] : linesOf(label, style);
  if (label !== undefined && lines.length === 1) {
    putSeparated(page, [label, ...values], style);
  } else if (label !== undefined) {
    putBlock(page, lines);
    const drop = style.totalDrops && label.text.length > LONG_LABEL ? 1 : 0;
    putSeparated(page, values.slice(0, values.length - drop), style);
    if (drop > 0) putSeparated(page, values.slice(-drop), style);
  } else {
    putSeparated(page, values, style);
  }
}

/** 总计 is set lower than its neighbours, so that the next head follows without an empty line, or at once. */
function putTotalHead(page: Page, table: Table, last: boolean, style: Style): void {
  put(page, TOTAL);
  if (table.number === 3 && style.gluedTotal) return;
  endLine(page);
  if (last) endLine(page);
}

function putHeads(page: Page, table: Table, cells: readonly Cell[], lastRow: boolean, style: Style): void {
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index];
    if (cell === undefined) continue;
    if (cell.text === TOTAL) {
      putTotalHead(page, table, lastRow && index === cells.length - 1, style);
      continue;
    }
    const next = cells[index + 1];
    if (cell.role === 'head' && cell.colspan > 1 && next !== undefined && next.colspan > 1) {
      putSeparated(page, [cell, next], style);
      endLine(page);
      index += 1;
    } else {
      putBlock(page, linesOf(cell, style));
    }
  }
}

/** Reading order of a PDF: blanks between cells, wrapped cells on lines of their own, empty lines between rows. */
export function putSpaced(page: Page, table: Table, style: Style): void {
  const { rows } = table;
  rows.forEach((cells, index) => {
    const role = cells[0]?.role;
    if (role === 'note' || role === 'head') {
      const lastRow = rows[index + 1]?.[0]?.role !== 'head';
      putHeads(page, table, cells, lastRow, style);
      return;
    }
    if (role === 'title' || role === 'field') putSeparated(page, cells, style);
    else putRow(page, cells, style);
    const last = index === rows.length - 1;
    if (!last && !(role === 'title' && style.tightTitles)) endLine(page);
  });
}
