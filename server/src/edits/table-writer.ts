import {
  type ColumnForm,
  type Form,
  isTableNumber,
  type RowForm,
  type TableForm,
  type TableNumber,
} from '../report/forms/form.ts';
import { tableForm } from '../report/forms/index.ts';
import { officialHeading, type SectionForm } from '../report/forms/sections.ts';
import { findTable, isHtmlIn, type Report } from '../report/report.ts';
import type { Layout } from '../text/tokens.ts';
import { alignLines } from './align/index.ts';
import { type RowTexts, writtenRows } from './table/rows.ts';
import { writeTable } from './table/write.ts';

/**
 * A section to be filled in: its heading and, where it holds a table, the table of the form with 0 in every cell, in
 * the layout that the other tables of the file use. Lines are ended by `newline`.
 */
export function sectionSkeleton(report: Report, section: SectionForm, prefix: string, newline: string): string {
  const heading = `${prefix}${officialHeading(section)}${closingMarks(prefix)}`;
  const { number } = section;
  if (!isTableNumber(number) || !needsTable(report, section)) return [heading, '', ''].join(newline);
  return [heading, '', ...newTable(report.form, number, layoutForNew(report)), '', ''].join(newline);
}

/** What closes the heading that a prefix opens: `</strong></h2>` for `<h2><strong>`, `**` for `## **`. */
function closingMarks(prefix: string): string {
  const open: string[] = [];
  for (const [, slash, name = ''] of prefix.matchAll(/<(\/?)([a-z][a-z0-9]*)[^<>]*>/gi)) {
    if (slash) open.pop();
    else if (name.toLowerCase() !== 'br') open.push(name);
  }
  const tags = open.reverse().map((name) => `</${name}>`);
  const emphasis = /(?:\*{1,3}|_{1,3})$/.exec(prefix)?.[0] ?? '';
  return emphasis + tags.join('');
}

/** Whether a missing section lacks its table too; where only the heading is lost, the table is there already. */
export function needsTable(report: Report, { number }: SectionForm): boolean {
  return isTableNumber(number) && findTable(report, number) === undefined;
}

/** What stands in a cell of a table that is written. */
export type CellText = (row: RowForm, column: ColumnForm) => string;

/** The lines of a table of the form in a layout, with its head and labels; 0 in every cell unless said otherwise. */
export function tableLines(form: Form, number: TableNumber, layout: Layout, text: CellText = () => '0'): string[] {
  const table = tableForm(form, number);
  const rows = table.rows.map((row) => ({
    form: row,
    label: row.label,
    values: row.columns.map((column) => text(row, column)),
  }));
  return writeTable(layout, writtenRows(table, rows));
}

/** The same, its columns standing below each other. */
export function newTable(form: Form, number: TableNumber, layout: Layout, text?: CellText): string[] {
  return alignIn(layout, number, tableLines(form, number, layout, text));
}

/** The lines of a table with what stands in its cells, its columns standing below each other. */
export function alignedTable(
  layout: Layout,
  table: TableForm,
  rows: readonly RowTexts[],
  documents?: readonly string[],
): string[] {
  return alignIn(layout, table.number, writeTable(layout, writtenRows(table, rows, documents)));
}

/** Other layouts have no columns that show, or are written so. */
function alignIn(layout: Layout, number: TableNumber, lines: string[]): string[] {
  return layout === 'pipes' ? alignLines(number, lines) : lines;
}

/** A row of cells on lines of their own ends with a blank line, the last one with that behind the table. */
export function trimLast(lines: readonly string[]): readonly string[] {
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** The layout for a table that is put in: that of the others; else what suits the text. */
export function layoutForNew(report: Report): Layout {
  const { tables, sections } = report;
  if (isHtmlIn(report, sections)) return 'html';
  return tables[0]?.layout ?? (sections.some(({ prefix }) => prefix.includes('#')) ? 'pipes' : 'spaced');
}
