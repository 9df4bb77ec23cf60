import { numberIn, type Table } from '../report/report.ts';
import { decode, type Explanation } from './corrections.ts';
import { type Evidence, NO_EVIDENCE, type StatementSource, supportFor } from './evidence.ts';
import { componentsOf, type Identity, identitiesOf, outcomeOf } from './identities.ts';
import type { TableScan } from './scan.ts';
import { likeliestFirst } from './slips.ts';
import type { EditedCell } from './stale-totals.ts';
import { type Correction, type Suspect, suspectOf } from './suspect.ts';

/** An identity that does not hold. */
export interface FailedSum {
  readonly identity: Identity;
  readonly stated: number;
  readonly computed: number;
  /** The probably wrong cell among those of this identity, when there is only one smallest correction. */
  readonly suspect: Suspect | undefined;
  /** The smallest corrections of the sums that fail by the same slips, all of those that are equally small. */
  readonly corrections: readonly Correction[];
  /** Whether the only correction is beyond doubt: see `decode`. */
  readonly certain: boolean;
  /** What beside the tables agrees with the only correction, and not with what is written. */
  readonly support: readonly StatementSource[];
  /** Whether nothing else fails in the report: then every sum holds when this is corrected. */
  readonly alone: boolean;
  /** What was just typed, when the totals have not followed it yet. */
  readonly typed: readonly EditedCell[];
}

/** Identities that fail by the same slips, and the smallest corrections that mend them; none where it cannot be told. */
export interface Fault {
  readonly failing: readonly FailedSum[];
  readonly corrections: readonly Correction[];
  readonly certain: boolean;
}

const NONE: readonly Fault[] = [];

/**
 * The faults of all tables; nothing is worked out for a report in which every identity holds.
 *
 * @param evidence what is known beside the tables of which cell is right
 */
export function faultsOf(tables: readonly TableScan[], evidence: Evidence = NO_EVIDENCE): readonly Fault[] {
  const wrong = tables.filter(({ fails }) => fails);
  if (wrong.length === 0) return NONE;
  const explained = wrong.flatMap(({ table }) => staleIn(table, evidence) ?? decode(componentsOf(table), evidence));
  return explained.map((each) => faultOf(each, explained.length === 1, evidence));
}

/** Where what was just typed explains all that fails in a table, nothing else is looked for. */
function staleIn(table: Table, { stale }: Evidence): readonly Overtaken[] | undefined {
  const found = stale.find(({ edited: [first] }) => first?.cell.table === table.number);
  if (!found) return undefined;
  const failing = identitiesOf(table).filter((identity) => outcomeOf(identity).kind === 'unequal');
  return [{ failing, corrections: [found.updates], certain: true, telling: true, alone: true, typed: found.edited }];
}

interface Overtaken extends Explanation {
  readonly typed?: readonly EditedCell[];
}

function faultOf(
  { failing, corrections: found, certain, typed = [] }: Overtaken,
  alone: boolean,
  evidence: Evidence,
): Fault {
  const [first] = failing;
  const corrections = first ? likeliestFirst(found, first.table.form) : [];
  const [only, ...others] = corrections;
  const support = only && others.length === 0 ? supportFor(evidence, only, numberIn) : [];
  return {
    corrections,
    certain,
    failing: failing.flatMap((identity) => {
      const { stated, computed } = outcomeOf(identity);
      if (stated === undefined || computed === undefined) return [];
      const suspect = suspectOf(identity, corrections);
      return { identity, stated, computed, suspect, corrections, certain, support, alone, typed };
    }),
  };
}
