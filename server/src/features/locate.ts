import { isTableNumber } from '../report/forms/form.ts';
import {
  type Cell,
  findSection,
  findTable,
  type Report,
  type Row,
  type Section,
  type Table,
} from '../report/report.ts';
import { type Lines, lineAt } from '../text/lines.ts';
import { type Span, touches } from '../text/span.ts';

/** What stands at an offset: a value, the label of a row, or the heading and head of a table. */
export type Place =
  | { readonly kind: 'cell'; readonly span: Span; readonly table: Table; readonly cell: Cell }
  | { readonly kind: 'row'; readonly span: Span; readonly table: Table; readonly row: Row }
  | { readonly kind: 'table'; readonly span: Span; readonly table: Table; readonly section: Section };

/** The innermost thing that the report knows at `offset` (UTF-16), or undefined in prose and between cells. */
export function locate(report: Report, offset: number): Place | undefined {
  for (const table of report.tables) {
    for (const row of table.rows) {
      const place = row && offset >= row.span.start && offset <= row.span.end ? inRow(table, row, offset) : undefined;
      if (place) return place;
    }
  }
  return atHead(report, offset);
}

function inRow(table: Table, row: Row, offset: number): Place | undefined {
  const cell = row.cells.find((each) => touches(each.span, offset));
  if (cell) return { kind: 'cell', span: cell.span, table, cell };
  const label = row.label.find((each) => touches(each, offset));
  return label && { kind: 'row', span: label, table, row };
}

/** The heading of a section that holds a table, and the lines between it and the table's first row. */
function atHead(report: Report, offset: number): Place | undefined {
  for (const table of report.tables) {
    const section = findSection(report, table.number);
    if (!section || offset < section.heading.start || offset > table.span.start) continue;
    const line = firstTouching(report.blocks, offset);
    if (line) return { kind: 'table', span: touches(section.heading, offset) ? section.heading : line, table, section };
  }
  return undefined;
}

/** The first of the lines that an offset touches: in HTML one may end where the next begins. */
function firstTouching(lines: Lines, offset: number): Span | undefined {
  const at = lineAt(lines, offset);
  return [at - 1, at].map((each) => lines.span(Math.max(0, each))).find((line) => touches(line, offset));
}

/** The table in one of whose lines an offset (UTF-16) stands, its head included. */
export function tableAt({ lines, tables }: Report, offset: number): Table | undefined {
  const line = lineAt(lines, offset);
  return tables.find(
    ({ head, span }) => lineAt(lines, Math.min(head, span.start)) <= line && line <= lineAt(lines, span.end),
  );
}

/** The table that a section holds, if its number is one of a table's. */
export function tableOf(report: Report, section: Section): Table | undefined {
  const { number } = section.form;
  return isTableNumber(number) ? findTable(report, number) : undefined;
}
