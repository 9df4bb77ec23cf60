import type { Addend } from '../../prose/binding.ts';
import type { Claim } from '../../prose/claim.ts';
import type { RowForm } from '../../report/forms/form.ts';
import { pushTo } from '../../text/push-to.ts';
import type { Candidate } from '../claims.ts';
import { columnName, rowLabel, shortCellName } from './names.ts';

/** More cells than this are named by what they have in common. */
const MOST_NAMED = 3;

/** The cells that a claim was compared with: one by one, or as all rows of a group, or all columns. */
export function candidateName({ addends }: Candidate): string {
  const plus = addends.filter(({ sign }) => sign > 0);
  const minus = addends.filter(({ sign }) => sign < 0);
  const taken = minus.length > MOST_NAMED ? groupNames(minus) : minus.map(nameOf);
  const common = plus.length > MOST_NAMED ? commonName(plus) : undefined;
  return [common ?? plus.map(nameOf).join(' + '), ...taken].join(' − ');
}

function nameOf({ table, cell }: Addend): string {
  return shortCellName(table, cell);
}

/** `（五）不予处理·总计`, `（六）其他处理·总计`: many rows that are taken off, by what they stand under. */
function groupNames(addends: readonly Addend[]): string[] {
  const groups = new Map<string, Addend[]>();
  for (const addend of addends) {
    const { table, cell } = addend;
    const heading = table.form.rows[cell.row]?.group?.label ?? rowLabel(table.form.rows[cell.row] as RowForm);
    pushTo(groups, `${heading} ${cell.column}`, addend);
  }
  return [...groups.values()].map((each) => (each.length > 1 && commonName(each)) || each.map(nameOf).join(' − '));
}

function commonName(addends: readonly Addend[]): string | undefined {
  const [first] = addends;
  if (!first || addends.some(({ table, sign }) => table !== first.table || sign < 0)) return undefined;
  const { form } = first.table;
  const row = form.rows[first.cell.row];
  const groups = new Set(addends.map(({ cell }) => headingOf(form.rows[cell.row])));
  const rows = new Set(addends.map(({ cell }) => cell.row));
  const columns = new Set(addends.map(({ cell }) => cell.column));
  const column = row?.columns[first.cell.column];
  if (!row || !column || (groups.size > 1 && rows.size > 1)) return undefined;
  const labels = [...rows].map((index) => rowLabel(form.rows[index] ?? row));
  const rowName = (rows.size > 1 && headingOf(row)) || labels.join(' + ');
  const name = columns.size === 1 ? columnName(form, first.cell.row, first.cell.column) : (column.group?.label ?? '');
  return name === '' ? rowName : `${rowName}·${name}`;
}

/** What several rows stand under: （三）不予公开, or 三、本年度办理结果. */
function headingOf(row: RowForm | undefined): string | undefined {
  return row?.group?.label ?? row?.side;
}

/** The number of a claim in the unit that the prose gives it. */
export function claimValue({ value, unit }: Claim): string {
  return String(unit === '元' ? Math.round(value * 1_000_000) / 100 : value);
}

/** A percentage or a difference, with no more decimals than help. */
export function shortNumber(value: number): string {
  return String(Math.round(value * 100) / 100).replace('-', '−');
}

/** A measure word behind a number, as messages set them apart. */
export function gap(unit: string): string {
  return unit === '' ? '' : ` ${unit}`;
}
