import { columnName, rowLabel } from '../checks/wording/names.ts';
import type { ColumnForm } from '../report/forms/form.ts';
import type { Report, Row, Section, Table } from '../report/report.ts';
import { trimEnd } from '../text/characters.ts';
import { cover, type Span } from '../text/span.ts';
import { tableOf } from './locate.ts';

/** An entry of the outline. `selection` lies inside `span`, and the spans of children inside it too. */
export interface OutlineItem {
  readonly kind: 'section' | 'table' | 'row';
  readonly name: string;
  /** What stands beside the name: the totals of a row. */
  readonly detail: string;
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

/** Sections, their tables and the rows of these, in the order of the text. */
export function outline(report: Report): OutlineItem[] {
  return report.sections.map((section) => {
    const table = tableOf(report, section);
    const inside = table && table.head >= section.span.start && table.span.end <= section.span.end;
    // Blank cells may stand behind the last visible character.
    const end = Math.max(section.heading.end, visibleEnd(report, section), inside ? table.span.end : 0);
    return {
      kind: 'section',
      name: `${section.form.ordinal}、${section.form.title}`,
      detail: '',
      span: { start: section.span.start, end },
      selection: section.heading,
      children: inside ? [tableItem(report, table)] : [],
    };
  });
}

/** A section ends with its last visible character, so that folding leaves the blank line before the next one. */
function visibleEnd({ text }: Report, { span }: Section): number {
  let end = trimEnd(text, span.start, span.end);
  while (end > span.start && '\r\n'.includes(text[end - 1] as string)) end = trimEnd(text, span.start, end - 1);
  return end;
}

function tableItem(report: Report, table: Table): OutlineItem {
  const rows = table.rows.filter((row): row is Row => row !== undefined);
  rows.sort((a, b) => a.span.start - b.span.start);
  return {
    kind: 'table',
    name: TABLE_NAMES[table.number],
    detail: '',
    span: { start: table.head, end: table.span.end },
    selection: { start: table.head, end: table.head },
    children: rows.map((row) => rowItem(report, table, row)),
  };
}

/** 总计 of a row, or of one group of table 4. */
function isTotal(column: ColumnForm | undefined): boolean {
  return column !== undefined && (column.id === 'total' || column.id.endsWith('.total'));
}

const TABLE_NAMES = { 2: '表二', 3: '表三', 4: '表四' } as const;

function rowItem({ text }: Report, table: Table, row: Row): OutlineItem {
  const totals = row.cells.filter((cell) => isTotal(row.form.columns[cell.column]));
  const shown = totals.length > 0 ? totals : row.cells;
  const detail = shown
    .map(
      ({ span, row: index, column }) =>
        `${columnName(table.form, index, column)} ${text.slice(span.start, span.end) || '空'}`,
    )
    .join('，');
  const name = rowLabel(row.form) || '行政复议、行政诉讼';
  const selection = row.label[0] ?? row.cells[0]?.span ?? row.span;
  return { kind: 'row', name, detail, span: cover([row.span, selection]), selection, children: [] };
}

/** Stretches that can be folded away: sections and tables of more than one line. */
export function foldingSpans(report: Report | undefined): Span[] {
  const items = report ? outline(report) : [];
  return [...items, ...items.flatMap((item) => item.children)].map((item) => item.span);
}
