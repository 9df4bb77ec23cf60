/**
 * What is printed on a page, without anything of the library that read it. Lengths are points; `x` grows to the right and
 * `y` downwards from the upper left corner of the page as it is shown.
 */
export interface PageContent {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  /** Horizontal and vertical lines, drawn or filled. */
  readonly rules: readonly Rule[];
  readonly pictures: number;
}

/** A piece of text on one line; `y` is its baseline. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The size of its font. */
  readonly size: number;
}

/** A straight line along one axis: at `at` on the other axis, from `from` to `to`. */
export interface Rule {
  readonly along: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The middle of a piece, which tells the cell that it stands in. */
export function centreOf({ x, y, width, size }: Piece): { readonly x: number; readonly y: number } {
  return { x: x + width / 2, y: y - size * 0.35 };
}
