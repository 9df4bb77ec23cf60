import type { Table } from './blocks.ts';

/** Edges of cells closer than this were meant to be one, in twentieths of a point (0.3 cm). */
const SLIVER = 170;

/** The columns of a table as a reader sees them, by those of its grid. */
export interface GridColumns {
  readonly count: number;
  /** The column that begins where this column of the grid begins. */
  readonly at: (grid: number) => number;
}

/**
 * A grid has an edge wherever any cell of the table ends, so that a table drawn by hand has slivers between its columns.
 * Edges that no cell uses, and those too close to the one before, make no column.
 */
export function columnsOf({ rows, widths }: Table): GridColumns {
  const used = new Set<number>();
  let last = 0;
  for (const { before, cells } of rows) {
    let edge = before;
    for (const { columns } of cells) {
      used.add(edge);
      edge += columns;
    }
    last = Math.max(last, edge);
  }
  const columns: number[] = [];
  let count = 0;
  let place = 0;
  let begun = Number.NEGATIVE_INFINITY;
  for (let edge = 0; edge < last; edge++) {
    if (used.has(edge) && place - begun > SLIVER) {
      count++;
      begun = place;
    }
    columns.push(Math.max(0, count - 1));
    // A grid without widths keeps all its edges.
    place += widths[edge] || SLIVER * 2;
  }
  return { count, at: (grid) => columns[grid] ?? Math.max(0, count - 1) };
}
