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
    if (!table || !addCells(table, term, addends)) return undefined;
  }
  return addends;
}

/** Adds the cells of a term; false when the form has none or the report lacks one. */
function addCells(table: Table, term: Term, addends: Addend[]): boolean {
  const places = placesOf(table.form, term);
  for (const [row, column] of places) {
    const cell = table.rows[row]?.cells[column];
    if (!cell) return false;
    addends.push({ table, cell, sign: term.sign ?? 1 });
  }
  return places.length > 0;
}

type Places = readonly (readonly [row: number, column: number])[];

const places = new WeakMap<TableForm, WeakMap<Term, Places>>();

/** Where the cells of a term stand in the form; a term is one object however often it is claimed. */
function placesOf(form: TableForm, term: Term): Places {
  let terms = places.get(form);
  if (!terms) {
    terms = new WeakMap();
    places.set(form, terms);
  }
  let found = terms.get(term);
  if (!found) {
    found = findPlaces(form, term);
    terms.set(term, found);
  }
  return found;
}

function findPlaces(form: TableForm, { row, names, group }: Term): Places {
  return (rowsNamed(form).get(row) ?? []).flatMap((index) =>
    [...(form.rows[index]?.columns ?? []).entries()]
      .filter(([, column]) => (!names || names.includes(column.name)) && (!group || column.group?.label === group))
      .map(([at]) => [index, at] as const),
  );
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
