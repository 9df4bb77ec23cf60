import type { RowForm, TableForm, TableNumber } from '../report/forms/form.ts';
import { findTable, type Row, type Table } from '../report/report.ts';
import { type Canvas, listId, messagesOf } from './canvas.ts';
import { anchors, drawCell } from './cell-view.ts';
import { element, escapeHtml } from './html.ts';

/** A table as the official form prints it, with merged heads and groups. */
export function drawTable(canvas: Canvas, number: TableNumber): string {
  const { report, words } = canvas;
  const table = findTable(report, number);
  if (!table) {
    const unreadable = report.unreadable.some((each) => each.number === number);
    return element('p', { class: 'lacking' }, unreadable ? words.unreadableTable : words.absentTable);
  }
  const { form } = table;
  const rows = number === 2 ? blocks(canvas, table, form) : headOf(form) + body(canvas, table, form);
  const caption = element('caption', {}, words.table[number]);
  return element('div', { class: 'wide' }, element('table', { class: `t${number}` }, caption + rows));
}

/** The lines of a head, in which a blank cell is merged with what stands to its left, or else above it. */
function headOf({ head }: TableForm): string {
  const lines = head.map(
    (cells, at) => `<tr>${cells.map((text, column) => headCell(head, at, column, text)).join('')}</tr>`,
  );
  return `<thead>${lines.join('')}</thead>`;
}

function headCell(head: TableForm['head'], at: number, column: number, text: string): string {
  if (text === '') return '';
  const line = head[at] ?? [];
  let width = 1;
  while (column + width < line.length && line[column + width] === '' && !isUnder(head, at, column + width)) width++;
  let height = 1;
  while (head[at + height] && isBlankBelow(head, at + height, column, width)) height++;
  const scope = width > 1 && at + height < head.length ? 'colgroup' : 'col';
  return element('th', { scope, colspan: span(width), rowspan: span(height) }, escapeHtml(text));
}

/** Whether a blank cell belongs to what stands right above it. */
function isUnder(head: TableForm['head'], at: number, column: number): boolean {
  return at > 0 && head[at - 1]?.[column] !== '';
}

function isBlankBelow(head: TableForm['head'], at: number, column: number, width: number): boolean {
  const line = head[at] ?? [];
  for (let each = column; each < column + width; each++) if (line[each] !== '') return false;
  return true;
}

const span = (count: number) => (count > 1 ? count : undefined);

/** Tables 3 and 4. */
function body(canvas: Canvas, table: Table, form: TableForm): string {
  const rows = form.rows.map(
    (row, at) => `<tr>${labels(canvas, form, at, table.rows[at])}${cells(canvas, row, table.rows[at])}</tr>`,
  );
  return `<tbody>${rows.join('')}</tbody>`;
}

function cells(canvas: Canvas, form: RowForm, row: Row | undefined): string {
  return form.columns.map((_, column) => drawCell(canvas, row?.cells[column])).join('');
}

/** The label cells of a row: what runs down at its side and the group, where they begin, and its own label. */
function labels(canvas: Canvas, form: TableForm, at: number, row: Row | undefined): string {
  const own = form.rows[at] as RowForm;
  if (own.label === '') return '';
  const above = form.rows[at - 1];
  const { side, group } = own;
  const sideCell = side && side !== above?.side ? rowGroup(side, form, at, (each) => each.side === side, 'side') : '';
  const groupCell =
    group && group !== above?.group ? rowGroup(group.label, form, at, (each) => each.group === group) : '';
  return sideCell + groupCell + label(canvas, own.label, row, side ? (group ? 1 : 2) : 3);
}

function rowGroup(
  text: string,
  { rows }: TableForm,
  at: number,
  belongs: (row: RowForm) => boolean,
  kind?: string,
): string {
  let height = 1;
  while (rows[at + height] && belongs(rows[at + height] as RowForm)) height++;
  return element('th', { scope: 'rowgroup', rowspan: span(height), class: kind }, escapeHtml(text));
}

/** The label of a row, marked where something was found of the row. */
function label(canvas: Canvas, text: string, row: Row | undefined, width: number): string {
  const indices = (row && canvas.atRow.get(row)) ?? [];
  for (const index of indices) canvas.placed.add(index);
  const [first] = indices;
  const marked = first === undefined ? undefined : canvas.findings[first]?.severity;
  const attributes = {
    scope: 'row',
    colspan: span(width),
    class: marked,
    title: first === undefined ? undefined : messagesOf(canvas, indices),
  };
  const content = escapeHtml(text);
  if (first === undefined) return element('th', attributes, content);
  return element(
    'th',
    attributes,
    anchors(canvas, indices) + element('a', { href: `#${listId(canvas, first)}` }, content),
  );
}

/** Table 2: every group of rows has a title line and a head of its own. */
function blocks(canvas: Canvas, table: Table, form: TableForm): string {
  const widest = form.rows.reduce((most, { columns }) => Math.max(most, columns.length), 0);
  const lines = form.rows.map((row, at) => {
    const cells = row.columns.map((_, column) => drawCell(canvas, table.rows[at]?.cells[column]));
    const line = `<tr>${label(canvas, row.label, table.rows[at], 1)}${spread(cells, widest)}</tr>`;
    return row.group === form.rows[at - 1]?.group
      ? line
      : `${at > 0 ? '</tbody><tbody>' : ''}${blockHead(canvas, row, widest)}${line}`;
  });
  return `<tbody>${lines.join('')}</tbody>`;
}

function blockHead({ words }: Canvas, { group, columns }: RowForm, widest: number): string {
  const title = group
    ? `<tr>${element('th', { scope: 'colgroup', colspan: widest + 1 }, escapeHtml(group.label))}</tr>`
    : '';
  const names = columns.map(({ name }) => element('th', { scope: 'col' }, escapeHtml(name)));
  return `${title}<tr>${element('th', { scope: 'col' }, words.item)}${spread(names, widest)}</tr>`;
}

/** Cells over the whole width: the last one takes what is left. */
function spread(cells: readonly string[], widest: number): string {
  const rest = widest - cells.length + 1;
  const last = cells.at(-1) ?? '';
  return (
    cells.slice(0, -1).join('') + (rest > 1 ? last.replace(/^<t[dh]/, (open) => `${open} colspan="${rest}"`) : last)
  );
}
