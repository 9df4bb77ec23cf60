import type { Cell, Table } from '../report/report.ts';
import { changeFor, type Syndromes } from './candidates.ts';
import { cellsOf, type Identity, type Values } from './identities.ts';
import type { Suspect } from './suspect.ts';

/** Several wrong cells of one sum, each of which another failing sum tells by itself: three stale totals in 总计, say. */
export interface WrongTogether {
  readonly cells: readonly Suspect[];
  readonly shared: Identity;
  /** The sum that they share, and those that tell each of them. */
  readonly sums: readonly Identity[];
  /** Whether one of the cells stands in a sum that is unknown, and might speak against it. */
  readonly unheard: boolean;
}

/** A cell of a sum, by how much its other sums would have it changed, and what that adds to the sum. */
interface Part extends Suspect {
  readonly sums: readonly Identity[];
  readonly adds: number;
  readonly unheard: boolean;
}

/** Of more cells than this some add up by chance to whatever is wanted. */
const MOST_PARTS = 10;

/**
 * The cells of one sum whose own errors add up to that of the sum, when there is one such set only in all the sums that
 * fail. A group of sums with one column has a single way to be mended by the fewest cells: one in each of its rows, all in
 * that column (see `decode`); with two such sets, or with cells of a row and of a column, it could not be told.
 */
export function onlyWrongTogether(
  part: readonly Identity[],
  syndromes: Syndromes,
  isSuspect: (cell: Cell) => boolean,
  values: Values,
): WrongTogether | undefined {
  const sumsOf = new Map<Cell, Identity[]>();
  for (const sum of part) for (const cell of cellsOf(sum)) sumsOf.set(cell, [...(sumsOf.get(cell) ?? []), sum]);
  let only: WrongTogether | undefined;
  for (const shared of part) {
    if (!syndromes.get(shared)) continue;
    const parts = cellsOf(shared).flatMap((cell) =>
      isSuspect(cell) ? (partOf(cell, shared, sumsOf.get(cell) ?? [], syndromes, values) ?? []) : [],
    );
    const sets = parts.length > MOST_PARTS ? undefined : setsThatAdd(parts, syndromes.get(shared) ?? 0);
    if (!sets) return undefined;
    for (const set of sets) {
      if (only) return undefined;
      only = {
        cells: set.map(({ cell, value }) => ({ cell, value })),
        shared,
        sums: [shared, ...set.flatMap(({ sums }) => sums)],
        unheard: set.some(({ unheard }) => unheard),
      };
    }
  }
  return only;
}

function partOf(
  cell: Cell,
  shared: Identity,
  sums: readonly Identity[],
  syndromes: Syndromes,
  values: Values,
): Part | undefined {
  const written = values(cell);
  const others = sums.filter((sum) => sum !== shared && syndromes.get(sum) !== undefined);
  const [first, ...more] = others;
  if (written === undefined || cell.merged || !first) return undefined;
  const change = changeFor(first, cell, syndromes);
  if (change === 0 || written + change < 0) return undefined;
  if (!more.every((sum) => changeFor(sum, cell, syndromes) === change)) return undefined;
  const off = syndromes.get(shared) ?? 0;
  const adds = changeFor(shared, cell, syndromes) === off ? change : -change;
  return { cell, value: written + change, sums: others, adds, unheard: others.length + 1 < sums.length };
}

/** All sets of two parts and more that add up to an error, each sum once; undefined when there are many. */
function setsThatAdd(parts: readonly Part[], error: number): (readonly Part[])[] | undefined {
  const found: (readonly Part[])[] = [];
  const search = (from: number, chosen: readonly Part[], added: number): void => {
    if (found.length > 1) return;
    if (chosen.length > 1 && added === error) found.push(chosen);
    for (let at = from; at < parts.length; at++) {
      const part = parts[at] as Part;
      search(at + 1, [...chosen, part], added + part.adds);
    }
  };
  search(0, [], 0);
  return found.length > 1 ? undefined : found;
}

/**
 * Whether elsewhere two numbers stand in the rows, or columns, of two of the cells that would leave the same errors if they
 * had been exchanged. Then one wrong cell beside them looks like these two.
 */
export function looksExchanged(cells: readonly Suspect[], { form, table }: Identity, values: Values): boolean {
  const errors = cells.map(({ cell, value }) => ({ cell, error: (values(cell) ?? value) - value }));
  return errors.some((one, at) =>
    errors.slice(at + 1).some((other) =>
      pairsBeside(one.cell, other.cell, form.along, table).some(([first, second]) => {
        const [a, b] = [values(first), values(second)];
        const apart = a === undefined || b === undefined ? 0 : Math.abs(a - b);
        return apart === Math.abs(one.error) || apart === Math.abs(other.error);
      }),
    ),
  );
}

/** The cells of each other row that stand in the columns of two cells of a row; of cells of a column the other way round. */
function pairsBeside(one: Cell, other: Cell, along: 'row' | 'column', table: Table): (readonly [Cell, Cell])[] {
  if (along === 'row')
    return table.rows.flatMap((row, at) => {
      const [first, second] = [row?.cells[one.column], row?.cells[other.column]];
      return at !== one.row && first && second ? [[first, second] as const] : [];
    });
  const [above, below] = [table.rows[one.row]?.cells ?? [], table.rows[other.row]?.cells ?? []];
  return above.flatMap((first, column) => {
    const second = below[column];
    return column !== one.column && second ? [[first, second] as const] : [];
  });
}
