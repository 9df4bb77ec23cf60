import { type Cell, numberIn } from '../report/report.ts';
import { type Evidence, heard, isConfirmed, NO_EVIDENCE } from './evidence.ts';
import { cellsOf, components, type Identity, includes, outcomeOf, type Values } from './identities.ts';
import { type Correction, type Suspect, smallestCorrections } from './suspect.ts';

/** Sums that fail by the same slips, and the smallest corrections of just these; none where it cannot be told. */
export interface Explanation {
  readonly failing: readonly Identity[];
  readonly corrections: readonly Correction[];
  /** The correction is the only one, two witnesses agree on it, and nothing speaks against it. */
  readonly certain: boolean;
}

/**
 * What is wrong with the sums of a report, however many cells are: nothing is worked out where all of them hold.
 *
 * A wrong cell leaves its error in every sum that it belongs to: in its row and in its column, in both columns' sums where
 * it stands in （七）总计. So the sums that fail pair up by their errors, and each pair names the cell where they meet.
 */
export function decode(
  identities: readonly Identity[],
  evidence: Evidence = NO_EVIDENCE,
  values: Values = numberIn,
): Explanation[] {
  if (!identities.some((identity) => outcomeOf(identity, values).kind === 'unequal')) return [];
  return components(identities).flatMap((part) => decodePart(part, evidence, values));
}

/** By how much a sum is off: its terms less its total; 0 where it holds, undefined where it is unknown. */
type Syndromes = ReadonlyMap<Identity, number | undefined>;

/** A cell whose change alone makes all the sums hold that it belongs to, none of which holds now. */
interface Candidate extends Suspect {
  readonly sums: readonly Identity[];
  /** Whether a sum that it belongs to is unknown, and might speak against it. */
  readonly unheard: boolean;
}

function decodePart(part: readonly Identity[], evidence: Evidence, values: Values): Explanation[] {
  const syndromes = new Map(part.map((identity) => [identity, offBy(identity, values)]));
  const failing = part.filter((identity) => syndromes.get(identity));
  if (failing.length === 0) return [];
  const all = candidatesFor(failing, part, syndromes, values);
  // A cell that prose or last year confirm is no suspect while others remain.
  const doubted = all.filter(({ cell }) => !isConfirmed(evidence, cell, values));
  const first = cover(failing, doubted);
  const second = cover(
    first.left,
    all.filter(({ sums }) => sums.every((sum) => first.left.includes(sum))),
  );
  const paired = first.clusters.map((cluster) => ({ ...cluster, sure: true }));
  const contested = second.clusters.map((cluster) => ({ ...cluster, sure: false }));
  const alone = [...paired, ...contested].map((cluster) => ({
    ...cluster,
    covers: mostAgreed(cluster.covers, evidence, values),
  }));
  const found = alone.map(({ sums, covers, sure }): Explanation => {
    const corrections = covers.map((each) => each.map(({ cell, value }) => ({ cell, value })));
    const certain =
      sure &&
      isCertain(covers, evidence, values) &&
      isApart(
        sums,
        alone.map((each) => each.sums),
        second.left,
        syndromes,
      );
    return { failing: sums, corrections, certain };
  });
  return second.left.length === 0 ? found : [...found, rest(part, second.left, found, values)];
}

function offBy(identity: Identity, values: Values): number | undefined {
  const { stated, computed } = outcomeOf(identity, values);
  return stated === undefined || computed === undefined ? undefined : computed - stated;
}

function candidatesFor(
  failing: readonly Identity[],
  part: readonly Identity[],
  syndromes: Syndromes,
  values: Values,
): Candidate[] {
  const sumsOf = new Map<Cell, Identity[]>();
  for (const identity of failing) for (const cell of cellsOf(identity)) sumsOf.set(cell, []);
  const unheard = new Set<Cell>();
  for (const identity of part) {
    const known = syndromes.get(identity) !== undefined;
    for (const cell of cellsOf(identity)) {
      if (known) sumsOf.get(cell)?.push(identity);
      else unheard.add(cell);
    }
  }
  return [...sumsOf].flatMap(([cell, sums]) => {
    const written = values(cell);
    const [first, ...others] = sums;
    if (written === undefined || cell.merged || !first) return [];
    const change = changeFor(first, cell, syndromes);
    const value = written + change;
    const agreed = change !== 0 && value >= 0 && others.every((sum) => changeFor(sum, cell, syndromes) === change);
    return agreed ? [{ cell, value, sums, unheard: unheard.has(cell) }] : [];
  });
}

/** What a cell must change by for one of its sums to hold. */
function changeFor(sum: Identity, cell: Cell, syndromes: Syndromes): number {
  const off = syndromes.get(sum) ?? 0;
  return sum.total === cell ? off : -signOf(sum, cell) * off;
}

function signOf({ form }: Identity, { row, column }: Cell): 1 | -1 {
  const index = form.along === 'row' ? column : row;
  return form.terms.find((term) => term.index === index)?.sign ?? 1;
}

/** Sums that are linked by candidates, and every smallest choice of candidates that explains each of them once. */
interface Cluster {
  readonly sums: readonly Identity[];
  readonly covers: readonly (readonly Candidate[])[];
}

/** Takes failing sums apart into clusters; what cannot be explained by candidates, or in too many ways, is left. */
function cover(failing: readonly Identity[], candidates: readonly Candidate[]) {
  const clusters: Cluster[] = [];
  const left: Identity[] = [];
  for (const sums of linked(failing, candidates)) {
    const covers = coversOf(
      sums,
      candidates.filter((each) => sums.includes(each.sums[0] as Identity)),
    );
    if (covers.length > 0) clusters.push({ sums, covers });
    else left.push(...sums);
  }
  return { clusters, left };
}

function linked(failing: readonly Identity[], candidates: readonly Candidate[]): Identity[][] {
  const groups = new Map(failing.map((identity) => [identity, [identity]]));
  for (const { sums } of candidates) {
    const [first, ...others] = new Set(sums.flatMap((sum) => (groups.has(sum) ? [groups.get(sum) as Identity[]] : [])));
    for (const other of others) {
      first?.push(...other);
      for (const each of other) groups.set(each, first as Identity[]);
    }
  }
  return [...new Set(groups.values())];
}

/** More ways than this are as good as none; so is a search that takes longer. */
const MOST_COVERS = 24;
const MOST_STEPS = 2000;

function coversOf(sums: readonly Identity[], candidates: readonly Candidate[]): Candidate[][] {
  let found: Candidate[][] = [];
  let steps = 0;
  const search = (left: readonly Identity[], chosen: readonly Candidate[]) => {
    steps += 1;
    const [first] = left;
    if (!first) {
      const smallest = found[0]?.length ?? chosen.length;
      if (chosen.length < smallest) found = [];
      if (chosen.length <= smallest) found.push([...chosen]);
      return;
    }
    if (
      steps > MOST_STEPS ||
      found.length > MOST_COVERS ||
      chosen.length >= (found[0]?.length ?? left.length + chosen.length)
    )
      return;
    for (const each of candidates) {
      if (!each.sums.includes(first) || !each.sums.every((sum) => left.includes(sum))) continue;
      search(
        left.filter((sum) => !each.sums.includes(sum)),
        [...chosen, each],
      );
    }
  };
  search(sums, []);
  return steps > MOST_STEPS || found.length > MOST_COVERS ? [] : found;
}

/** Of several ways those that the most witnesses beside the table agree with: what they say is to be explained as well. */
function mostAgreed(
  covers: readonly (readonly Candidate[])[],
  evidence: Evidence,
  values: Values,
): readonly (readonly Candidate[])[] {
  const agreed = covers.map((cover) =>
    cover.reduce((sum, { cell, value }) => sum + heard(evidence, cell, value, values).agreeing, 0),
  );
  const most = Math.max(0, ...agreed);
  return covers.filter((_, at) => agreed[at] === most);
}

/** Two witnesses agree on one cell's number, and none speaks against it. */
function isCertain(covers: readonly (readonly Candidate[])[], evidence: Evidence, values: Values): boolean {
  const [only, ...others] = covers;
  const [suspect, ...more] = only ?? [];
  if (!suspect || suspect.unheard || others.length > 0 || more.length > 0) return false;
  const { agreeing, disagreeing } = heard(evidence, suspect.cell, suspect.value, values);
  return suspect.sums.length + agreeing >= 2 && disagreeing === 0;
}

/** More sums without an explanation than this leave nothing certain. */
const MOST_LEFT = 8;

/** Two errors below this are easily equal by chance, and then look like one in a cell that is right. */
const TELLING = 10;

/** Whether the errors of a cluster could not as well come from what is left unexplained, together with other clusters. */
function isApart(
  sums: readonly Identity[],
  clusters: readonly (readonly Identity[])[],
  left: readonly Identity[],
  syndromes: Syndromes,
): boolean {
  if (left.length === 0) return true;
  const error = (of: readonly Identity[]) => Math.abs(syndromes.get(of[0] as Identity) ?? 0);
  if (left.length > MOST_LEFT || clusters.length > MOST_LEFT || error(sums) < TELLING) return false;
  let reached = new Set([error(sums)]);
  for (const other of clusters) if (other !== sums) reached = withEither(reached, error(other));
  // What is left may have either sign: a total's error counts against those of its addends.
  const sumsOfLeft = new Set<number>();
  for (const each of left) {
    for (const value of withEither(new Set([0, ...sumsOfLeft]), syndromes.get(each) ?? 0)) sumsOfLeft.add(value);
  }
  sumsOfLeft.delete(0);
  return ![...reached].some((value) => sumsOfLeft.has(value));
}

function withEither(reached: ReadonlySet<number>, error: number): Set<number> {
  return new Set([...reached].flatMap((value) => [value, value + error, value - error]));
}

/**
 * What a blank cell must hold: every sum that it belongs to is known but for it, there are two at least, and all agree, as
 * does the prose. Undefined while any sum of its table fails: then one of the addends may be the wrong one.
 */
export function certainValue(
  cell: Cell,
  identities: readonly Identity[],
  evidence: Evidence,
  values: Values,
): number | undefined {
  if (cell.reading.kind !== 'blank' || cell.merged || values(cell) !== undefined) return undefined;
  const own = identities.filter((identity) => includes(identity, cell));
  const value = own.map((identity) => identity.total === cell && outcomeOf(identity, values).computed).find(isCount);
  if (value === undefined || own.length < 2) return undefined;
  const filled: Values = (each) => (each === cell ? value : values(each));
  const agreed = own.every((identity) => outcomeOf(identity, filled).kind === 'equal');
  const fails = identities.some(
    (each) => each.table.number === cell.table && outcomeOf(each, values).kind === 'unequal',
  );
  return agreed && !fails && heard(evidence, cell, value, values).disagreeing === 0 ? value : undefined;
}

function isCount(value: number | false | undefined): value is number {
  return typeof value === 'number' && value >= 0;
}

/** What is left when the pairs are taken out: one or two cells may still explain it. */
function rest(
  part: readonly Identity[],
  left: readonly Identity[],
  found: readonly Explanation[],
  values: Values,
): Explanation {
  const changed = new Map<Cell, number>();
  for (const { corrections } of found) {
    for (const { cell, value } of corrections[0] ?? []) changed.set(cell, value);
  }
  const corrections = smallestCorrections(part, (cell) => changed.get(cell) ?? values(cell));
  return { failing: left, corrections: corrections.length > MOST_COVERS ? [] : corrections, certain: false };
}
