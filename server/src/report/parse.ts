import { skipSpaces } from '../text/characters.ts';
import { readLines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { cutAtBlocks } from '../text/tags.ts';
import { FORM_2019, FORM_2021, isOutdated } from './forms/index.ts';
import { findHeadings, type Heading } from './headings.ts';
import { findOrigin } from './origin.ts';
import type { Cell, Report, Section, Table, Title } from './report.ts';
import { readTables } from './tables.ts';
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
  const { tables: read, unreadable } = readTables(text, blocks, headings);
  const tables = options.blankCells === 'zero' ? read.map(withZeros) : read;
  const form = tables.some((table) => isOutdated(table.form)) ? FORM_2019 : FORM_2021;
  const origin = originOf(text, skimmed, options.name);
  return { text, lines: lines.spans, blocks: blocks.spans, title, ...origin, sections, form, tables, unreadable };
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
