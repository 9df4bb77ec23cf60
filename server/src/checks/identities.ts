import type { IdentityForm } from '../report/forms/form.ts';
import { evaluate } from '../report/identity.ts';
import { type Cell, numberIn, type Report, type Table } from '../report/report.ts';
import { onceFor } from '../text/once-for.ts';

/** A declared identity in one row or column of a table that was read. */
export interface Identity {
  readonly form: IdentityForm;
  readonly table: Table;
  /** Index of the row (along 'row') or of the column (along 'column') that it holds for. */
  readonly at: number;
  readonly total: Cell;
}

export interface Term {
  /** Undefined when the row is absent or its values have no sure column. */
  readonly cell: Cell | undefined;
  readonly sign: 1 | -1;
}

/** Either side is undefined when a value that it needs is blank, unreadable or absent: a blank is never zero. */
export interface Outcome {
  readonly kind: 'equal' | 'unequal' | 'unknown';
  readonly stated: number | undefined;
  readonly computed: number | undefined;
}

/** What number a cell holds; lets a fix be tried out before it is made. */
export type Values = (cell: Cell) => number | undefined;

/** All identities of a table whose total was read; the same objects whenever it is asked. */
export const identitiesOf = onceFor((table: Table): readonly Identity[] => instantiate(table));

/** All identities of a report. */
export function identitiesIn({ tables }: Report): Identity[] {
  return tables.flatMap(identitiesOf);
}

function instantiate(table: Table): Identity[] {
  const identities: Identity[] = [];
  for (const form of table.form.identities) {
    const length = form.along === 'row' ? table.rows.length : (table.form.rows[0]?.columns.length ?? 0);
    for (let at = 0; at < length; at++) {
      const total = pick(table, form, at, form.total);
      if (total) identities.push({ form, table, at, total });
    }
  }
  return identities;
}

/** The cell of an instance at `at` that the form's `index` names. */
function pick(table: Table, form: IdentityForm, at: number, index: number): Cell | undefined {
  return form.along === 'row' ? cellAt(table, at, index) : cellAt(table, index, at);
}

/** The terms of an identity in the order of the form. */
export function termsOf({ form, table, at }: Identity): Term[] {
  return form.terms.map(({ index, sign }) => ({ cell: pick(table, form, at, index), sign }));
}

export function cellAt(table: Table, row: number, column: number): Cell | undefined {
  return table.rows[row]?.cells[column];
}

/** Numbers of one row or column, by index; filled anew for each identity, which reads what it has filled alone. */
const numbers: number[] = [];

/** Compares what the total states with what its terms add up to. */
export function outcomeOf({ form, table, at }: Identity, values: Values = numberIn): Outcome {
  const numberAt = (index: number) => {
    const cell = pick(table, form, at, index);
    return (cell && values(cell)) ?? Number.NaN;
  };
  for (const { index } of form.terms) numbers[index] = numberAt(index);
  numbers[form.total] = numberAt(form.total);
  const { stated, computed, difference } = evaluate(form, numbers);
  const kind = Number.isNaN(difference) ? 'unknown' : difference === 0 ? 'equal' : 'unequal';
  return { kind, stated: orUndefined(stated), computed: orUndefined(computed) };
}

const orUndefined = (value: number) => (Number.isNaN(value) ? undefined : value);

export function includes(identity: Identity, cell: Cell): boolean {
  const { form, table, at, total } = identity;
  return total === cell || form.terms.some(({ index }) => pick(table, form, at, index) === cell);
}

/** Whether a number in a cell that is unreadable makes sums hold, and none fail, that it belongs to. */
export function holdsWith(identities: readonly Identity[], cell: Cell, value: number): boolean {
  const values: Values = (each) => (each === cell ? value : numberIn(each));
  const kinds = identities.filter((each) => includes(each, cell)).map((each) => outcomeOf(each, values).kind);
  return kinds.includes('equal') && !kinds.includes('unequal');
}

/** Those of a table that hang together; worked out once, for its sums are taken apart again when evidence is heard. */
export const componentsOf = onceFor((table: Table) => components(identitiesOf(table)));

/** Identities that hang together through the cells they share: a change in one component never touches another. */
export function components(identities: readonly Identity[]): readonly (readonly Identity[])[] {
  const parts = new Set<Identity[]>();
  const partOf = new Map<Cell, Identity[]>();
  for (const identity of identities) {
    const cells = cellsOf(identity);
    const [part = [], ...others] = partsAt(cells, partOf);
    parts.add(part);
    part.push(identity);
    for (const other of others) {
      parts.delete(other);
      for (const each of other) {
        part.push(each);
        for (const cell of cellsOf(each)) partOf.set(cell, part);
      }
    }
    for (const cell of cells) partOf.set(cell, part);
  }
  return [...parts];
}

/** The components that some cells are in already, each once. */
function partsAt(cells: readonly Cell[], partOf: ReadonlyMap<Cell, Identity[]>): Identity[][] {
  const parts: Identity[][] = [];
  for (const cell of cells) {
    const part = partOf.get(cell);
    if (part && !parts.includes(part)) parts.push(part);
  }
  return parts;
}

/** Whether the table has sums along rows and columns, so that an addend is checked by more than one. */
export function isCrossChecked({ table }: Identity): boolean {
  return table.form.identities.some(({ along }) => along === 'column');
}

/** Its total and its terms, as far as they were read. */
export function cellsOf({ form, table, at, total }: Identity): Cell[] {
  const cells = [total];
  for (const { index } of form.terms) {
    const cell = pick(table, form, at, index);
    if (cell) cells.push(cell);
  }
  return cells;
}
