import { endLine, type Page, put, putPiece, wrap } from './page.ts';
import type { Style } from './style.ts';
import { type Square, squaresOf, type Table } from './tables.ts';

/** Whether a field must stand in quotation marks, or does so because the program that wrote it likes them. */
function isQuoted(text: string, value: boolean, { commas, thousands }: Style): boolean {
  if (commas.quoted === 'all') return true;
  // A value may yet be changed into one with a comma, which a field without quotation marks could not hold.
  if (value) return thousands === ',';
  return text.includes(',') || text.includes('\n') || (commas.quoted === 'labels' && text !== '');
}

function putField(page: Page, square: Square, style: Style): void {
  if (square.kind !== 'cell') return;
  const { cell } = square;
  const value = cell.place !== undefined;
  const broken = style.commas.breaks && cell.role === 'row' && cell.text.length > style.widths.row;
  const text = broken ? wrap(cell.text, style.widths.row).join(page.newline) : cell.text;
  const quote = isQuoted(text, value, style) ? '"' : '';
  const pad = style.padding && value && quote === '' ? ' ' : '';
  put(page, quote + pad);
  putPiece(page, { text, place: cell.place });
  put(page, pad + quote);
}

/** A row a line, its fields between commas, the rest of a merged cell as empty fields: what a spreadsheet saves. */
export function putCommas(page: Page, table: Table, style: Style): void {
  for (const squares of squaresOf(table)) {
    squares.forEach((square, index) => {
      if (index > 0) put(page, ',');
      putField(page, square, style);
    });
    endLine(page);
  }
}
