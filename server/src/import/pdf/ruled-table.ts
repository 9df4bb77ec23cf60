import type { Cell, Paragraph, Row } from '../blocks.ts';
import { linesOf, lineText } from './lines.ts';
import { centreOf, type Piece } from './page.ts';
import { type Frame, isRuled } from './rules.ts';

/** Makes a paragraph of the page that is being read. */
export type WriteParagraph = (text: string) => Paragraph;

/** A table that lines are drawn around, on one page. */
export interface RuledTable {
  readonly top: number;
  readonly bottom: number;
  /** The edges of its columns, in points. */
  readonly xs: readonly number[];
  readonly rows: readonly Row[];
}

/** Squares that no line parts are one cell. */
class Squares {
  private readonly parent: number[];

  constructor(count: number) {
    this.parent = Array.from({ length: count }, (_, at) => at);
  }

  root(at: number): number {
    let top = at;
    while (this.parent[top] !== top) top = this.parent[top] as number;
    this.parent[at] = top;
    return top;
  }

  /** The square further up and further left stands for both. */
  join(a: number, b: number): void {
    const [one, other] = [this.root(a), this.root(b)];
    this.parent[Math.max(one, other)] = Math.min(one, other);
  }
}

/** A page of a report has no more squares than this. */
const MOST_SQUARES = 20_000;

/**
 * The cells of a frame with the pieces that stand in them.
 *
 * @param write makes the paragraph of a cell
 * @returns undefined for a frame around a page or a picture, which is no table
 */
export function readRuledTable(frame: Frame, pieces: readonly Piece[], write: WriteParagraph): RuledTable | undefined {
  const { xs, ys } = frame;
  const width = xs.length - 1;
  const height = ys.length - 1;
  if (width * height < 2 || width * height > MOST_SQUARES) return undefined;
  const squares = joinSquares(frame, width, height);
  const texts = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const { x, y } = centreOf(piece);
    const column = xs.findLastIndex((edge) => edge <= x);
    const row = ys.findLastIndex((edge) => edge <= y);
    if (column < 0 || row < 0 || column >= width || row >= height) continue;
    const root = squares.root(row * width + column);
    const text = texts.get(root);
    if (text) text.push(piece);
    else texts.set(root, [piece]);
  }
  const rows = Array.from({ length: height }, (_, row) => readRow(squares, texts, row, width, write));
  return { top: ys[0] as number, bottom: ys[height] as number, xs, rows };
}

function joinSquares({ xs, ys, rules }: Frame, width: number, height: number): Squares {
  const squares = new Squares(width * height);
  const middle = (edges: readonly number[], at: number) => ((edges[at] as number) + (edges[at + 1] as number)) / 2;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      if (column + 1 < width && !isRuled(rules, 'y', xs[column + 1] as number, middle(ys, row)))
        squares.join(at, at + 1);
      if (row + 1 < height && !isRuled(rules, 'x', ys[row + 1] as number, middle(xs, column)))
        squares.join(at, at + width);
    }
  }
  return squares;
}

function readRow(
  squares: Squares,
  texts: ReadonlyMap<number, readonly Piece[]>,
  row: number,
  width: number,
  write: WriteParagraph,
): Row {
  const cells: Cell[] = [];
  for (let column = 0; column < width; ) {
    const root = squares.root(row * width + column);
    let columns = 1;
    while (column + columns < width && squares.root(row * width + column + columns) === root) columns++;
    const merged = Math.floor(root / width) < row;
    const text = merged ? '' : cellText(texts.get(root) ?? []);
    const blocks = text === '' ? [] : [write(text)];
    cells.push({ columns, merged, blocks });
    column += columns;
  }
  return { before: 0, cells };
}

/** The lines of a cell: a label that was wrapped goes on, two numbers stay two. */
function cellText(pieces: readonly Piece[]): string {
  return linesOf(pieces)
    .map(lineText)
    .reduce((above, line) => above + (/[0-9A-Za-z]$/.test(above) && /^[0-9A-Za-z]/.test(line) ? ' ' : '') + line, '');
}
