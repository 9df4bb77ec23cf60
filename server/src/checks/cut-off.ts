import type { RowForm, TableForm } from '../report/forms/form.ts';
import { FORM_2019, FORM_2021, tableForm } from '../report/forms/index.ts';
import { SECTIONS, type SectionForm } from '../report/forms/sections.ts';
import { findSection, type Report, type Table } from '../report/report.ts';
import { readVisible } from '../report/visible.ts';
import { fold } from '../text/fold.ts';

/** A text that ends in its tables: what should follow is absent, all of it. */
export interface CutOff {
  /** The table that the text ends in, or right behind; of one that ends in its head no row was read. */
  readonly form: TableForm;
  readonly table?: Table;
  /** Offset (UTF-16) behind the last row that was read, or behind the head. */
  readonly end: number;
  /** The rows of the table that should follow, in the order of the form, the first perhaps begun; empty when it is whole. */
  readonly rows: readonly RowForm[];
  /** The sections that should follow. */
  readonly sections: readonly SectionForm[];
}

/**
 * Whether the text ends inside table 2 or 3, or right behind one of them, with every later section absent. Without a
 * table a draft has just begun; behind table 4 the last two sections are merely absent.
 */
export function findCutOff(report: Report): CutOff | undefined {
  if (report.sections.length === 0 || report.sections.length === SECTIONS.length) return undefined;
  const here = (number: number) => findSection(report, number) || report.tables.some((each) => each.number === number);
  const number = SECTIONS.findLast((form) => here(form.number))?.number;
  if (number !== 2 && number !== 3) return undefined;
  const table = report.tables.find((each) => each.number === number);
  const sections = SECTIONS.filter((form) => form.number > number);
  return table ? behindRow(report, table, sections) : behindHead(report, tableForm(report.form, number), sections);
}

function behindRow({ text }: Report, table: Table, sections: CutOff['sections']): CutOff | undefined {
  const { form } = table;
  const at = table.rows.findLastIndex((row) => row !== undefined);
  const end = table.rows[at]?.span.end;
  if (end === undefined) return undefined;
  const whole = table.rows.findLastIndex((row) => row !== undefined && row.cells.length > 0);
  // The text may end in the last row; where more rows have no values, they are there without.
  const broken = table.rows.slice(whole + 1).filter((row) => row !== undefined).length;
  const rows = form.rows.slice(broken === 1 ? whole + 1 : at + 1);
  const rest = visibleRest(text, end);
  return rest && isHead(rest.folded, form, form.rows[at + 1]) ? { form, table, end, rows, sections } : undefined;
}

/** The head of a table without a row; a heading alone is a draft's. */
function behindHead(report: Report, form: TableForm, later: CutOff['sections']): CutOff | undefined {
  const section = findSection(report, form.number);
  if (!section || report.unreadable.length > 0) return undefined;
  const rest = visibleRest(report.text, section.heading.end);
  if (!rest || rest.folded === '' || !isHead(rest.folded, form, form.rows[0])) return undefined;
  return { form, end: rest.end, rows: form.rows, sections: later };
}

/** More than this behind the last row is more than the head of a table. */
const MOST_BEHIND = 2000;

/** What stands between an offset and the end of the text, folded, and the end (UTF-16) of what is visible of it. */
function visibleRest(text: string, from: number): { readonly folded: string; readonly end: number } | undefined {
  if (text.length - from > MOST_BEHIND) return undefined;
  const { characters, offsets } = readVisible(text, from, text.length);
  return { folded: fold(characters), end: (offsets.at(-1) ?? from - 1) + 1 };
}

/**
 * Whether a text holds nothing but what the form prints between two rows: heads, names of groups, the label of the next
 * row. Its last word may be broken off. Labels of further rows are no head: those rows are there, without values.
 */
function isHead(folded: string, form: TableForm, next: RowForm | undefined): boolean {
  if (folded === '') return true;
  if (!next) return false;
  const labels = [next.label, next.name, ...next.aliases].map((word) => fold(word)).filter((word) => word !== '');
  const words = [...headWords(form.number), ...labels];
  for (let at = 0; at < folded.length; ) {
    const found = words.filter((word) => folded.startsWith(word, at));
    if (found.length === 0) return words.some((word) => word.startsWith(folded.slice(at)));
    at += found.reduce((longest, { length }) => Math.max(longest, length), 0);
  }
  return true;
}

/** What heads of a table say in both forms, folded; names of columns and groups may be broken over two lines. */
function headWords(number: TableForm['number']): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { openers, head, rows } of [tableForm(FORM_2019, number), tableForm(FORM_2021, number)]) {
    const groups = rows.flatMap(({ side, group }) => [side, group?.label, group?.name]);
    for (const word of [...openers, ...head.flat()]) words.add(fold(word));
    const broken = [...groups, ...rows.flatMap(({ columns }) => columns.map(({ name }) => name))];
    for (const word of broken) if (word) for (const part of partsOf(fold(word))) words.add(part);
  }
  // A word of no length would never be passed.
  words.delete('');
  return words;
}

/** A word, and the halves that it may be broken into. */
function partsOf(word: string): string[] {
  const parts = [word];
  for (let at = 2; at <= word.length - 2; at++) parts.push(word.slice(0, at), word.slice(at));
  return parts;
}
