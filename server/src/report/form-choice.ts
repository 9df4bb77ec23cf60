import type { Layout } from '../text/tokens.ts';
import { bindTable } from './bind.ts';
import type { GroupForm, TableForm, TableNumber } from './forms/form.ts';
import type { GroupId } from './forms/ids.ts';
import { FORM_2019, FORM_2021, rowIndex, tableForm } from './forms/index.ts';
import { mixedProactive } from './forms/mixed.ts';
import { bindInOrder } from './in-order.ts';
import { type Binding, bindRows } from './match.ts';
import { numberIn, type Row, type Table } from './report.ts';
import type { RawRows, Source } from './rows.ts';

/** A table as it was read in one form, and how its rows were found. */
export interface Reading {
  readonly table: Table;
  readonly binding: Binding;
}

/** Reads a table in the form in force, and in the one before when that fits it better. */
export function readTable(
  source: Source,
  raws: RawRows,
  number: TableNumber,
  layout: () => Layout,
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
  const mixed = number === 2 && now && earlier ? mixtureOf(now.table, earlier.table) : undefined;
  const blocks = mixed && read(mixed, bindRows(source, raws, mixed));
  if (blocks && isComplete(blocks.table)) return blocks;
  // A text of the form in force that breaks off may have as many rows of values as the one before.
  const old = now && hasOwnValues(now.table, before) ? undefined : before;
  return read(form, bindInOrder(source, raws, form)) ?? (old && read(old, bindInOrder(source, raws, old))) ?? best;
}

/** Table 2 with each block in the form that fits it better; undefined when that is the same form for all of them. */
function mixtureOf(now: Table, earlier: Table): TableForm | undefined {
  const isOld = ({ id }: GroupForm) => {
    const [fewer, more] = [misfitsIn(earlier, id), misfitsIn(now, id)];
    return fewer < more && earlier.rows.some((row) => row?.form.group?.id === id && isOwn(row, now.form));
  };
  const form = mixedProactive(isOld);
  return form.rows.some((row) => now.form.rows.includes(row)) &&
    form.rows.some((row) => earlier.form.rows.includes(row))
    ? form
    : undefined;
}

function misfitsIn({ form, rows }: Table, group: GroupId): number {
  return form.rows.filter((row, at) => row.group?.id === group && (rows[at]?.cells.length ?? 0) === 0).length;
}

function fitsBetter(earlier: Table, now: Table): boolean {
  const [fewer, more] = [misfits(earlier), misfits(now)];
  const better = fewer < more || (fewer === more && foundRows(earlier) > foundRows(now));
  if (!better || (!isComplete(earlier) && hasOwnValues(now, earlier.form))) return false;
  return earlier.rows.some((row, at) => row && isOwn(row, now.form) && isEvidence(earlier, row, at));
}

/** Whether a row that only this form has was read with its values: a text that breaks off lacks more rows of this form. */
function hasOwnValues({ rows }: Table, other: TableForm): boolean {
  return rows.some((row) => row && row.cells.length > 0 && isOwn(row, other));
}

/** A label without values with which a text breaks off may be the head of a group in the other form. */
function isEvidence({ rows }: Table, row: Row, at: number): boolean {
  return row.cells.length > 0 || rows.some((other, index) => other && index > at);
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
