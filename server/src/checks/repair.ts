import { type Edit, writeValue } from '../edits/edit.ts';
import { type Cell, numberIn, type Table } from '../report/report.ts';
import { type Analysis, type Finding, isSum } from './finding.ts';
import { components, type Identity, identitiesIn, includes, outcomeOf, type Values } from './identities.ts';
import { smallestCorrections, suspectOf } from './suspect.ts';

/** One cell that gets another number. */
export interface Repair {
  readonly table: Table;
  readonly cell: Cell;
  readonly value: number;
  readonly edit: Edit;
}

/**
 * The repairs that are safe without asking: a total that is the suspect of its finding, or whose repair breaks no
 * identity that held. Goes on until nothing is left to repair, so a second run finds nothing.
 *
 * @param spared findings that the user has dismissed: what hangs together with their sums is right as it is, or unsure
 */
export function safeRepairs(analysis: Analysis, spared: readonly Finding[] = []): Repair[] {
  const changed = new Map<Cell, number>();
  const settled = new Set(spared.flatMap((finding) => (isSum(finding) ? finding.facts.identity : [])));
  for (const part of components(identitiesIn(analysis.report))) {
    if (!part.some((identity) => settled.has(identity))) while (repairSome(part, changed)) {}
  }
  return toRepairs(analysis, changed);
}

/** Mends at least one identity of a component and breaks none; false when nothing more can be mended like that. */
function repairSome(part: readonly Identity[], changed: Map<Cell, number>): boolean {
  const values: Values = (cell) => changed.get(cell) ?? numberIn(cell);
  const corrections = smallestCorrections(part, values);
  const totals = new Set(part.map((identity) => identity.total));
  const [only] = corrections;
  if (only && corrections.length === 1 && only.every(({ cell }) => totals.has(cell))) {
    for (const { cell, value } of only) changed.set(cell, value);
    return true;
  }
  // Where another cell is the suspect, making the total agree with it would hide the fault.
  const free = part.filter((identity) => (suspectOf(identity, corrections)?.cell ?? identity.total) === identity.total);
  return free.some((identity) => repairTotal(identity, part, values, changed));
}

function repairTotal(
  identity: Identity,
  part: readonly Identity[],
  values: Values,
  changed: Map<Cell, number>,
): boolean {
  const { kind, computed } = outcomeOf(identity, values);
  const { total } = identity;
  if (kind !== 'unequal' || computed === undefined || computed < 0 || total.merged) return false;
  const after: Values = (cell) => (cell === total ? computed : values(cell));
  const breaks = part.some(
    (each) =>
      includes(each, total) && outcomeOf(each, values).kind === 'equal' && outcomeOf(each, after).kind !== 'equal',
  );
  if (!breaks) changed.set(total, computed);
  return !breaks;
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
