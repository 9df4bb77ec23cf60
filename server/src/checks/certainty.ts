import type { Cell } from '../report/report.ts';
import type { Candidate, Syndromes } from './candidates.ts';
import type { Cluster } from './clusters.ts';
import { type Evidence, hear } from './evidence.ts';
import { type Identity, includes, outcomeOf, type Values } from './identities.ts';

/** The only cell that a cluster would have changed, when two witnesses agree on its number and none speaks against it. */
export function confirmedCell({ covers }: Cluster, evidence: Evidence, values: Values): Candidate | undefined {
  const [cover, ...others] = covers;
  const [candidate, ...more] = cover ?? [];
  if (!candidate || candidate.unheard || others.length > 0 || more.length > 0) return undefined;
  const { agreeing, disagreeing } = hear(evidence, [candidate], values);
  return candidate.sums.length + agreeing >= 2 && disagreeing === 0 ? candidate : undefined;
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
