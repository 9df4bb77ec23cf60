import type { Analysis } from '../../../server/src/checks/analysis.ts';
import type { Cell, Report } from '../../../server/src/report/report.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { type Reading, readValue } from '../../../server/src/text/value.ts';
import { spansOf } from '../../support/lines.ts';

/** What is wrong, in words; an empty list is what every text should give. */
export type Problems = string[];

/** Names the first of the spans that does not lie in a text of this length. */
export function outside(what: string, spans: readonly Span[], length: number): Problems {
  for (const { start, end } of spans) {
    const whole = Number.isInteger(start) && Number.isInteger(end);
    if (!whole || start < 0 || start > end || end > length) return [`${what}: span ${start}-${end} of ${length}`];
  }
  return [];
}

export const cellsOf = (report: Report): Cell[] =>
  report.tables.flatMap((table) => table.rows.flatMap((row) => row?.cells ?? []));

export const nameOf = ({ table, row, column }: Cell): string => `${table}.${row}.${column}`;

/** Readings as one line each, so that they can be compared and shown. */
export const spell = (reading: Reading): string =>
  reading.kind === 'number'
    ? `${reading.value}${reading.extra ?? ''}`
    : reading.kind === 'blank'
      ? `blank ${reading.mark}`
      : `${reading.flaw} ${reading.guess}`;

/** A cell is read from its own characters and from nothing else, and no blank stands at their edges. */
function wrongCell(report: Report, cell: Cell): Problems {
  const { span, reading, table, row, column } = cell;
  const form = report.tables.find(({ number }) => number === table)?.form.rows[row]?.columns[column];
  const written = report.text.slice(span.start, span.end);
  const again = readValue(written, 0, written.length, form?.kind ?? 'count');
  const name = `cell ${nameOf(cell)} ${JSON.stringify(written.slice(0, 40))}`;
  if (form === undefined) return [`${name} has no column in the form`];
  if (spell(again) !== spell(reading))
    return [`${name} is read as ${spell(reading)}, its characters say ${spell(again)}`];
  const empty = reading.kind === 'blank' && !reading.mark;
  if (empty ? written !== '' : written === '' || /^\s|\s$/.test(written)) return [`${name} is not trimmed`];
  return [];
}

/** No character belongs to two cells, unless one 0 is merged over a row. */
function overlapping(cells: readonly Cell[]): Problems {
  const ordered = cells.filter(({ merged }) => !merged).sort((a, b) => a.span.start - b.span.start);
  for (let at = 1; at < ordered.length; at += 1) {
    const [one, two] = [ordered[at - 1] as Cell, ordered[at] as Cell];
    if (two.span.start < one.span.end) return [`cells ${nameOf(one)} and ${nameOf(two)} overlap`];
  }
  return [];
}

/** Everything that was read lies in the text; sections follow each other, and each number of a row has its column. */
export function wrongReading({ report, findings }: Analysis): Problems {
  const { text, lines, blocks, title, sections, tables } = report;
  const cells = cellsOf(report);
  const rows = tables.flatMap((table) => table.rows.flatMap((row) => row ?? []));
  const within = (what: string, spans: readonly Span[]) => outside(what, spans, text.length);
  const order = sections.some((section, at) => at > 0 && section.span.start < (sections[at - 1]?.span.end ?? 0));
  const torn = rows.find((row) => row.cells.length > 0 && row.cells.length !== row.form.columns.length);
  return [
    ...within('line', spansOf(lines)),
    ...within('block', spansOf(blocks)),
    ...within('title', title ? [title.span] : []),
    ...sections.flatMap(({ heading, ordinal, span, body }) => within('section', [heading, ordinal, span, body])),
    ...tables.flatMap(({ span, unknown }) => within('table', [span, ...unknown.map((row) => row.span)])),
    ...rows.flatMap(({ span, label }) => within('row', [span, ...label])),
    ...within(
      'cell',
      cells.map(({ span }) => span),
    ),
    ...within(
      'finding',
      findings.map(({ span }) => span),
    ),
    ...(order ? ['two sections overlap'] : []),
    ...(torn ? [`row ${torn.index} has ${torn.cells.length} cells for ${torn.form.columns.length} columns`] : []),
    ...cells.flatMap((cell) => wrongCell(report, cell)),
    ...overlapping(cells),
  ];
}
