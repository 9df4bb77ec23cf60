import { type Cell, numberIn } from '../report/report.ts';
import { pushTo } from '../text/push-to.ts';
import { cellsOf, type Identity, includes, outcomeOf, termsOf, type Values } from './identities.ts';

/** A cell that is probably wrong, and what it should say. */
export interface Suspect {
  readonly cell: Cell;
  readonly value: number;
}

/** Cells that, changed together, make every identity hold that can be outcomeOfd. */
export type Correction = readonly Suspect[];

/** A cell stands in a row's sum and in at most two of its column's. */
const MOST_BROKEN_BY_ONE = 3;

/**
 * The smallest corrections of one or two cells, all of those that are equally small; none when nothing fails or more
 * cells must be wrong. Rows and columns together form a parity code: a wrong cell of table 3 breaks the sums of its
 * row and of its column by the same amount, and no other cell could.
 *
 * @param identities those of one component (see `components`)
 */
export function smallestCorrections(identities: readonly Identity[], values: Values = numberIn): Correction[] {
  const failing = identities.filter((identity) => fails(identity, values));
  if (failing.length === 0) return [];
  const around = identitiesByCell(identities);
  const single = singleChanges(around, failing, values).map((suspect) => [suspect]);
  if (single.length > 0 || failing.length > 2 * MOST_BROKEN_BY_ONE) return single;
  const pairs = new Map<string, Correction>();
  // Of two wrong cells, each breaks an identity that the other is no part of: that one alone says how far it is off.
  for (const first of failing.flatMap((identity) => changesFor(identity, values))) {
    const changed: Values = (cell) => (cell === first.cell ? first.value : values(cell));
    const touched = around.get(first.cell) ?? [];
    const left = failing.filter((each) => !touched.includes(each));
    left.push(...touched.filter((each) => fails(each, changed)));
    if (left.length > MOST_BROKEN_BY_ONE) continue;
    for (const second of singleChanges(around, left, changed)) {
      const pair = [first, second].sort((a, b) => a.cell.span.start - b.cell.span.start);
      const key = pair.map(({ cell, value }) => `${cell.row}.${cell.column}=${value}`).join();
      if (second.cell !== first.cell) pairs.set(key, pair);
    }
  }
  return [...pairs.values()];
}

function fails(identity: Identity, values: Values): boolean {
  return outcomeOf(identity, values).kind === 'unequal';
}

function identitiesByCell(identities: readonly Identity[]): Map<Cell, Identity[]> {
  const around = new Map<Cell, Identity[]>();
  for (const identity of identities) {
    for (const cell of cellsOf(identity)) {
      pushTo(around, cell, identity);
    }
  }
  return around;
}

/** Every single cell whose change makes all of `failing` hold and breaks nothing. */
function singleChanges(
  around: ReadonlyMap<Cell, readonly Identity[]>,
  failing: readonly Identity[],
  values: Values,
): Suspect[] {
  const [first] = failing;
  if (!first) return [];
  return changesFor(first, values).filter(({ cell, value }) => {
    const touched = around.get(cell) ?? [];
    if (!failing.every((identity) => touched.includes(identity))) return false;
    const changed: Values = (each) => (each === cell ? value : values(each));
    return !touched.some((each) => fails(each, changed));
  });
}

/** For each cell of a failing identity, the value that would make this one hold; counts are never negative. */
function changesFor(identity: Identity, values: Values): Suspect[] {
  const { stated, computed } = outcomeOf(identity, values);
  if (stated === undefined || computed === undefined) return [];
  const terms = termsOf(identity).flatMap(({ cell, sign }) => {
    const value = cell && values(cell);
    return cell && value !== undefined ? [{ cell, value: value + sign * (stated - computed) }] : [];
  });
  const changes = [{ cell: identity.total, value: computed }, ...terms];
  return changes.filter(({ cell, value }) => value >= 0 && !cell.merged);
}

/** The cell of the only smallest correction that stands in this identity; undefined when there are several, or none. */
export function suspectOf(identity: Identity, corrections: readonly Correction[]): Suspect | undefined {
  return corrections.length === 1 ? corrections[0]?.find(({ cell }) => includes(identity, cell)) : undefined;
}
