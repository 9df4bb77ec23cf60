import { endLine, type Page, put, putPiece, wrap } from './page.ts';
import type { Style } from './style.ts';
import { type Cell, squaresOf, type Table } from './tables.ts';

/** Narrow heads are the four-character ones of table 3, whose columns are too narrow for them. */
function isBroken(cell: Cell, table: Table, { brokenHeads }: Style): boolean {
  if (cell.role !== 'head' || cell.colspan > 1 || brokenHeads === 'none') return false;
  return brokenHeads === 'all' || (table.number === 3 && cell.text.length === 4);
}

function putCell(page: Page, cell: Cell, table: Table, style: Style): void {
  const lines = isBroken(cell, table, style) ? wrap(cell.text, 2) : [cell.text];
  put(page, '\t');
  lines.forEach((text, index) => {
    if (index > 0) endLine(page);
    if (style.padding && cell.place !== undefined) put(page, '  ');
    putPiece(page, { text, place: cell.place });
  });
  endLine(page);
}

/**
 * Each cell on its own line after a tab, an empty line after each row, as text taken from a Word file.
 * A cell merged across is one cell; of a cell merged down, a lone tab stands in every further row.
 */
export function putCells(page: Page, table: Table, style: Style): void {
  for (const squares of squaresOf(table)) {
    for (const square of squares) {
      if (square.kind === 'cell') putCell(page, square.cell, table, style);
      else if (square.kind === 'below') {
        put(page, '\t');
        endLine(page);
      }
    }
    endLine(page);
  }
}
