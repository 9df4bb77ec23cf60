import type { KeptLines } from '../text/change.ts';
import { skipSpaces } from '../text/characters.ts';
import type { Lines } from '../text/lines.ts';
import { FORM_2019, FORM_2021, isOutdated } from './forms/index.ts';
import type { Heading } from './headings.ts';
import { findOrigin } from './origin.ts';
import type { BlankCells, Cell, Report, Section, Table } from './report.ts';
import { isReport, skim } from './skim.ts';
import { readTables } from './tables.ts';

export interface ParseOptions {
  /** Read the text as a report whatever it looks like: its language mode says that it is one. */
  readonly always?: boolean;
  /** `unknown` unless told otherwise. */
  readonly blankCells?: BlankCells;
  /** A path or a URI: the name of the file may tell organ and year where the text does not. */
  readonly name?: string;
}

/**
 * Reads a report. Never throws, whatever the text; time grows in proportion to it.
 *
 * @param text the whole document, with any line ends, BOM and full-width characters
 * @returns what was read, or undefined when headings and title say that this is no annual report
 */
export function parseReport(text: string, options: ParseOptions = {}): Report | undefined {
  return parseVersion(text, options, undefined)?.report;
}

/** A report, and which of its lines are those of the version before. */
export interface ParsedVersion {
  readonly report: Report;
  readonly kept?: KeptLines;
}

/**
 * Reads a version of a report of which an earlier one is known. Lines and tables that were not changed are not read again;
 * what comes of it is the same as if all had been.
 */
export function parseVersion(
  text: string,
  options: ParseOptions,
  before: Report | undefined,
): ParsedVersion | undefined {
  const skimmed = skim(text, before);
  const { lines, blocks, kept, headingLines, headings, opening, end } = skimmed;
  if (!options.always && !isReport(text, skimmed)) return undefined;
  const stop = blocks.startOr(end, text.length);
  const sections = buildSections(text, blocks, headings.sections, stop);
  const { blankCells = 'unknown' } = options;
  const known = before && kept && before.blankCells === blankCells ? { report: before, kept } : undefined;
  const { tables: read, unreadable } = readTables(text, blocks, headings.sections, end, known);
  const tables = blankCells === 'zero' ? read.map(withZeros) : read;
  const form = tables.some((table) => isOutdated(table.form)) ? FORM_2019 : FORM_2021;
  const { title } = opening;
  const { agency, year, yearSources } = findOrigin(
    { text, lines: blocks, end, headings: headings.sections, title },
    options.name,
  );
  const report: Report = {
    text,
    lines,
    blocks,
    headingLines,
    title,
    agency,
    year,
    yearSources,
    sections,
    form,
    tables,
    unreadable,
    blankCells,
    aspects: headings.aspects,
  };
  const whole = stop < text.length ? { ...report, second: { start: stop, end: text.length } } : report;
  return kept ? { report: whole, kept } : { report: whole };
}

/** The table with 0 in every cell that is blank. */
function withZeros(table: Table): Table {
  const fill = (cell: Cell): Cell =>
    cell.reading.kind === 'blank' ? { ...cell, reading: { kind: 'number', value: 0 } } : cell;
  return { ...table, rows: table.rows.map((row) => row && { ...row, cells: row.cells.map(fill) }) };
}

function buildSections(text: string, lines: Lines, headings: readonly Heading[], to: number): Section[] {
  return headings.map((heading, at) => {
    const line = lines.span(heading.line);
    const next = headings[at + 1];
    const end = next ? lines.start(next.line) : to;
    const start = skipSpaces(text, line.start, heading.span.start);
    return {
      form: heading.form,
      heading: heading.span,
      ordinal: heading.ordinal,
      span: { start: line.start, end },
      body: { start: Math.min(heading.span.end, end), end },
      prefix: text.slice(start, heading.span.start),
      ...(heading.likeness === 'place' ? { byPlace: true } : {}),
    };
  });
}
