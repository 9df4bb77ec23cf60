import { columnName, rowLabel } from '../checks/wording/names.ts';
import { type ColumnForm, type GroupForm, TABLE_NAMES } from '../report/forms/form.ts';
import { officialHeading } from '../report/forms/sections.ts';
import { numberIn, type Report, type Row, type Section, type Table } from '../report/report.ts';
import { trimEnd } from '../text/characters.ts';
import { lineAt } from '../text/lines.ts';
import { cover, type Span } from '../text/span.ts';
import { aspectHeadings } from './aspect-headings.ts';
import { tableOf } from './locate.ts';

/**
 * An entry of the outline: a section, one of the aspects of 总体情况, a table, a group of its rows, a row. `selection` lies
 * inside `span`, and the spans of children inside it too.
 */
export interface OutlineItem {
  readonly kind: 'section' | 'aspect' | 'table' | 'group' | 'row';
  readonly name: string;
  /** What stands beside the name: the totals of a row. */
  readonly detail: string;
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

/** Sections, their aspects or tables, and the groups and rows of these, in the order of the text. */
export function outline(report: Report): OutlineItem[] {
  return report.sections.map((section) => {
    const table = tableOf(report, section);
    const inside = table && table.head >= section.span.start && table.span.end <= section.span.end;
    // Blank cells may stand behind the last visible character.
    const end = Math.max(section.heading.end, visibleEnd(report, section), inside ? table.span.end : 0);
    return {
      kind: 'section',
      name: officialHeading(section.form),
      detail: '',
      span: { start: section.span.start, end },
      selection: section.heading,
      children: inside ? [tableItem(report, table)] : aspectItems(report, section, end),
    };
  });
}

/** A section ends with its last visible character, so that folding leaves the blank line before the next one. */
function visibleEnd({ text }: Report, { span }: Pick<Section, 'span'>): number {
  let end = trimEnd(text, span.start, span.end);
  while (end > span.start && '\r\n'.includes(text[end - 1] as string)) end = trimEnd(text, span.start, end - 1);
  return end;
}

/** The aspects of section 一, each with what is said of it. */
function aspectItems(report: Report, section: Section, end: number): OutlineItem[] {
  if (section.form.number !== 1) return [];
  const { text } = report;
  const found = aspectHeadings(report);
  return found.map((heading, at) => {
    const { start } = heading;
    const next = found[at + 1]?.start;
    const to = next === undefined ? end : visibleEnd(report, { span: { start, end: next } });
    // A torn heading may end with blanks, behind what is said.
    const selection = { start, end: Math.min(heading.end, to) };
    const name = text.slice(start, selection.end);
    return { kind: 'aspect', name, detail: '', span: { start, end: to }, selection, children: [] };
  });
}

function tableItem(report: Report, table: Table): OutlineItem {
  const rows = table.rows.filter((row): row is Row => row !== undefined);
  rows.sort((a, b) => a.span.start - b.span.start);
  return {
    kind: 'table',
    name: TABLE_NAMES[table.number],
    detail: '',
    span: { start: table.head, end: table.span.end },
    selection: columnHeads(report, table),
    children: inGroups(rows.map((row) => ({ row, item: rowItem(report, table, row) }))),
  };
}

/** A head is not longer than this; it may be wrapped two characters a line. */
const MOST_HEAD_LINES = 60;

/** The line of the head that names most columns: editors keep it in view while the table is scrolled. */
function columnHeads({ text, lines }: Report, { head, span, form }: Table): Span {
  const names = new Set(form.rows.flatMap(({ columns }) => columns.map(({ name }) => name)));
  let best: Span = { start: head, end: head };
  let most = 0;
  const first = lineAt(lines, head);
  for (let at = first; at < Math.min(lines.length, first + MOST_HEAD_LINES); at++) {
    const [start, end] = [Math.max(lines.start(at), head), Math.min(lines.end(at), span.start)];
    if (start >= end) continue;
    const line = text.slice(start, end);
    const named = [...names].filter((name) => line.includes(name)).length;
    if (named > most) {
      most = named;
      best = { start, end };
    }
  }
  return best;
}

interface RowEntry {
  readonly row: Row;
  readonly item: OutlineItem;
}

/** Rows under the same numbered group of the form, （三）不予公开, become its children. */
function inGroups(entries: readonly RowEntry[]): OutlineItem[] {
  const runs: RowEntry[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    const { group } = entry.row.form;
    if (last && group?.ordinal && last[0]?.row.form.group === group) last.push(entry);
    else runs.push([entry]);
  }
  return runs.flatMap((run) => {
    const group = run[0]?.row.form.group;
    return group?.ordinal ? groupItem(group, run) : run.map(({ item }) => item);
  });
}

function groupItem({ ordinal, name }: GroupForm, run: readonly RowEntry[]): OutlineItem {
  const children = run.map(({ item }) => item);
  const totals = run.map(({ row }) => numberIn(row.cells.find((cell) => isTotal(row.form.columns[cell.column]))));
  // A blank is no zero: without one of the totals their sum is unknown.
  const sum = totals.reduce((all, each) => (all === undefined || each === undefined ? undefined : all + each), 0);
  const [{ selection }] = children as [OutlineItem];
  return {
    kind: 'group',
    name: ordinal + name,
    detail: sum === undefined ? '' : `总计 ${sum}`,
    span: cover(children.map(({ span }) => span)),
    selection,
    children,
  };
}

/** 总计 of a row, or of one group of table 4. */
function isTotal(column: ColumnForm | undefined): boolean {
  return column !== undefined && (column.id === 'total' || column.id.endsWith('.total'));
}

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

/** Stretches that can be folded away: sections, aspects, tables and groups of more than one line. */
export function foldingSpans(report: Report | undefined): Span[] {
  const spans: Span[] = [];
  const walk = (items: readonly OutlineItem[]) => {
    for (const { kind, span, children } of items) {
      if (kind !== 'row') spans.push(span);
      walk(children);
    }
  };
  walk(report ? outline(report) : []);
  return spans;
}
