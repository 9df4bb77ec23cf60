import type { RowForm, TableForm, TableNumber } from '../report/forms/form.ts';
import { element, escapeHtml } from './html.ts';
import type { ViewWords } from './words.ts';

/** What is put into the frame of a table of the form. */
export interface FormParts {
  /** A whole `<td>`. */
  readonly cell: (row: number, column: number) => string;
  /** The `<th>` that holds the label of a row over so many columns. */
  readonly label: (row: number, text: string, width: number | undefined) => string;
}

/** A table as the official form prints it, with merged heads and groups. */
export function drawForm(form: TableForm, number: TableNumber, words: ViewWords, parts: FormParts): string {
  const rows = number === 2 ? blocks(form, words, parts) : headOf(form) + body(form, parts);
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
function body(form: TableForm, { cell, label }: FormParts): string {
  const rows = form.rows.map((row, at) => {
    const cells = row.columns.map((_, column) => cell(at, column)).join('');
    return `<tr>${labels(form, at, label)}${cells}</tr>`;
  });
  return `<tbody>${rows.join('')}</tbody>`;
}

/** The label cells of a row: what runs down at its side and the group, where they begin, and its own label. */
function labels(form: TableForm, at: number, label: FormParts['label']): string {
  const own = form.rows[at] as RowForm;
  if (own.label === '') return '';
  const above = form.rows[at - 1];
  const { side, group } = own;
  const sideCell = side && side !== above?.side ? rowGroup(side, form, at, (each) => each.side === side, 'side') : '';
  const groupCell =
    group && group !== above?.group ? rowGroup(group.label, form, at, (each) => each.group === group) : '';
  return sideCell + groupCell + label(at, own.label, span(side ? (group ? 1 : 2) : 3));
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

/** Table 2: every group of rows has a title line and a head of its own. */
function blocks(form: TableForm, words: ViewWords, { cell, label }: FormParts): string {
  const widest = form.rows.reduce((most, { columns }) => Math.max(most, columns.length), 0);
  const lines = form.rows.map((row, at) => {
    const cells = row.columns.map((_, column) => cell(at, column));
    const line = `<tr>${label(at, row.label, undefined)}${spread(cells, widest)}</tr>`;
    return row.group === form.rows[at - 1]?.group
      ? line
      : `${at > 0 ? '</tbody><tbody>' : ''}${blockHead(words, row, widest)}${line}`;
  });
  return `<tbody>${lines.join('')}</tbody>`;
}

function blockHead(words: ViewWords, { group, columns }: RowForm, widest: number): string {
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
