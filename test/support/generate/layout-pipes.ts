import { endLine, type Page, type Piece, put, putLine, putPiece, widthOf, wrap } from './page.ts';
import type { Style } from './style.ts';
import { type Square, squaresOf, type Table } from './tables.ts';

const EMPTY: Piece = { text: '', place: undefined };

const pieceOf = (square: Square): Piece => (square.kind === 'cell' ? square.cell : EMPTY);

const padded = (piece: Piece, { padding }: Style): string => (padding && piece.place !== undefined ? ' ' : '');

/** The widest text of each column, for bars that stand below each other. */
function columnWidths(rows: readonly (readonly Piece[])[], columns: number): number[] {
  return Array.from({ length: columns }, (_, column) =>
    Math.max(3, ...rows.map((row) => widthOf(row[column]?.text ?? ''))),
  );
}

function putRow(page: Page, row: readonly Piece[], widths: readonly number[] | undefined, style: Style): void {
  const { compact, otherEdges } = style.pipes;
  const blank = compact ? '' : ' ';
  // Markdown takes a bar at an edge for the edge, so that only a cell with a text can do without.
  const bare = (piece: Piece | undefined) => otherEdges && piece?.text !== '';
  row.forEach((piece, column) => {
    const pad = padded(piece, style);
    if (column > 0 || !bare(piece)) put(page, `|${blank}`);
    put(page, pad);
    putPiece(page, piece);
    put(page, pad + ' '.repeat(Math.max(0, (widths?.[column] ?? 0) - widthOf(piece.text))));
    if (column < row.length - 1 || !bare(piece)) put(page, blank);
  });
  if (!bare(row.at(-1))) put(page, '|');
  endLine(page);
}

const DRAWN_WIDTH = 8;

/** A square of a drawn table: its lines, and whether it goes on from the left or from above. */
interface Drawn {
  readonly lines: readonly Piece[];
  readonly across: boolean;
  readonly below: boolean;
}

function drawnSquare(square: Square, { pipes }: Style): Drawn {
  const spans = pipes.merged === 'dropped';
  const [across, below] = [spans && square.kind === 'across', spans && square.kind === 'below'];
  const piece = pieceOf(square);
  const texts =
    piece.place || piece.text === '' ? [piece] : wrap(piece.text, DRAWN_WIDTH).map((text) => ({ ...EMPTY, text }));
  return { lines: texts, across, below };
}

/** A rule between two rows stops at cells that go on below it. */
function putRule(
  page: Page,
  below: readonly Drawn[] | undefined,
  widths: readonly number[],
  [cross, dash, bar]: string[],
): void {
  widths.forEach((width, column) => {
    const open = below?.[column]?.below === true;
    put(page, open && below?.[column - 1]?.below !== false ? `${bar}` : `${cross}`);
    put(page, (open ? ' ' : `${dash}`).repeat(width + 2));
  });
  putLine(page, `${cross}`);
}

/** Every row between two rules; a merged cell has no bar within, or leaves empty cells. */
function putDrawn(page: Page, table: Table, style: Style): void {
  const signs = [...style.pipes.drawn];
  const bar = signs[2] ?? '|';
  const rows = squaresOf(table).map((squares) => squares.map((square) => drawnSquare(square, style)));
  const widths = Array.from({ length: table.width }, (_, column) =>
    Math.max(
      ...rows.map((row) =>
        row[column + 1]?.across ? 0 : Math.max(2, ...(row[column]?.lines.map(({ text }) => widthOf(text)) ?? [])),
      ),
    ),
  );
  rows.forEach((row, index) => {
    putRule(page, index === 0 ? undefined : row, widths, signs);
    for (let line = 0; line < Math.max(...row.map(({ lines }) => lines.length)); line++) {
      let room = 0;
      row.forEach((square, column) => {
        if (!square.across) {
          put(page, `${' '.repeat(Math.max(0, room))}${bar} `);
          room = -1;
        } else room += 2;
        const piece = square.lines[line] ?? EMPTY;
        putPiece(page, piece);
        room += (widths[column] ?? 0) - widthOf(piece.text) + (square.across ? 1 : 2);
      });
      putLine(page, `${' '.repeat(Math.max(0, room))}${bar}`);
    }
  });
  putRule(page, undefined, widths, signs);
}

/** A table of Markdown: the first row, a rule, all other rows, and an empty cell for each that a merged one covers. */
export function putMarkdown(page: Page, table: Table, style: Style): void {
  if (style.pipes.drawn === 'not') putPlain(page, table, style);
  else putDrawn(page, table, style);
}

function putPlain(page: Page, table: Table, style: Style): void {
  const rows = squaresOf(table).map((squares) => squares.map(pieceOf));
  const widths = style.pipes.aligned ? columnWidths(rows, table.width) : undefined;
  const rule = Array.from({ length: table.width }, () => ({ text: style.pipes.rule, place: undefined }));
  rows.forEach((row, index) => {
    putRow(page, row, widths, style);
    if (index === 0) putRow(page, rule, undefined, style);
  });
}

/** The squares of a row that leave something, each with the empty ones that it covers to its right. */
function cellsOf(squares: readonly Square[], { pipes }: Style): { piece: Piece; covered: number }[] {
  const cells: { piece: Piece; covered: number }[] = [];
  for (const square of squares) {
    if (square.kind === 'cell') cells.push({ piece: square.cell, covered: 0 });
    else if (pipes.merged === 'kept') cells.push({ piece: EMPTY, covered: 0 });
    else if (pipes.merged === 'runs') {
      const last = cells.at(-1);
      if (last === undefined || square.kind === 'below') cells.push({ piece: EMPTY, covered: 0 });
      else last.covered += 1;
    }
  }
  return cells;
}

/** `a | b |`: a bar after each cell, and nothing before the first; merged cells are dropped, or leave their bars. */
export function putLoose(page: Page, table: Table, style: Style): void {
  const { compact, otherEdges } = style.pipes;
  const blank = compact ? '' : ' ';
  for (const squares of squaresOf(table)) {
    if (otherEdges) put(page, '|');
    cellsOf(squares, style).forEach(({ piece, covered }, index) => {
      if (index > 0 || otherEdges) put(page, blank);
      put(page, padded(piece, style));
      putPiece(page, piece);
      put(page, `${padded(piece, style)}${piece.text === '' ? '' : blank}|`);
      if (covered > 0) put(page, blank + '|'.repeat(covered));
    });
    endLine(page);
  }
}

/** Each cell on a line with a bar behind it, or with its bar on the next line; merged cells leave lines of bars. */
export function putCellPipes(page: Page, table: Table, style: Style): void {
  const { ownLine } = style.pipes;
  for (const squares of squaresOf(table)) {
    for (const { piece, covered } of cellsOf(squares, style)) {
      put(page, padded(piece, style));
      putPiece(page, piece);
      if (ownLine && piece.text !== '') endLine(page);
      put(page, piece.text === '' || ownLine ? '|' : ' |');
      endLine(page);
      if (covered === 0) continue;
      put(page, '|'.repeat(covered));
      endLine(page);
    }
  }
}
