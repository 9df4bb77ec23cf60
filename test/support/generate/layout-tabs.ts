import { endLine, type Page, type Piece, put, putPiece, wrap } from './page.ts';
import type { Style } from './style.ts';
import { type Cell, type Square, squaresOf, type Table } from './tables.ts';

const EMPTY: Piece = { text: '', place: undefined };

/** Label columns of table 3: side, group and row. */
const LABEL_COLUMNS = 3;

/** Rows of table 3 above its first value row. */
const HEAD_ROWS = 3;

/** Where a broken head was put on one line, a blank is left of its break: `结果 维持`. */
function pieceOf(square: Square, table: Table, { brokenHeads }: Style): Piece {
  if (square.kind !== 'cell') return EMPTY;
  const { cell } = square;
  const broken = brokenHeads === 'all' && table.number === 4 && cell.role === 'head' && cell.colspan === 1;
  return broken ? { text: wrap(cell.text, 2).join(' '), place: undefined } : cell;
}

const isHead = (cells: readonly Cell[]): boolean => cells.every((cell) => cell.role === 'head' || cell.role === 'note');

/**
 * A head row of a shifted table 3: one label column less, an empty field at the end,
 * and 总计 raised to the first row: `(note)<tab><tab>申请人情况<tab>…<tab>总计<tab>`.
 */
function shiftedHead(fields: readonly Piece[], index: number, total: Piece): Piece[] {
  const shifted = [...fields.slice(0, LABEL_COLUMNS - 1), ...fields.slice(LABEL_COLUMNS), EMPTY];
  if (index < 2) shifted[LABEL_COLUMNS + 5] = index === 0 ? total : EMPTY;
  return shifted;
}

/**
 * A value row of a shifted table 3. Rows without a third label give up its column; from the row
 * `shiftFrom` on, the rows under 三 have lost the side column as well: `<tab>2.重复申请<tab>0…` becomes
 * `2.重复申请<tab><tab>0…` on the first line of the new page, and a new group starts at the margin.
 */
function shiftedRow(fields: readonly Piece[], row: number, style: Style): Piece[] {
  const [side = EMPTY, group = EMPTY, name = EMPTY] = fields;
  const values = fields.slice(LABEL_COLUMNS);
  const outcome = side.text === '' || name.text !== '' || group.text !== '';
  if (row < style.shiftFrom || !outcome) {
    return name.text === '' ? [side, group, ...values, EMPTY] : [...fields];
  }
  if (name.text === '') {
    return style.shift === 'short' ? [group, ...values, EMPTY, EMPTY] : [group, EMPTY, ...values, EMPTY];
  }
  const torn = row === style.shiftFrom && group.text === '';
  return torn ? [name, EMPTY, ...values, EMPTY] : [group, name, ...values, EMPTY];
}

function shifted(table: Table, lines: readonly Piece[][], style: Style): Piece[][] {
  const total = lines[1]?.[table.width - 1] ?? EMPTY;
  return lines.map((fields, index) =>
    isHead(table.rows[index] ?? []) ? shiftedHead(fields, index, total) : shiftedRow(fields, index - HEAD_ROWS, style),
  );
}

function putFields(page: Page, fields: readonly Piece[], style: Style): void {
  let count = fields.length;
  while (style.trimmed && count > 1 && fields[count - 1]?.text === '') count -= 1;
  fields.slice(0, count).forEach((field, index) => {
    if (index > 0) put(page, '\t');
    const pad = style.padding && field.place !== undefined ? ' ' : '';
    put(page, pad);
    putPiece(page, field);
    put(page, pad);
  });
  endLine(page);
}

/** A row a line, its fields between tabs, the rest of a merged cell as empty fields. */
export function putTabs(page: Page, table: Table, style: Style): void {
  const plain = squaresOf(table).map((squares) => squares.map((square) => pieceOf(square, table, style)));
  const lines = table.number === 3 && style.shift !== 'none' ? shifted(table, plain, style) : plain;
  for (const fields of lines) putFields(page, fields, style);
}
