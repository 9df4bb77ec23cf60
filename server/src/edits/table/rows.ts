import type { RowForm, TableForm } from '../../report/forms/form.ts';
import type { Table } from '../../report/report.ts';
import { withoutTags } from '../../text/tags.ts';
import { widest } from '../../text/width.ts';

/** A line of a table as it is written: label cells, then values or the texts of a head. */
export interface WrittenRow {
  /** `''` is merged with the cell to its left or above it. */
  readonly labels: readonly string[];
  /** In a head `''` is merged like labels; in a row of values it is a blank cell. */
  readonly values: readonly string[];
  readonly kind: 'title' | 'head' | 'values';
}

/** A row of the form with what stands in its cells, and its label where that is not the form's own. */
export interface RowTexts {
  readonly form: RowForm;
  readonly label: string;
  readonly values: readonly string[];
}

/** The whole table with its head: rows in the given order, labels over several rows once. */
export function writtenRows(table: TableForm, rows: readonly RowTexts[], documents?: readonly string[]): WrittenRow[] {
  if (table.number === 2) return blockRows(rows, documents);
  const head = table.head.map((values): WrittenRow => ({ labels: [], values, kind: 'head' }));
  return [...head, ...(table.number === 3 ? outcomeRows(rows) : rows.map(({ values }) => valueRow([], values)))];
}

const valueRow = (labels: readonly string[], values: readonly string[]): WrittenRow => ({
  labels,
  values,
  kind: 'values',
});

/** Whether a cell is merged with the one to its left: it is not where a head reaches down from the line above. */
export function isAcross(row: WrittenRow, above: WrittenRow | undefined, at: number): boolean {
  const cells = [...row.labels, ...row.values];
  if (cells[at] !== '' || (row.kind === 'values' && at >= row.labels.length)) return false;
  return row.kind !== 'head' || above?.kind !== 'head' || (above.values[at - above.labels.length] ?? '') === '';
}

/** Label columns and value columns of a table, heads included. */
export function widthOf(rows: readonly WrittenRow[]): number {
  return widest(rows, ({ labels, values }) => labels.length + values.length);
}

/** Table 2: every group has a title line and a head of its own. */
function blockRows(rows: readonly RowTexts[], documents: readonly string[] | undefined): WrittenRow[] {
  return rows.flatMap(({ form, label, values }, at): WrittenRow[] => {
    const own = form.columns.map(({ name }) => name);
    const names = own.length === documents?.length && at < 2 ? documents : own;
    const row = valueRow([label], values);
    if (form.group === rows[at - 1]?.form.group) return [row];
    return [
      { labels: [form.group?.label ?? ''], values: [], kind: 'title' },
      { labels: ['信息内容'], values: names, kind: 'head' },
      row,
    ];
  });
}

/** Table 3: three label columns, of which the first two are merged over the rows of their group. */
function outcomeRows(rows: readonly RowTexts[]): WrittenRow[] {
  return rows.map(({ form: { side, group }, label, values }, at) => {
    const above = rows[at - 1]?.form;
    if (!side) return valueRow([label, '', ''], values);
    const merged = side === above?.side ? '' : side;
    if (!group) return valueRow([merged, label, ''], values);
    return valueRow([merged, group === above?.group ? '' : group.label, label], values);
  });
}

/** The rows of a table as it was read, in the order of the text; undefined where a row has no sure cells. */
export function textsOf(
  text: string,
  table: Table,
  labelOf: (row: RowForm, written: string) => string,
): RowTexts[] | undefined {
  const rows = table.rows.flatMap((row) => (row ? [row] : [])).sort((a, b) => a.span.start - b.span.start);
  if (table.unknown.length > 0 || rows.some(({ cells }) => cells.length === 0)) return undefined;
  return rows.map(({ form, label, cells }) => ({
    form,
    label: labelOf(form, label.map(({ start, end }) => text.slice(start, end)).join('')),
    values: cells.map(({ span }) => withoutTags(text.slice(span.start, span.end))),
  }));
}
