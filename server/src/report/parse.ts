import { skipSpaces } from '../text/characters.ts';
import { type Lines, readLines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { splitTable } from '../text/splitters/index.ts';
import { cutAtBlocks } from '../text/tags.ts';
import { type Layout, Tokens } from '../text/tokens.ts';
import { bindTable, opensTable } from './bind.ts';
import { isTableNumber, type TableNumber } from './forms/form.ts';
import { FORM_2019, FORM_2021, isOutdated, tableForm } from './forms/index.ts';
import { findHeadings, type Heading } from './headings.ts';
import { findOrigin } from './origin.ts';
import type { Cell, Report, Section, Table, Title } from './report.ts';
import { groupRows, type RawRow, type Source } from './rows.ts';
import { findTitle } from './title.ts';

/** A title alone makes a report only when hardly anything stands below it: a draft just begun. */
const DRAFT = 200;

export interface ParseOptions {
  /** Read the text as a report whatever it looks like: its language mode says that it is one. */
  readonly always?: boolean;
  /** Whether a blank cell, or one with a mark such as `/`, is unknown (so unless told otherwise) or stands for 0. */
  readonly blankCells?: BlankCells;
  /** A path or a URI: the name of the file may tell organ and year where the text does not. */
  readonly name?: string;
}

export type BlankCells = 'unknown' | 'zero';

/**
 * Reads a report. Never throws, whatever the text; time grows in proportion to it.
 *
 * @param text the whole document, with any line ends, BOM and full-width characters
 * @returns what was read, or undefined when headings and title say that this is no annual report
 */
export function parseReport(text: string, options: ParseOptions = {}): Report | undefined {
  const skimmed = skim(text);
  const { lines, blocks, headings, title } = skimmed;
  if (!options.always && !isReport(text, headings, title)) return undefined;
  const sections = buildSections(text, blocks.spans, headings);
  const read = readTables(text, blocks, headings);
  const tables = options.blankCells === 'zero' ? read.map(withZeros) : read;
  const form = tables.some((table) => isOutdated(table.form)) ? FORM_2019 : FORM_2021;
  const origin = originOf(text, skimmed, options.name);
  return { text, lines: lines.spans, blocks: blocks.spans, title, ...origin, sections, form, tables };
}

/** The table with 0 in every cell that is blank. */
function withZeros(table: Table): Table {
  const fill = (cell: Cell): Cell =>
    cell.reading.kind === 'blank' ? { ...cell, reading: { kind: 'number', value: 0 } } : cell;
  return { ...table, rows: table.rows.map((row) => row && { ...row, cells: row.cells.map(fill) }) };
}

/** Whether a text reads like an annual report: what `parseReport` decides, without reading the tables. */
export function readsLikeReport(text: string): boolean {
  const { headings, title } = skim(text);
  return isReport(text, headings, title);
}

function originOf(text: string, { blocks, headings, title }: ReturnType<typeof skim>, name: string | undefined) {
  return findOrigin({ text, lines: blocks.spans, headings, title }, name);
}

/** What headings and title tell of a text. */
function skim(text: string) {
  const lines = readLines(text);
  const blocks = cutAtBlocks(text, lines);
  const headings = findHeadings(text, blocks.spans);
  const { title } = findTitle(text, blocks.spans, headings[0]?.line ?? blocks.spans.length);
  return { lines, blocks, headings, title };
}

/**
 * The heading of a statistical section is found in no other kind of document; 总体情况 and 存在的主要问题 are found in
 * many, and count only below the title of such a report.
 */
function isReport(text: string, headings: readonly Heading[], title: Title | undefined): boolean {
  if (headings.some((heading) => heading.likeness === 'own')) return true;
  if (!title) return false;
  return headings.length > 0 || text.length - title.span.end < DRAFT;
}

function buildSections(text: string, lines: readonly Span[], headings: readonly Heading[]): Section[] {
  return headings.map((heading, at) => {
    const line = lines[heading.line] as Span;
    const next = headings[at + 1];
    const end = next ? (lines[next.line] as Span).start : text.length;
    const start = skipSpaces(text, line.start, heading.span.start);
    return {
      form: heading.form,
      heading: heading.span,
      ordinal: heading.ordinal,
      span: { start: line.start, end },
      body: { start: Math.min(heading.span.end, end), end },
      prefix: text.slice(start, heading.span.start),
    };
  });
}

/** Filled anew for each section: tokens do not outlive the reading of a table. */
const TOKENS = new Tokens();

/** The tables of a report, each from its own section; one whose heading is lost is looked for wherever it begins. */
function readTables(text: string, lines: Lines, headings: readonly Heading[]): Table[] {
  const present = new Set(headings.map((heading) => heading.form.number));
  const lost = ([2, 3, 4] as const).filter((number) => !present.has(number));
  const found = new Map<TableNumber, Table>();
  const source: Source = { text, tokens: TOKENS };
  const regions = [
    { number: 0, from: 0 },
    ...headings.map((each) => ({ number: each.form.number, from: each.line + 1 })),
  ];
  for (const [at, region] of regions.entries()) {
    const own = isTableNumber(region.number) ? region.number : undefined;
    if (own === undefined && lost.length === 0) continue;
    const to = headings[at]?.line ?? lines.spans.length;
    TOKENS.clear();
    const layout = splitTable(text, lines, region.from, to, TOKENS);
    for (const [number, raws] of partition(source, groupRows(source), own, lost)) {
      const table = found.has(number) ? undefined : bindEitherForm(source, raws, number, layout);
      if (table) found.set(number, table);
    }
  }
  return [...found.values()].sort((a, b) => a.number - b.number);
}

/** Gives each row to the table that it stands in: the section's own, until the head of one that lost its heading. */
function partition(
  source: Source,
  raws: readonly RawRow[],
  own: TableNumber | undefined,
  lost: readonly TableNumber[],
): Map<TableNumber, RawRow[]> {
  const parts = new Map<TableNumber, RawRow[]>();
  let current = own;
  for (const raw of raws) {
    current = lost.find((number) => number !== current && opens(source, raw, number)) ?? current;
    if (current === undefined) continue;
    const part = parts.get(current);
    if (part) part.push(raw);
    else parts.set(current, [raw]);
  }
  return parts;
}

function opens(source: Source, raw: RawRow, number: TableNumber): boolean {
  return raw.labels.some((label) => opensTable(source, label, tableForm(FORM_2021, number)));
}

/** Reads a table in the form in force, and in the one before when that fits it better. */
function bindEitherForm(source: Source, raws: readonly RawRow[], number: TableNumber, layout: Layout) {
  const [form, before] = [tableForm(FORM_2021, number), tableForm(FORM_2019, number)];
  const table = bindTable(source, raws, form, layout);
  if (!table || form === before || complete(table) === table.rows.length) return table;
  const earlier = bindTable(source, raws, before, layout);
  return earlier && misfits(earlier) < misfits(table) ? earlier : table;
}

/** Rows that were found with all their values. */
function complete(table: Table): number {
  return table.rows.filter((row) => row && row.cells.length > 0).length;
}

function misfits(table: Table): number {
  return table.rows.length - complete(table) + table.unknown.length;
}
