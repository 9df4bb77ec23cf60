import { components, type Identity, identitiesOf, outcomeOf } from './identities.ts';
import type { TableScan } from './scan.ts';
import { likeliestFirst } from './slips.ts';
import { type Correction, type Suspect, smallestCorrections, suspectOf } from './suspect.ts';

/** An identity that does not hold. */
export interface FailedSum {
  readonly identity: Identity;
  readonly stated: number;
  readonly computed: number;
  /** The probably wrong cell among those of this identity, when there is only one smallest correction. */
  readonly suspect: Suspect | undefined;
  /** The smallest corrections of the whole table, all of those that are equally small. */
  readonly corrections: readonly Correction[];
}

/** What is wrong in identities that hang together: those that fail, and the smallest corrections that mend them all. */
export interface Fault {
  readonly failing: readonly FailedSum[];
  readonly corrections: readonly Correction[];
}

const NONE: readonly Fault[] = [];

/** The faults of all tables. Worked out once for a report, and never for one in which every identity holds. */
export function faultsOf(tables: readonly TableScan[]): readonly Fault[] {
  const wrong = tables.filter(({ fails }) => fails);
  if (wrong.length === 0) return NONE;
  return wrong.flatMap(({ table }) => components(identitiesOf(table)).flatMap((part) => faultOf(part) ?? []));
}

function faultOf(part: readonly Identity[]): Fault | undefined {
  const failing = part.filter((identity) => outcomeOf(identity).kind === 'unequal');
  const [first] = failing;
  if (!first) return undefined;
  const corrections = likeliestFirst(smallestCorrections(part), first.table.form);
  return {
    corrections,
    failing: failing.flatMap((identity) => {
      const { stated, computed } = outcomeOf(identity);
      if (stated === undefined || computed === undefined) return [];
      return { identity, stated, computed, suspect: suspectOf(identity, corrections), corrections };
    }),
  };
}
