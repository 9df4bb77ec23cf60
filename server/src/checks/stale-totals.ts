import { type Cell, numberIn, type Report, type Table } from '../report/report.ts';
import { type Identity, identitiesOf, outcomeOf, termsOf, type Values } from './identities.ts';
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
 * @param now the report as it stands
 */
export function staleTotals(agreed: Report, now: Report): StaleTotals[] {
  return now.tables.flatMap((table) => {
    const old = agreed.tables.find(({ number }) => number === table.number);
    return (old && staleIn(old, table)) ?? [];
  });
}

function staleIn(old: Table, table: Table): StaleTotals | undefined {
  const failing = (each: Table) => identitiesOf(each).some((identity) => outcomeOf(identity).kind === 'unequal');
  if (!failing(table) || failing(old)) return undefined;
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
    const changed = termsOf(identity).some(({ cell }) => cell && (typed.has(cell) || updated.has(cell)));
    if (kind !== 'unequal' || !changed || typed.has(identity.total) || identity.total.merged) continue;
    if (computed !== undefined && computed >= 0) updated.set(identity.total, computed);
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

/** `自然人刚由 3 改为 8，总计还是 4，应为 9` */
export function staleText(
  edited: { readonly name: string; readonly before: number; readonly value: number },
  total: { readonly name: string; readonly written: number; readonly right: number },
  locale: 'zh' | 'en',
): string {
  return locale === 'zh'
    ? `${edited.name}刚由 ${edited.before} 改为 ${edited.value}，${total.name}还是 ${total.written}，应为 ${total.right}`
    : `${edited.name} was just changed from ${edited.before} to ${edited.value}; ${total.name} is still ${total.written} and should be ${total.right}`;
}
