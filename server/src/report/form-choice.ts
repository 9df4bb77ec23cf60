import type { Layout } from '../text/tokens.ts';
import { bindTable } from './bind.ts';
import type { TableForm, TableNumber } from './forms/form.ts';
import { FORM_2019, FORM_2021, rowIndex, tableForm } from './forms/index.ts';
import { bindInOrder } from './in-order.ts';
import { type Binding, bindRows } from './match.ts';
import { numberIn, type Row, type Table } from './report.ts';
import type { RawRow, Source } from './rows.ts';

/** A table as it was read in one form, and how its rows were found. */
export interface Reading {
  readonly table: Table;
  readonly binding: Binding;
}

/** Reads a table in the form in force, and in the one before when that fits it better. */
export function readTable(
  source: Source,
  raws: readonly RawRow[],
  number: TableNumber,
  layout: Layout,
): Reading | undefined {
  const [form, before] = [tableForm(FORM_2021, number), tableForm(FORM_2019, number)];
  const read = (each: TableForm, binding: Binding | undefined): Reading | undefined => {
    const table = binding && bindTable(source, raws, each, layout, binding);
    return table && binding ? { table, binding } : undefined;
  };
  const now = read(form, bindRows(source, raws, form));
  if (now && isComplete(now.table) && holdsNumber(now.table)) return now;
  const earlier = form === before ? undefined : read(before, bindRows(source, raws, before));
  const best = now && !(earlier && fitsBetter(earlier.table, now.table)) ? now : (earlier ?? now);
  if (best && isComplete(best.table)) return best;
  return read(form, bindInOrder(source, raws, form)) ?? read(before, bindInOrder(source, raws, before)) ?? best;
}

function fitsBetter(earlier: Table, now: Table): boolean {
  const [fewer, more] = [misfits(earlier), misfits(now)];
  const better = fewer < more || (fewer === more && foundRows(earlier) > foundRows(now));
  return better && earlier.rows.some((row) => row && isOwn(row, now.form));
}

/** Whether another form does not have a row like this: what is absent tells nothing of the form. */
function isOwn({ form, cells }: Row, other: TableForm): boolean {
  const twin = other.rows[rowIndex(other, form.id)];
  return twin ? cells.length > twin.columns.length : true;
}

function foundRows({ rows }: Table): number {
  return rows.filter((row) => row !== undefined).length;
}

/** Whether every row was found with all its values. */
function isComplete({ rows }: Table): boolean {
  return rows.every((row) => row && row.cells.length > 0);
}

function holdsNumber({ rows }: Table): boolean {
  return rows.some((row) => row?.cells.some((cell) => numberIn(cell) !== undefined));
}

function misfits({ rows, unknown }: Table): number {
  return rows.filter((row) => !row || row.cells.length === 0).length + unknown.length;
}
