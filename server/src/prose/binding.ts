import type { TableForm } from '../report/forms/form.ts';
import { type Cell, findTable, type Report, type Table } from '../report/report.ts';
import { fold, withoutOrdinal } from '../text/fold.ts';
import type { Sum, Term } from './claim.ts';

/** A cell that a claim is compared with, and how it counts. */
export interface Addend {
  readonly table: Table;
  readonly cell: Cell;
  readonly sign: 1 | -1;
}

/** The cells of a sum; undefined when the form has no such cell or the report lacks one of them. */
export function bindSum(report: Report, sum: Sum): Addend[] | undefined {
  const addends: Addend[] = [];
  for (const term of sum) {
    const table = findTable(report, term.table);
    const cells = table && cellsOf(table, term);
    if (!cells) return undefined;
    for (const cell of cells) addends.push({ table, cell, sign: term.sign ?? 1 });
  }
  return addends;
}

function cellsOf(table: Table, { row, names, group }: Term): Cell[] | undefined {
  const cells: Cell[] = [];
  for (const index of rowsNamed(table.form).get(row) ?? []) {
    for (const [column, form] of (table.form.rows[index]?.columns ?? []).entries()) {
      if ((names && !names.includes(form.name)) || (group && form.group?.label !== group)) continue;
      const cell = table.rows[index]?.cells[column];
      if (!cell) return undefined;
      cells.push(cell);
    }
  }
  return cells.length > 0 ? cells : undefined;
}

const known = new WeakMap<TableForm, ReadonlyMap<string, readonly number[]>>();

/** Indices of rows by what they are called: their label or brief name, other wordings, and the label of their group. */
function rowsNamed(form: TableForm): ReadonlyMap<string, readonly number[]> {
  const before = known.get(form);
  if (before) return before;
  const rows = new Map<string, number[]>();
  const add = (name: string, index: number) => {
    const list = rows.get(name);
    if (!list) rows.set(name, [index]);
    else if (!list.includes(index)) list.push(index);
  };
  for (const [index, { label, brief, group, aliases }] of form.rows.entries()) {
    const wordings = [label, ...aliases].map((each) => fold(each));
    const names = new Set([brief, ...wordings, ...wordings.map(withoutOrdinal)]);
    for (const name of names) if (name !== '' || label === '') add(name, index);
    if (group?.ordinal) add(group.name, index);
  }
  known.set(form, rows);
  return rows;
}
