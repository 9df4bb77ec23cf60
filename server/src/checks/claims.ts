import { type Addend, bindSum } from '../prose/binding.ts';
import { type Claim, type Reading, readProse } from '../prose/index.ts';
import type { KnownProse } from '../prose/silent.ts';
import { type Cell, numberIn, type Report } from '../report/report.ts';
import { sumOfAddends } from './evidence.ts';
import type { Fault } from './faults.ts';
import type { Values } from './identities.ts';
import type { Correction } from './suspect.ts';

/** What a claim may mean: its cells, and what they add up to; undefined when one of them is blank or unreadable. */
export interface Candidate {
  readonly addends: readonly Addend[];
  readonly value: number | undefined;
}

/** Why a claim that differs is not held against the table. */
export type UnknownReason = 'doubt' | 'unread' | 'table-fault';

/** A claim beside the cells that it was compared with. */
export interface Comparison {
  readonly claim: Claim;
  /** One for each thing that the wording may mean; none when the report lacks the cells. */
  readonly candidates: readonly Candidate[];
  readonly outcome: 'equal' | 'unequal' | 'unknown';
  /** With an outcome `unknown`: the claim is doubtful, a cell is unreadable, or the table itself is wrong there. */
  readonly unknownReason?: UnknownReason;
}

/** All that the prose says, compared with the tables. */
export interface Prose extends Omit<Reading, 'claims'> {
  readonly comparisons: readonly Comparison[];
}

/**
 * Reads the prose of a report and compares its claims with the cells that they speak of.
 *
 * @param faults gives what is wrong with the sums of the tables; asked for only when a claim differs
 */
export function compareProse(report: Report, faults: () => readonly Fault[], known?: KnownProse): Prose {
  const { claims, parts, ratios, settled, years, fees, silent } = readProse(report, known);
  let repairs: readonly Values[] | undefined;
  const repaired = () => {
    repairs ??= repairedValues(faults());
    return repairs;
  };
  const comparisons = withoutShares(claims.map((claim) => compare(report, claim, repaired)));
  return { comparisons, parts, ratios, settled, years, fees, silent };
}

/**
 * In the report of a government the table may count all offices of its area; when the number of the area agrees, the
 * government’s own is a share of it: 全县收到140件，其中县政府17件.
 */
function withoutShares(comparisons: readonly Comparison[]): readonly Comparison[] {
  const whole = comparisons.filter(({ claim, outcome }) => outcome === 'equal' && claim.doubts.includes('area'));
  if (whole.length === 0) return comparisons;
  const names = new Set(whole.map(({ claim }) => JSON.stringify(claim.quantity)));
  return comparisons.map((each) => {
    if (each.outcome !== 'unequal' || !names.has(JSON.stringify(each.claim.quantity))) return each;
    return { ...each, outcome: 'unknown', unknownReason: 'doubt', claim: { ...each.claim, doubts: ['office'] } };
  });
}

function compare(report: Report, claim: Claim, repaired: () => readonly Values[]): Comparison {
  const bound = claim.quantity.map((sum) => bindSum(report, sum));
  const candidates = bound.flatMap((addends) => (addends ? [{ addends, value: sumOfAddends(addends, numberIn) }] : []));
  if (candidates.some(({ value }) => value !== undefined && agrees(claim, value)))
    return { claim, candidates, outcome: 'equal' };
  const unknown = (unknownReason: UnknownReason): Comparison => ({
    claim,
    candidates,
    outcome: 'unknown',
    unknownReason,
  });
  if (claim.doubts.length > 0) return unknown('doubt');
  if (bound.some((addends) => !addends) || candidates.some(({ value }) => value === undefined))
    return unknown('unread');
  // Where the sums of the table fail, the prose may hold the number that is right.
  const right = candidates.some(({ addends }) =>
    repaired().some((values) => agrees(claim, sumOfAddends(addends, values) ?? Number.NaN)),
  );
  return right ? unknown('table-fault') : { claim, candidates, outcome: 'unequal' };
}

/** Counts must be equal; money may be rounded, or cut off, to the decimals that the prose gives. */
function agrees({ value, unit, decimals }: Claim, stated: number): boolean {
  if (value === stated) return true;
  if (unit !== '万元' && unit !== '元') return false;
  const step = 10 ** -decimals;
  const tolerance = 1e-9;
  return value > stated - step - tolerance && value < stated + step / 2 + tolerance;
}

/** The tables with each of the smallest corrections made, with each failing total computed anew, and with all made that are the only ones. */
function repairedValues(faults: readonly Fault[]): Values[] {
  const only = faults.flatMap(({ corrections: [first, ...others] }) => (others.length === 0 ? (first ?? []) : []));
  const corrections = [
    only,
    ...faults.flatMap((fault): Correction[] => [
      ...fault.corrections,
      ...fault.failing.map(({ identity, computed }) => [{ cell: identity.total, value: computed }]),
    ]),
  ];
  return corrections.map((correction) => {
    const changed = new Map<Cell, number>(correction.map(({ cell, value }) => [cell, value]));
    return (cell) => changed.get(cell) ?? numberIn(cell);
  });
}
