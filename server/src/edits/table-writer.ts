import { type Form, isTableNumber, type TableForm, type TableNumber } from '../report/forms/form.ts';
import { tableForm } from '../report/forms/index.ts';
import type { SectionForm } from '../report/forms/sections.ts';
import { findTable, type Report } from '../report/report.ts';
import type { Layout } from '../text/tokens.ts';

/** A line of an empty table: label columns, merged ones blank, then values or the texts of its head. */
interface SkeletonRow {
  readonly labels: readonly string[];
  readonly values: readonly string[];
}

/**
 * A section to be filled in: its heading and, where it holds a table, the table of the form with 0 in every cell, in
 * the layout that the other tables of the file use. Lines are ended by `newline`.
 */
export function sectionSkeleton(report: Report, section: SectionForm, prefix: string, newline: string): string {
  const heading = `${prefix}${section.ordinal}、${section.title}${closingTags(prefix)}`;
  const { number } = section;
  if (!isTableNumber(number) || !needsTable(report, section)) return [heading, '', ''].join(newline);
  const layout = report.tables[0]?.layout ?? 'spaced';
  return [heading, '', ...tableLines(report.form, number, layout), '', ''].join(newline);
}

/** `</strong></h2>` for `<h2><strong>`. */
function closingTags(prefix: string): string {
  const open: string[] = [];
  for (const [, slash, name = ''] of prefix.matchAll(/<(\/?)([a-z][a-z0-9]*)[^<>]*>/gi)) {
    if (slash) open.pop();
    else if (name.toLowerCase() !== 'br') open.push(name);
  }
  return open
    .reverse()
    .map((name) => `</${name}>`)
    .join('');
}

/** Whether a missing section lacks its table too; where only the heading is lost, the table is there already. */
export function needsTable(report: Report, { number }: SectionForm): boolean {
  return isTableNumber(number) && findTable(report, number) === undefined;
}

/** What stands in a cell of a table that is written. */
export type CellText = (row: number, column: number) => string;

/** The lines of a table of the form in a layout, with its head and labels; 0 in every cell unless said otherwise. */
export function tableLines(form: Form, number: TableNumber, layout: Layout, text: CellText = () => '0'): string[] {
  return WRITERS[layout](skeletonRows(tableForm(form, number), text));
}

function skeletonRows(table: TableForm, text: CellText): SkeletonRow[] {
  if (table.number === 2) return blockRows(table, text);
  const head = table.head.map((values) => ({ labels: [], values }));
  return [...head, ...(table.number === 3 ? outcomeRows(table, text) : valueRows(table, text))];
}

/** Table 2: every group has a title line and a head of its own. */
function blockRows(table: TableForm, text: CellText): SkeletonRow[] {
  return table.rows.flatMap((row, at) => {
    const names = row.columns.map((column) => column.name);
    const head = [
      { labels: [row.group?.label ?? ''], values: [] },
      { labels: ['信息内容'], values: names },
    ];
    const values = { labels: [row.label], values: names.map((_, column) => text(at, column)) };
    return row.group === table.rows[at - 1]?.group ? [values] : [...head, values];
  });
}

/** Table 3: three label columns, of which the first two are merged over the rows of their group. */
function outcomeRows(table: TableForm, text: CellText): SkeletonRow[] {
  return table.rows.map(({ side, group, label, columns }, at) => {
    const values = columns.map((_, column) => text(at, column));
    const above = table.rows[at - 1];
    if (!side) return { labels: [label, '', ''], values };
    const merged = side === above?.side ? '' : side;
    if (!group) return { labels: [merged, label, ''], values };
    return { labels: [merged, group === above?.group ? '' : group.label, label], values };
  });
}

function valueRows(table: TableForm, text: CellText): SkeletonRow[] {
  return table.rows.map((row, at) => ({ labels: [], values: row.columns.map((_, column) => text(at, column)) }));
}

const WRITERS: Readonly<Record<Layout, (rows: readonly SkeletonRow[]) => string[]>> = {
  tsv: (rows) => rows.map(({ labels, values }) => [...labels, ...values].join('\t')),
  csv: (rows) => rows.map(({ labels, values }) => [...labels, ...values].map(quote).join(',')),
  cells: (rows) => rows.flatMap(({ labels, values }) => [...dropMerged(labels, values).map((cell) => `\t${cell}`), '']),
  spaced: (rows) => rows.flatMap(spacedLines),
  pipes: (rows) => rows.flatMap((row, at) => [pipeLine(row), ...(at === 0 ? [pipeRule(row)] : [])]),
  html: (rows) => ['<table>', ...rows.map(htmlLine), '</table>'],
};

/** A cell of comma-separated text; no label of the form holds a quotation mark. */
function quote(cell: string): string {
  return cell.includes(',') ? `"${cell}"` : cell;
}

function pipeLine({ labels, values }: SkeletonRow): string {
  return `| ${[...labels, ...values].join(' | ')} |`;
}

function pipeRule({ labels, values }: SkeletonRow): string {
  return `|${' --- |'.repeat(labels.length + values.length)}`;
}

function htmlLine({ labels, values }: SkeletonRow): string {
  return `<tr>${[...labels, ...values].map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** A word processor leaves no trace of a cell merged to the right, but keeps one of a cell merged downwards. */
function dropMerged(labels: readonly string[], values: readonly string[]): string[] {
  const last = labels.findLastIndex((label) => label !== '');
  return [...labels.slice(0, last + 1), ...values.filter((value, at) => value !== '' || at === 0)];
}

function spacedLines({ labels, values }: SkeletonRow): string[] {
  const shown = labels.filter((label) => label !== '');
  const line = [...shown.slice(-1), ...values.filter((value) => value !== '')].join(' ');
  return [...shown.slice(0, -1), line].flatMap((text) => [text, '']);
}
