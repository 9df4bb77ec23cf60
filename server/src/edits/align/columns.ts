import type { Report, Table } from '../../report/report.ts';
import { lineAt, VISIBLE } from '../../text/lines.ts';
import { pushTo } from '../../text/push-to.ts';
import { isDrawn } from '../../text/splitters/drawn.ts';
import { textWidth } from '../../text/width.ts';
import type { Edit } from '../edit.ts';
import type { Segment, SegmentedLine } from './segments.ts';
import { type AlignedLine, linesOf, type Unit } from './units.ts';

/** How a separator takes up room. */
interface Separator {
  /** Blanks that a cell has on either side of its characters. */
  readonly pad: 0 | 1;
  /** Where the cell behind the separator begins that stands at this column. */
  readonly behind: (column: number) => number;
  /** The leftmost end of a cell, not left of `end`, from which a separator leads to this column. */
  readonly before: (column: number, end: number) => number;
}

const BARS: Separator = { pad: 1, behind: (column) => column + 1, before: (column) => column - 1 };

const tabsOf = (size: number): Separator => ({
  pad: 0,
  behind: (column) => (Math.floor(column / size) + 1) * size,
  before: (column, end) => Math.max(end, column - size),
});

/**
 * The blanks with which the cells of a table stand below each other, where tabs or bars keep them apart: labels take one
 * column together, for they are merged over each other, and each value one.
 *
 * @param tabSize columns from one tab stop to the next
 */
export function alignColumns(report: Report, table: Table, tabSize: number): Edit[] {
  const { layout } = table;
  if ((layout !== 'pipes' && layout !== 'tsv') || isDrawnTable(report, table)) return [];
  const lines = linesOf(report, table, layout);
  const separator = layout === 'pipes' ? BARS : tabsOf(tabSize);
  const starts = startsOf(report.text, lines, separator);
  return lines.flatMap((line) => editsOfLine(report.text, line, starts, separator));
}

/** Whether rules stand between the rows: they, and the lines of long labels, would have to be drawn anew. */
function isDrawnTable({ text, lines }: Report, { layout, span }: Table): boolean {
  let from = lineAt(lines, span.start);
  let to = from + 1;
  while (from > 0 && lines.marks(from - 1) & VISIBLE) from--;
  while (to < lines.length && lines.marks(to) & VISIBLE) to++;
  return layout === 'pipes' && isDrawn(text, lines, from, to);
}

/** Where each column begins, by its number: 0 for the labels. */
function startsOf(text: string, lines: readonly AlignedLine[], separator: Separator): number[] {
  const starts = [0];
  const byEnd = new Map<number, { line: AlignedLine; unit: Unit }[]>();
  let last = -1;
  for (const line of lines) {
    for (const unit of line.units) {
      pushTo(byEnd, unit.last, { line, unit });
      last = Math.max(last, unit.last);
    }
  }
  for (let column = 0; column <= last; column++) {
    let start = starts[column] ?? 0;
    const own = (byEnd.get(column) ?? []).filter(({ unit }) => unit.closed);
    for (const { line, unit } of own) {
      start = Math.max(start, separator.behind(endOf(text, line, unit, starts[unit.first] ?? 0, separator)));
    }
    starts[column + 1] = start;
  }
  return starts;
}

/** Where a unit ends that begins at this column and has no more blanks than it needs. */
function endOf(
  text: string,
  { isRule, line }: AlignedLine,
  unit: Unit,
  from: number,
  { pad, behind }: Separator,
): number {
  let column = from;
  for (const [at, segment] of unit.segments.entries()) {
    if (at > 0) column = behind(column);
    column += leadOf(text, line, segment, pad).length + textWidth(contentOf(text, segment, isRule)) + pad;
  }
  return column;
}

/** What stands before the characters of a cell: how far a line is indented is left alone. */
function leadOf(text: string, { opened, segments }: SegmentedLine, segment: Segment, pad: number): string {
  const first = segment === segments[0] && !opened;
  return first ? text.slice(segment.whole.start, segment.content.start) : ' '.repeat(pad);
}

function contentOf(text: string, { content }: Segment, isRule: boolean): string {
  const written = text.slice(content.start, content.end);
  return isRule ? ruleOf(written, 3) : written;
}

/** `:---:` with so many dashes. */
function ruleOf(written: string, dashes: number): string {
  return `${written.startsWith(':') ? ':' : ''}${'-'.repeat(dashes)}${written.endsWith(':') ? ':' : ''}`;
}

function editsOfLine(text: string, line: AlignedLine, starts: readonly number[], separator: Separator): Edit[] {
  const { pad } = separator;
  return line.units.flatMap((unit) => {
    const from = starts[unit.first] ?? 0;
    const natural = endOf(text, line, unit, from, separator);
    const more = unit.closed ? separator.before(starts[unit.last + 1] ?? 0, natural) - natural : 0;
    return unit.segments.flatMap((segment, at) => {
      const room = at === unit.segments.length - 1 ? Math.max(0, more) : 0;
      const behind = unit.closed || at < unit.segments.length - 1 ? ' '.repeat(pad) : '';
      const lead = leadOf(text, line.line, segment, pad);
      const content = line.isRule
        ? ruleOf(text.slice(segment.content.start, segment.content.end), 3 + room)
        : text.slice(segment.content.start, segment.content.end);
      const blanks = line.isRule ? '' : ' '.repeat(room);
      return editsOfCell(text, segment, lead, content, blanks + behind);
    });
  });
}

/** Only what differs is replaced: the blanks before and behind the characters, and the dashes of a rule. */
function editsOfCell(text: string, { whole, content }: Segment, lead: string, written: string, behind: string): Edit[] {
  if (content.start === content.end) return differing(text, whole.start, whole.end, lead + behind);
  return [
    ...differing(text, whole.start, content.start, lead),
    ...differing(text, content.start, content.end, written),
    ...differing(text, content.end, whole.end, behind),
  ];
}

function differing(text: string, start: number, end: number, newText: string): Edit[] {
  return text.slice(start, end) === newText ? [] : [{ span: { start, end }, newText }];
}
