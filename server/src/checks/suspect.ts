import { type Cell, numberIn } from '../report/report.ts';
import { demand, type Identity, includes, judge } from './identities.ts';

/** The one cell whose change to `value` makes every identity hold that can be judged. */
export interface Suspect {
  readonly cell: Cell;
  readonly value: number;
}

/**
 * Rows and columns together form a parity code: a wrong cell of table 3 breaks the sums of its row and of its column
 * by the same amount, and no other cell could. Undefined when nothing fails, when one change is not enough, or when
 * several cells would do.
 *
 * @param identities those of one component (see `components`)
 */
export function findSuspect(identities: readonly Identity[]): Suspect | undefined {
  const failing = identities.filter((identity) => judge(identity).kind === 'unequal');
  const [first] = failing;
  if (!first) return undefined;
  const candidates = [first.total, ...first.terms.flatMap((term) => term.cell ?? [])].flatMap((cell) => {
    const value = demand(first, cell);
    if (value === undefined || value < 0 || !failing.every((identity) => includes(identity, cell))) return [];
    const changed = (each: Cell) => (each === cell ? value : numberIn(each));
    const holds = identities.every((each) => !includes(each, cell) || judge(each, changed).kind !== 'unequal');
    return holds ? [{ cell, value }] : [];
  });
  return candidates.length === 1 ? candidates[0] : undefined;
}
