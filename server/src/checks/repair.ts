import { writeValue } from '../edits/edit.ts';
import { type Cell, numberIn, type Table } from '../report/report.ts';
import { certainValue } from './certainty.ts';
import { decode } from './corrections.ts';
import { agreesThroughout, type Evidence } from './evidence.ts';
import { type Analysis, type Finding, isSum } from './finding.ts';
import { componentsOf, type Identity, identitiesIn, outcomeOf, type Values } from './identities.ts';
import type { Correction } from './suspect.ts';
import { type Repair, triedEach } from './trial.ts';
import { gatherEvidence } from './witnesses.ts';

/**
 * The repairs that need no asking: totals whose right number is certain, and blank totals that every sum agrees on. Goes
 * on until nothing is left to repair, so a second run finds nothing.
 *
 * @param spared findings that the user has dismissed: what hangs together with their sums is right as it is, or unsure
 */
export function safeRepairs(analysis: Analysis, spared: readonly Finding[] = []): readonly Repair[] {
  const changed = new Map<Cell, number>();
  const settled = new Set(spared.flatMap((finding) => (isSum(finding) ? finding.facts.identity : [])));
  const { tables } = analysis.report;
  const parts = tables.flatMap(componentsOf).filter((part) => !part.some((each) => settled.has(each)));
  const kept = new Set(parts.flat());
  const evidence = gatherEvidence(analysis);
  while (repairSome(parts, evidence, changed)) {}
  fillTotals(
    identitiesIn(analysis.report).filter((each) => kept.has(each)),
    evidence,
    changed,
  );
  return triedEach(analysis.report, toRepairs(analysis, changed));
}

/** Corrects the totals that are certainly wrong; false when there are none. */
function repairSome(parts: readonly (readonly Identity[])[], evidence: Evidence, changed: Map<Cell, number>): boolean {
  const values: Values = (cell) => changed.get(cell) ?? numberIn(cell);
  const totals = new Set(parts.flatMap((part) => part.map(({ total }) => total)));
  const explanations = decode(parts, evidence, values);
  // Nobody looks at what is repaired here: beside another fault, two small errors that are equal are not taken for one.
  const sure = explanations.filter(({ certain, telling, alone }) => certain && (telling || alone));
  const corrections = sure.flatMap(({ corrections: [only] }) => (only ? [only] : []));
  const repairs = corrections.filter((each) => each.every(({ cell }) => totals.has(cell) && !changed.has(cell))).flat();
  for (const { cell, value } of repairs) changed.set(cell, value);
  return repairs.length > 0;
}

/** Fills in blank totals that their row and their column agree on. */
function fillTotals(identities: readonly Identity[], evidence: Evidence, changed: Map<Cell, number>): void {
  const values: Values = (cell) => changed.get(cell) ?? numberIn(cell);
  for (const { total } of identities) {
    const value = certainValue(total, identities, evidence, values);
    if (value !== undefined) changed.set(total, value);
  }
}

/** Whether a blank total may be filled in without asking: see `certainValue`. */
export function isCertainFill(analysis: Analysis, total: Cell): boolean {
  return certainValue(total, identitiesIn(analysis.report), gatherEvidence(analysis), numberIn) !== undefined;
}

/** Whether with these cells changed all sums that are known hold, and all that prose and last year say of tables 3 and 4. */
export function settlesAll(analysis: Analysis, correction: Correction): boolean {
  const changed = new Map(correction.map(({ cell, value }) => [cell, value]));
  const values: Values = (cell) => changed.get(cell) ?? numberIn(cell);
  const sums = identitiesIn(analysis.report).every((identity) => outcomeOf(identity, values).kind !== 'unequal');
  return sums && agreesThroughout(gatherEvidence(analysis), values);
}

/**
 * Recomputes 总计 cells from the cells that they add up: the totals of rows, then of columns, then once more of rows
 * for the row of the columns' totals. 结转下年度 is no 总计 and stays.
 *
 * @param wanted which totals to recompute, e.g. those of one row
 */
export function recompute(analysis: Analysis, wanted: (total: Cell) => boolean): Repair[] {
  const changed = new Map<Cell, number>();
  const values: Values = (cell) => changed.get(cell) ?? numberIn(cell);
  const totals = identitiesIn(analysis.report).filter(
    ({ form, total }) => form.rule !== 'carry-balance' && wanted(total),
  );
  const rows = totals.filter(({ form }) => form.along === 'row');
  const columns = totals.filter(({ form }) => form.along === 'column');
  for (const { total, ...identity } of [...rows, ...columns, ...rows]) {
    const { computed } = outcomeOf({ ...identity, total }, values);
    if (computed !== undefined && !total.merged) changed.set(total, computed);
  }
  return toRepairs(analysis, changed);
}

/** Makes an identity's own total, wrong or blank, agree with its terms; undefined when these do not say what it is. */
export function recomputeOne(analysis: Analysis, identity: Identity): Repair | undefined {
  const { computed } = outcomeOf(identity);
  if (computed === undefined || computed < 0 || identity.total.merged) return undefined;
  return repairCell(analysis, identity.table, identity.total, computed);
}

export function repairCell({ report }: Analysis, table: Table, cell: Cell, value: number): Repair {
  return { table, cell, value, edit: writeValue(report, cell, value) };
}

function toRepairs(analysis: Analysis, changed: ReadonlyMap<Cell, number>): Repair[] {
  const tables = new Map(analysis.report.tables.map((table) => [table.number, table]));
  return [...changed]
    .filter(([cell, value]) => numberIn(cell) !== value)
    .map(([cell, value]) => repairCell(analysis, tables.get(cell.table) as Table, cell, value))
    .sort((a, b) => a.cell.span.start - b.cell.span.start);
}
