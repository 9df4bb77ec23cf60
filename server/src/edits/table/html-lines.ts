import { isAcross, type WrittenRow, widthOf } from './rows.ts';

/** A table of HTML, a row on a line, in which merged cells span the rows and columns that they stand for. */
export function htmlLines(rows: readonly WrittenRow[]): string[] {
  const width = widthOf(rows);
  const squares = rows.map((row, at) => squaresOf(row, rows[at - 1], width));
  const lines = squares.map((cells, at) => {
    const shown = cells.map((cell, column) => cellAt(squares, at, column, cell));
    return `<tr>${shown.join('')}</tr>`;
  });
  return ['<table>', ...lines, '</table>'];
}

/** What a place of the grid is: a text with its width, or undefined where another cell reaches over it. */
interface Square {
  readonly text: string | undefined;
  readonly columns: number;
  /** Whether a cell from above may reach over it. */
  readonly merges: boolean;
}

function squaresOf(row: WrittenRow, above: WrittenRow | undefined, width: number): Square[] {
  const { labels, values, kind } = row;
  const cells = [...labels, ...values];
  const squares: Square[] = [];
  for (let at = 0; at < cells.length; at++) {
    const merges = kind !== 'values' || at < labels.length;
    const text = cells[at] as string;
    if (merges && text === '') squares.push({ text: undefined, columns: 1, merges });
    else {
      let end = at + 1;
      while (merges && isAcross(row, above, end)) end++;
      const columns = end === cells.length ? width - at : end - at;
      squares.push({ text, columns, merges });
      for (let covered = at + 1; covered < end; covered++) squares.push({ text: undefined, columns: 0, merges: false });
      at = end - 1;
    }
  }
  return squares;
}

function cellAt(
  squares: readonly (readonly Square[])[],
  row: number,
  column: number,
  { text, columns, merges }: Square,
): string {
  if (text === undefined) return '';
  let rows = 1;
  while (merges && reachesOver(squares[row + rows], column, columns)) rows++;
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
  return `<td${spans}>${text}</td>`;
}

function reachesOver(below: readonly Square[] | undefined, column: number, columns: number): boolean {
  const squares = below?.slice(column, column + columns) ?? [];
  return squares.length === columns && squares.every(({ text, merges }) => merges && text === undefined);
}
