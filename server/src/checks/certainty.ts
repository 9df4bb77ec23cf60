import type { Cell } from '../report/report.ts';
import type { Candidate, Syndromes } from './candidates.ts';
import type { Cluster } from './clusters.ts';
import { type Evidence, hear, sumOfAddends } from './evidence.ts';
import { type Identity, identitiesOf, includes, outcomeOf, type Values } from './identities.ts';

/** The only cell that a cluster would have changed, when two witnesses agree on its number and none speaks against it. */
export function confirmedCell({ covers }: Cluster, evidence: Evidence, values: Values): Candidate | undefined {
  const [cover, ...others] = covers;
  const [candidate, ...more] = cover ?? [];
  if (!candidate || candidate.unheard || others.length > 0 || more.length > 0) return undefined;
  const { disagreeing } = hear(evidence, [candidate], values);
  const agreeing = witnessesFor(candidate, evidence, values);
  return candidate.sums.length + agreeing >= 2 && disagreeing === 0 ? candidate : undefined;
}

/**
 * How many statements agree with a candidate alone. One on several cells (诉讼 3 件: two totals) is no witness to one of them
 * while another stands in a sum that fails as well: either may be the wrong one.
 */
function witnessesFor({ cell, value, sums }: Candidate, evidence: Evidence, values: Values): number {
  const filled: Values = (each) => (each === cell ? value : values(each));
  const agreeing = (evidence.statements.get(cell) ?? []).filter(
    (each) => sumOfAddends(each.addends, filled) === each.value,
  );
  const table = sums[0]?.table;
  const fails = (other: Cell) =>
    table !== undefined &&
    identitiesOf(table).some((each) => includes(each, other) && outcomeOf(each, values).kind === 'unequal');
  return agreeing.filter(({ addends }) => addends.every(({ cell: other }) => other === cell || !fails(other))).length;
}

/** More sums without an explanation than this leave nothing certain. */
const MOST_LEFT = 8;

/** Two errors below this are easily equal by chance, and then look like one in a cell that is right. */
const TELLING = 10;
/** So many sums do not fail alike by chance. */
const TELLING_SUMS = 3;

export function isLarge(error: number): boolean {
  return Math.abs(error) >= TELLING;
}

function errorOf({ sums }: Cluster, syndromes: Syndromes): number {
  return Math.abs(syndromes.get(sums[0] as Identity) ?? 0);
}

/** Whether the errors of its sums are hardly equal by chance. */
export function isTelling(cluster: Cluster, syndromes: Syndromes): boolean {
  return isLarge(errorOf(cluster, syndromes)) || cluster.sums.length >= TELLING_SUMS;
}

/**
 * Whether the error of a cluster could not as well come from the sums that nothing explains for sure, alone or together
 * with other clusters: then it is part of every smallest correction (see `decode`).
 */
export function isApart(
  cluster: Cluster,
  clusters: readonly Cluster[],
  left: readonly Identity[],
  syndromes: Syndromes,
): boolean {
  if (left.length === 0) return true;
  const error = errorOf(cluster, syndromes);
  if (left.length > MOST_LEFT || clusters.length > MOST_LEFT || !isLarge(error)) return false;
  let reached = new Set([error]);
  for (const other of clusters) if (other !== cluster) reached = withEither(reached, errorOf(other, syndromes));
  // What is left may have either sign: a total's error counts against those of its addends.
  let leftover = new Set([0]);
  for (const each of left) leftover = withEither(leftover, syndromes.get(each) ?? 0);
  leftover.delete(0);
  return ![...reached].some((value) => leftover.has(value));
}

function withEither(reached: ReadonlySet<number>, error: number): Set<number> {
  return new Set([...reached].flatMap((value) => [value, value + error, value - error]));
}

/**
 * What a blank total must hold: every sum that it belongs to is known but for it, there are two at least, and all agree, as
 * does the prose. Undefined while any sum of its table fails: then one of the addends may be the wrong one.
 */
export function certainValue(
  total: Cell,
  identities: readonly Identity[],
  evidence: Evidence,
  values: Values,
): number | undefined {
  if (total.reading.kind !== 'blank' || total.merged || values(total) !== undefined) return undefined;
  const own = identities.filter((identity) => includes(identity, total));
  const sum = own.find((identity) => identity.total === total && outcomeOf(identity, values).computed !== undefined);
  const value = sum && outcomeOf(sum, values).computed;
  if (value === undefined || value < 0 || own.length < 2) return undefined;
  const filled: Values = (each) => (each === total ? value : values(each));
  const agreed = own.every((identity) => outcomeOf(identity, filled).kind === 'equal');
  const fails = identities.some(
    (each) => each.table.number === total.table && outcomeOf(each, values).kind === 'unequal',
  );
  return agreed && !fails && hear(evidence, [{ cell: total, value }], values).disagreeing === 0 ? value : undefined;
}
