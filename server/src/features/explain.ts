import type { Analysis } from '../checks/analysis.ts';
import { describe, type Locale } from '../checks/wording/index.ts';
import { rowLabel } from '../checks/wording/names.ts';
import { officialHeading } from '../report/forms/sections.ts';
import type { Cell, Report, Row, Table } from '../report/report.ts';
import { fold } from '../text/fold.ts';
import { lineAt } from '../text/lines.ts';
import { explainWords } from './explain-words.ts';
import { explainClaims } from './prose-explain.ts';

/**
 * How a report was read, as plain text: its form, sections and tables, each row with its line, its label and its
 * values as written, what was left over, and the numbers of the prose with their meaning; so that a user can see why a row
 * is unknown, or why nothing was said about a number.
 */
export function explain(analysis: Analysis, locale: Locale): string {
  const { report } = analysis;
  const words = explainWords[locale];
  const { agency, year, form } = report;
  const sections = report.sections.map(({ form: section, heading }) =>
    words.atLine(lineNumber(report, heading.start), officialHeading(section)),
  );
  return [
    words.title(agency, year),
    ...explainUnknown(analysis, locale),
    words.form(form.year, form.source),
    '',
    ...sections,
    ...report.tables.flatMap((table) => ['', ...explainTable(report, table, locale)]),
    '',
    ...explainClaims(analysis, locale, (offset) => lineNumber(report, offset)),
    '',
  ].join('\n');
}

/** What is not known of organ and year, and what is not checked for that: the messages of their rules. */
export function explainUnknown({ findings }: Analysis, locale: Locale): string[] {
  return findings.filter(({ code }) => OPENING.includes(code)).map((finding) => describe(finding, locale));
}

const OPENING = ['title-missing', 'year-unknown'];

function explainTable(report: Report, table: Table, locale: Locale): string[] {
  const words = explainWords[locale];
  const rows = table.form.rows.map((form, index) => {
    const row = table.rows[index];
    return row ? explainRow(report, row, locale) : words.missing(rowLabel(form));
  });
  const unknown = table.unknown.map(({ span, label }) =>
    words.atLine(lineNumber(report, span.start), words.unknown(label)),
  );
  return [words.table(table.number, words.layouts[table.layout]), ...rows, ...unknown];
}

function explainRow(report: Report, row: Row, locale: Locale): string {
  const words = explainWords[locale];
  const found = row.label.map(({ start, end }) => report.text.slice(start, end)).join('');
  const values =
    row.cells.length > 0
      ? row.cells.map((cell) => explainCell(report, cell, locale)).join(' ')
      : words.unsure(row.found, row.form.columns.length);
  const official = rowLabel(row.form);
  // Spelling aside, a label is worth showing only when it is not the form's own.
  const same = found === '' || fold(found) === fold(row.form.label);
  const label = same ? official : `${official} ← ${found}`;
  return words.atLine(lineNumber(report, row.span.start), `${label}${label ? '  ' : ''}${values}`);
}

function explainCell({ text }: Report, { span, reading }: Cell, locale: Locale): string {
  const written = text.slice(span.start, span.end);
  if (reading.kind === 'number') return String(reading.value);
  return reading.kind === 'blank' ? explainWords[locale].blank : `?“${written}”`;
}

/** One-based, as editors show it. */
function lineNumber({ lines }: Report, offset: number): number {
  return lineAt(lines, offset) + 1;
}
