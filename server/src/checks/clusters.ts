import type { Candidate } from './candidates.ts';
import type { Identity } from './identities.ts';

/** Failing sums that are linked by candidates, and every smallest choice of candidates that explains each sum once. */
export interface Cluster {
  readonly sums: readonly Identity[];
  readonly covers: readonly (readonly Candidate[])[];
}

/** Takes failing sums apart into clusters; what candidates cannot explain, or in too many ways, is left. */
export function clustersOf(failing: readonly Identity[], candidates: readonly Candidate[]) {
  const clusters: Cluster[] = [];
  const left: Identity[] = [];
  for (const { sums, linking } of linked(failing, candidates)) {
    const covers = coversOf(sums, linking);
    if (covers.length > 0) clusters.push({ sums, covers });
    else for (const sum of sums) left.push(sum);
  }
  return { clusters, left };
}

interface Link {
  readonly sums: Identity[];
  readonly linking: Candidate[];
}

function linked(failing: readonly Identity[], candidates: readonly Candidate[]): Iterable<Link> {
  const links = new Map<Identity, Link>(failing.map((identity) => [identity, { sums: [identity], linking: [] }]));
  for (const candidate of candidates) {
    const [first, ...others] = new Set(candidate.sums.flatMap((sum) => links.get(sum) ?? []));
    first?.linking.push(candidate);
    for (const other of first ? others : []) {
      for (const sum of other.sums) {
        first?.sums.push(sum);
        links.set(sum, first as Link);
      }
      for (const each of other.linking) first?.linking.push(each);
    }
  }
  return new Set(links.values());
}

/** More ways than this are as good as none; so is a search that takes longer. */
export const MOST_COVERS = 24;
const MOST_STEPS = 2000;

/** Every smallest exact cover of the sums by candidates. */
function coversOf(sums: readonly Identity[], candidates: readonly Candidate[]): Candidate[][] {
  let found: Candidate[][] = [];
  let smallest = Number.POSITIVE_INFINITY;
  let steps = 0;
  const search = (left: readonly Identity[], chosen: readonly Candidate[]): void => {
    steps += 1;
    const [first] = left;
    if (!first) {
      found = chosen.length < smallest ? [[...chosen]] : [...found, [...chosen]];
      smallest = chosen.length;
      return;
    }
    if (chosen.length >= smallest || found.length > MOST_COVERS) return;
    for (const each of candidates) {
      if (steps > MOST_STEPS) return;
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
