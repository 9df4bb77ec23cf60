/** A cell of table 3 and what it should say. */
export interface Change {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

const TOTAL = 6;

/**
 * How a cell enters the sums of table 3: the number of the sum and the sign, written down from the form and not from the
 * engine. Rows have the numbers of their sums first, then each column one for the outcomes and one for the balance.
 */
function sumsOf(row: number, column: number, rows: number): Map<number, number> {
  const outcomes = rows - 2;
  const sums = new Map([[row, column === TOTAL ? -1 : 1]]);
  if (row >= 2 && row <= outcomes) sums.set(rows + column, row === outcomes ? -1 : 1);
  if (row < 2 || row >= outcomes) sums.set(rows + TOTAL + 1 + column, row < 2 ? 1 : -1);
  return sums;
}

interface Candidate {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  readonly sums: ReadonlyMap<number, number>;
}

/** By how much the cell must change for a sum that the other cell is no part of; undefined when it is in all of them. */
function changeFor(cell: Candidate, other: Candidate, off: readonly number[]): number | undefined {
  for (const [sum, sign] of cell.sums) if (!other.sums.has(sum)) return -sign * (off[sum] ?? 0);
  return undefined;
}

/** Whether the changes make every sum hold that they touch, and all that did not hold are among these. */
function mends(changes: readonly (readonly [Candidate, number])[], off: readonly number[]): boolean {
  const left = [...off];
  for (const [{ sums }, change] of changes) {
    for (const [sum, sign] of sums) left[sum] = (left[sum] ?? 0) + sign * change;
  }
  return left.every((each) => each === 0);
}

/**
 * All corrections of table 3 that change the fewest cells, one or two, found by trying each cell and each pair of cells;
 * none when more than two are needed. Numbers are never negative.
 */
export function smallestByTrying(table3: readonly (readonly number[])[]): Change[][] {
  const rows = table3.length;
  const cells = table3.flatMap((values, row) =>
    values.map((value, column): Candidate => ({ row, column, value, sums: sumsOf(row, column, rows) })),
  );
  const off = Array.from({ length: rows + 2 * (TOTAL + 1) }, () => 0);
  for (const { sums, value } of cells) for (const [sum, sign] of sums) off[sum] = (off[sum] ?? 0) + sign * value;
  // A cell none of whose sums fails can be part of no repair: its change would have to be undone in each of them.
  const near = cells.filter(({ sums }) => [...sums.keys()].some((sum) => off[sum] !== 0));
  const changed = ({ row, column, value }: Candidate, change: number) => ({ row, column, value: value + change });
  const single = near.flatMap((cell) => {
    const failing = [...cell.sums].find(([sum]) => off[sum] !== 0) ?? [0, 1];
    const change = -failing[1] * (off[failing[0]] ?? 0);
    return cell.value + change >= 0 && mends([[cell, change]], off) ? [[changed(cell, change)]] : [];
  });
  if (single.length > 0) return single;
  return near.flatMap((one, at) =>
    near.slice(at + 1).flatMap((two) => {
      const [first, second] = [changeFor(one, two, off), changeFor(two, one, off)];
      if (!first || !second || one.value + first < 0 || two.value + second < 0) return [];
      const mended = mends(
        [
          [one, first],
          [two, second],
        ],
        off,
      );
      return mended ? [[changed(one, first), changed(two, second)]] : [];
    }),
  );
}
