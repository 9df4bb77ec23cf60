import { printable } from '../../text/foreign.ts';
import { displayWidth } from '../display-width.ts';

const GAP = '  ';

/**
 * The rows of a table as lines for a fixed grid, in which a Chinese character takes two columns.
 *
 * @param texts how many columns from the left are words; the others are numbers and stand to the right
 */
export function align(rows: readonly (readonly string[])[], texts: number): string[] {
  const shown = rows.map((row) => row.map(printable));
  const widths: number[] = [];
  for (const row of shown) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, displayWidth(cell));
  }
  return shown.map((row) =>
    row
      .map((cell, at) => {
        const blanks = ' '.repeat((widths[at] ?? 0) - displayWidth(cell));
        return at < texts ? cell + blanks : blanks + cell;
      })
      .join(GAP)
      .trimEnd(),
  );
}
