import type { Cell } from '../report/report.ts';
import { cellsOf, type Identity, outcomeOf, type Values } from './identities.ts';
import type { Suspect } from './suspect.ts';

/** By how much each sum is off: its terms less its total; 0 where it holds, undefined where it is unknown. */
export type Syndromes = ReadonlyMap<Identity, number | undefined>;

export function syndromesOf(part: readonly Identity[], values: Values): Syndromes {
  return new Map(
    part.map((identity) => {
      const { stated, computed } = outcomeOf(identity, values);
      return [identity, stated === undefined || computed === undefined ? undefined : computed - stated];
    }),
  );
}

/** A cell whose change alone makes all the sums hold that it belongs to, none of which holds now. */
export interface Candidate extends Suspect {
  /** Those of its sums that are known. */
  readonly sums: readonly Identity[];
  /** Whether another is unknown, and might speak against it. */
  readonly unheard: boolean;
}

/** All candidates of identities that hang together; each cell is looked at once for each of its sums. */
export function candidatesIn(part: readonly Identity[], syndromes: Syndromes, values: Values): Candidate[] {
  const sumsOf = new Map<Cell, Identity[]>();
  for (const identity of part) {
    if (!syndromes.get(identity)) continue;
    for (const cell of cellsOf(identity)) if (!sumsOf.has(cell)) sumsOf.set(cell, []);
  }
  const unheard = new Set<Cell>();
  for (const identity of part) {
    const known = syndromes.get(identity) !== undefined;
    for (const cell of cellsOf(identity)) {
      if (known) sumsOf.get(cell)?.push(identity);
      else unheard.add(cell);
    }
  }
  return [...sumsOf].flatMap(([cell, sums]) => {
    const value = agreedValue(cell, sums, syndromes, values);
    return value === undefined ? [] : { cell, value, sums, unheard: unheard.has(cell) };
  });
}

/** The number with which all of a cell's sums hold; counts are never negative. */
function agreedValue(cell: Cell, sums: readonly Identity[], syndromes: Syndromes, values: Values): number | undefined {
  const written = values(cell);
  const [first, ...others] = sums;
  if (written === undefined || cell.merged || !first) return undefined;
  const change = changeFor(first, cell, syndromes);
  const agreed = others.every((sum) => changeFor(sum, cell, syndromes) === change);
  return agreed && change !== 0 && written + change >= 0 ? written + change : undefined;
}

/** What a cell must change by for one of its sums to hold. */
export function changeFor(sum: Identity, cell: Cell, syndromes: Syndromes): number {
  const off = syndromes.get(sum) ?? 0;
  return sum.total === cell ? off : -signOf(sum, cell) * off;
}

function signOf({ form }: Identity, { row, column }: Cell): 1 | -1 {
  const index = form.along === 'row' ? column : row;
  return form.terms.find((term) => term.index === index)?.sign ?? 1;
}
