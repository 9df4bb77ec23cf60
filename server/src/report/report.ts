import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Layout } from '../text/tokens.ts';
import type { Reading } from '../text/value.ts';
import type { Form, FormYear, RowForm, TableForm, TableNumber } from './forms/form.ts';
import type { ColumnId, RowId } from './forms/ids.ts';
import { columnIndex, rowIndex } from './forms/index.ts';
import type { SectionForm } from './forms/sections.ts';
import type { Entry, HeadingLine } from './heading-line.ts';
import type { RunTogether } from './regroup.ts';

/** Whether a blank cell, or one with a mark such as `/`, is unknown (so unless told otherwise) or stands for 0. */
export type BlankCells = 'unknown' | 'zero';

/** One value of a table. `span` is exactly its characters; for a blank cell it is the empty place where they would go. */
export interface Cell {
  readonly table: TableNumber;
  /** Index of the row and the column in the form. */
  readonly row: number;
  readonly column: number;
  readonly span: Span;
  readonly reading: Reading;
  /** One value stands for several columns in a merged cell: none can be written for this column alone. */
  readonly merged?: true;
}

/** A row of the form as found in the text. */
export interface Row {
  readonly form: RowForm;
  readonly index: number;
  /** The pieces of the row's own label, in order; empty for a row that the form leaves without a label. */
  readonly label: readonly Span[];
  /** How surely it names the row: 1 where it is all of a wording that the form knows. */
  readonly score: number;
  /** The label and all values. */
  readonly span: Span;
  /** One cell a column; empty when the number of values does not fit, for then no value has a sure column. */
  readonly cells: readonly Cell[];
  /** How many values or blanks stand in the row. */
  readonly found: number;
  /** Of a row with one value too few: the one that is two, where the row's sum leaves no doubt. */
  readonly together?: RunTogether;
}

/** A row with values whose label belongs to no row of the form, or to one that was already there. */
export interface UnknownRow {
  readonly span: Span;
  readonly label: string;
  readonly repeats?: RowForm;
}

export interface Table {
  readonly number: TableNumber;
  readonly form: TableForm;
  readonly layout: Layout;
  /** From its first row to its last. */
  readonly span: Span;
  /** Where its head begins; the start of its first row when it has none. */
  readonly head: number;
  /** Of table 2: whose columns the head of block （一） names; mixed reports have the old block above new ones. */
  readonly documentsForm?: FormYear;
  /** By index in the form; undefined when the row is absent. */
  readonly rows: readonly (Row | undefined)[];
  readonly unknown: readonly UnknownRow[];
}

/** A table that stands in the text but cannot be read: nothing is known of its rows. */
export interface UnreadableTable {
  readonly number: TableNumber;
  /** Its labels and values stand apart from each other, or it may be a picture. */
  readonly reason: 'apart' | 'picture';
  readonly span: Span;
}

export interface Section {
  readonly form: SectionForm;
  /** The heading without Markdown signs. */
  readonly heading: Span;
  /** What numbers the heading (`六、`, `6、`, `、`), or the empty place where it should stand. */
  readonly ordinal: Span;
  /** From the heading to the next one or the end of the text. */
  readonly span: Span;
  readonly body: Span;
  /** What stands before the heading in its line: `## `, or nothing. */
  readonly prefix: string;
  /** Its heading is known by its number and place alone; the words are other ones. */
  readonly byPlace?: true;
}

export interface Title {
  readonly span: Span;
  /** 机关, without the year; empty when the title names none. */
  readonly agency: string;
  readonly year: number | undefined;
}

/** A place that tells on which year a report is; what follows from a date or from the name of the file has no span. */
export interface YearSource {
  readonly kind: 'title' | 'introduction' | 'period' | 'signature' | 'file' | 'prose' | 'published';
  readonly year: number;
  readonly span?: Span;
}

/** Everything that was read. All spans are offsets in UTF-16 code units into the text given to `parseReport`. */
export interface Report {
  readonly text: string;
  /** The lines of the text, as an editor numbers them. */
  readonly lines: Lines;
  /** The lines that a reader sees: in HTML a paragraph or row is one of its own; elsewhere the same as `lines`. */
  readonly blocks: Lines;
  /** Those of them that may be headings. */
  readonly headingLines: readonly HeadingLine[];
  readonly title: Title | undefined;
  /** 机关: as the title names it, else as other places do; empty when none does. */
  readonly agency: string;
  /** The year reported on, as most of its sources say. */
  readonly year: number | undefined;
  readonly yearSources: readonly YearSource[];
  /** In the order of the text; at most one of each number. */
  readonly sections: readonly Section[];
  readonly form: Form;
  readonly tables: readonly Table[];
  readonly unreadable: readonly UnreadableTable[];
  /** Whether its blank cells are taken for 0. */
  readonly blankCells: BlankCells;
  /** The aspects of section 一, where they are numbered like sections. */
  readonly aspects: readonly Entry[];
  /** Another report in the same text, which is not read. */
  readonly second?: Span;
}

/** Whether the text of these sections is HTML. */
export function isHtmlIn({ lines, blocks }: Report, sections: readonly Section[]): boolean {
  return blocks.length !== lines.length || sections.some(({ prefix }) => prefix.includes('<'));
}

export function findTable(report: Report, number: TableNumber): Table | undefined {
  return report.tables.find((table) => table.number === number);
}

/** A row of the table by its id; undefined when it was not read, or the form has none of that name. */
export function findRow(table: Table | undefined, row: RowId): Row | undefined {
  return table?.rows[rowIndex(table.form, row)];
}

/** The cell in a column of a row. */
export function findCell(row: Row | undefined, column: ColumnId): Cell | undefined {
  return row?.cells[columnIndex(row.form, column)];
}

export function findSection(report: Report, number: number): Section | undefined {
  return report.sections.find((section) => section.form.number === number);
}

/** The number in a cell, or undefined when it is blank, unreadable or absent: a blank is never zero. */
export function numberIn(cell: Cell | undefined): number | undefined {
  return cell?.reading.kind === 'number' ? cell.reading.value : undefined;
}
