import { type Cell, numberIn, type Report, type Table } from '../report/report.ts';
import { type Identity, identitiesOf, outcomeOf, termsOf, type Values } from './identities.ts';
import { scanTable, type TableScan } from './scan.ts';
import type { Correction, Suspect } from './suspect.ts';

/** A cell that was given another number since the sums of its table last agreed. */
export interface EditedCell {
  readonly cell: Cell;
  readonly before: number;
}

/** The totals of a table that do not know yet of what was typed. */
export interface StaleTotals {
  readonly edited: readonly EditedCell[];
  /** What each total must say, that of the row and the column, the grand total and the balance: made in one step. */
  readonly updates: Correction;
}

/**
 * What was just typed is a witness: where every sum of a table held before some cells were changed on purpose, these are
 * right and the totals above them are stale. Nothing is told of a table in which a sum failed before, or whose sums a
 * change of totals alone does not mend (a balance would be negative, or the total itself was typed).
 *
 * @param agreed the report when its sums last held
 * @param tables of the report as it stands
 */
export function staleTotals(agreed: Report, tables: readonly TableScan[]): StaleTotals[] {
  return tables.flatMap(({ table, fails }) => {
    const old = fails ? agreed.tables.find(({ number }) => number === table.number) : undefined;
    return (old && staleIn(old, table)) ?? [];
  });
}

/** What tells whether the sums of a report hold, and how much of it is read. */
interface Version {
  readonly faults: readonly unknown[];
  readonly tables: readonly { readonly table: Table; readonly unclear: readonly unknown[] }[];
}

/**
 * Whether a version is the last one whose sums held. One in which a number is being typed anew, so that a cell is blank or a
 * row is not read, only hides a sum: what held before it still counts.
 */
export function takesOver(version: Version, last: Version | undefined): boolean {
  return version.faults.length === 0 && (!last || numbersIn(version) >= numbersIn(last));
}

function numbersIn({ tables }: Version): number {
  let count = 0;
  for (const { table, unclear } of tables) {
    for (const row of table.rows) count += row?.cells.length ?? 0;
    count -= unclear.length;
  }
  return count;
}

function staleIn(old: Table, table: Table): StaleTotals | undefined {
  if (scanTable(old).fails) return undefined;
  const edited = editedCells(old, table);
  const updates = updatesFor(identitiesOf(table), new Set(edited.map(({ cell }) => cell)));
  return edited.length > 0 && updates ? { edited, updates } : undefined;
}

function editedCells(old: Table, table: Table): EditedCell[] {
  return table.rows.flatMap((row, index) =>
    (row?.cells ?? []).flatMap((cell, column) => {
      const [before, value] = [numberIn(old.rows[index]?.cells[column]), numberIn(cell)];
      return before !== undefined && value !== undefined && before !== value ? { cell, before } : [];
    }),
  );
}

/** The totals in the order in which one follows from the other; undefined when some sum does not hold with them. */
function updatesFor(identities: readonly Identity[], typed: ReadonlySet<Cell>): Suspect[] | undefined {
  const updated = new Map<Cell, number>();
  const values: Values = (cell) => updated.get(cell) ?? numberIn(cell);
  for (const identity of inOrder(identities)) {
    const { kind, computed } = outcomeOf(identity, values);
    if (kind !== 'unequal' || typed.has(identity.total) || identity.total.merged) continue;
    const changed = termsOf(identity).some(({ cell }) => cell && (typed.has(cell) || updated.has(cell)));
    if (changed && computed !== undefined && computed >= 0) updated.set(identity.total, computed);
  }
  const holds = identities.every((identity) => outcomeOf(identity, values).kind !== 'unequal');
  return holds ? [...updated].map(([cell, value]) => ({ cell, value })) : undefined;
}

/** Rows, then columns of outcomes, then the balance; rows again for those of the totals themselves. */
function inOrder(identities: readonly Identity[]): Identity[] {
  const rows = identities.filter(({ form }) => form.along === 'row');
  const [outcomes, balances] = ['outcome-total', 'carry-balance'].map((rule) =>
    identities.filter(({ form }) => form.rule === rule),
  );
  return [...rows, ...(outcomes ?? []), ...rows, ...(balances ?? []), ...rows];
}
