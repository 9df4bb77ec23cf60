import { HEAD_WIDTHS, headRows } from './layout-pages.ts';
import { endLine, type Page, type Piece, put, putPiece, widthOf, wrap } from './page.ts';
import type { Cell, Table } from './tables.ts';

/** A text and the column in which it stands. */
export interface Placed {
  readonly at: number;
  readonly piece: Piece;
}

export const plain = (at: number, text: string): Placed => ({ at, piece: { text, place: undefined } });

/** Writes a line of texts, each in its column, or one blank behind the one before where that one is too long. */
export function putPlaced(page: Page, placed: readonly Placed[]): void {
  let width = 0;
  for (const { at, piece } of placed) {
    const blanks = Math.max(width === 0 ? 0 : 1, at - width);
    put(page, ' '.repeat(blanks));
    putPiece(page, piece);
    width += blanks + widthOf(piece.text);
  }
  endLine(page);
}

/** The columns of one table on the page. */
export interface Grid {
  readonly values: readonly number[];
  readonly pitch: number;
  readonly group: number;
  readonly row: number;
  /** Characters on a line of a label in the column of rows, and of one that begins in the column of groups. */
  readonly rowWidth: number;
  readonly wideWidth: number;
}

const HEAD4_WIDTHS = [2, 2, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2];

function putHead3(page: Page, [top = [], middle = [], kinds = []]: readonly (readonly Cell[])[], grid: Grid): void {
  const [note, applicants] = top;
  const [natural, organisations, total] = middle;
  const [first = '', second = ''] = wrap(note?.text ?? '', 22);
  const column = (index: number) => (grid.values[index] ?? 0) - 13;
  const under = (line: number) =>
    kinds.flatMap(({ text }, index) => {
      const width = HEAD_WIDTHS[text];
      const part = width === undefined ? undefined : wrap(text, width)[line];
      return part === undefined ? [] : [plain(column(index + 1), part)];
    });
  putPlaced(page, [plain(column(3) + 8, applicants?.text ?? '')]);
  endLine(page);
  putPlaced(page, [plain(0, first), plain(column(3) + 13, organisations?.text ?? '')]);
  putPlaced(page, [plain(0, second)]);
  putPlaced(page, [plain(column(0), natural?.text ?? ''), plain(column(6), total?.text ?? '')]);
  putPlaced(page, under(0));
  putPlaced(page, [plain(column(5), kinds.at(-1)?.text ?? '')]);
  putPlaced(page, under(1));
  endLine(page);
}

function putHead4(page: Page, [top = [], middle = [], low = []]: readonly (readonly Cell[])[], grid: Grid): void {
  const column = (index: number) => grid.values[index] ?? 0;
  const [review, litigation] = top;
  const kinds = middle.filter(({ colspan }) => colspan > 1);
  const results = [...middle.filter(({ colspan }) => colspan === 1), ...low];
  const part = (from: number, to: number, line: number) =>
    results.slice(from, to).flatMap(({ text }, index) => {
      const piece = text === '总计' ? undefined : wrap(text, HEAD4_WIDTHS[from + index] ?? 2)[line];
      return piece === undefined ? [] : [plain(column(from + index), piece)];
    });
  const total = (index: number) => plain(column(index), results[index]?.text ?? '');
  putPlaced(page, [plain(0, review?.text ?? ''), plain(column(5), litigation?.text ?? '')]);
  endLine(page);
  putPlaced(page, [plain(column(5), kinds[0]?.text ?? ''), plain(column(10), kinds[1]?.text ?? '')]);
  endLine(page);
  putPlaced(page, part(0, 5, 0));
  putPlaced(page, [total(4)]);
  putPlaced(page, part(5, 15, 0));
  putPlaced(page, part(0, 5, 1));
  putPlaced(page, [total(9), total(14)]);
  putPlaced(page, part(5, 15, 1));
  endLine(page);
}

/** The heads of a table as the sample breaks them: every line of every one in a place of its own. */
export function putHead(page: Page, table: Table, grid: Grid): void {
  if (table.number === 3) putHead3(page, headRows(table), grid);
  if (table.number === 4) putHead4(page, headRows(table), grid);
}
