import type { Report, Table } from '../../report/report.ts';
import { lineAt } from '../../text/lines.ts';
import { type Segment, type SegmentedLine, segmentsOf } from './segments.ts';

/** Cells of a line that end together: the label cells of a row, one value, or a head with the merged cells behind it. */
export interface Unit {
  readonly segments: readonly Segment[];
  /** The column that it ends with, from 1; 0 for the labels. */
  readonly first: number;
  readonly last: number;
  /** Whether a separator follows. */
  readonly closed: boolean;
}

export interface AlignedLine {
  readonly line: SegmentedLine;
  readonly units: readonly Unit[];
  readonly isRule: boolean;
}

/** The lines of a table that hold cells, heads and rules among them. */
export function linesOf({ text, lines }: Report, table: Table, layout: 'pipes' | 'tsv'): AlignedLine[] {
  const labels = labelsOf(table);
  const found: { line: SegmentedLine; before: number | undefined }[] = [];
  const last = lineAt(lines, table.span.end);
  for (let at = lineAt(lines, table.head); at <= last; at++) {
    const line = segmentsOf(text, lines.span(at), layout);
    if (line.segments.length + (line.closed ? 1 : 0) < 2 + (layout === 'pipes' ? 1 : 0)) continue;
    found.push({ line, before: labels(line) });
  }
  const widths = new Map(
    found.flatMap(({ line, before }) => (before === undefined ? [] : [[line.segments.length, before]])),
  );
  const usual = new Set(widths.values()).size === 1 ? [...widths.values()][0] : undefined;
  return found.flatMap(({ line, before }, at) => {
    const regular = line.opened || layout === 'tsv' ? usual : undefined;
    const count = before ?? widths.get(line.segments.length) ?? regular;
    if (count === undefined) return [];
    const isRule =
      layout === 'pipes' && line.segments.every(({ content }) => isDashes(text.slice(content.start, content.end)));
    return [
      {
        line,
        isRule,
        units: unitsOf(line, count, before === undefined && !isRule ? headsOf(line, found[at - 1]?.line) : () => false),
      },
    ];
  });
}

/** How many cells stand before the values of a line; undefined for a line that holds no whole row. */
function labelsOf({ rows }: Table): (line: SegmentedLine) => number | undefined {
  const starts = new Map<number, number>();
  const cells = rows.flatMap((row) => (row && row.cells.length > 0 ? [row.cells] : []));
  for (const row of cells) starts.set(row[0]?.span.start ?? -1, row.at(-1)?.span.end ?? -1);
  return ({ span, segments }) => {
    const at = segments.findIndex(({ whole, content }) => {
      const end =
        starts.get(content.start) ?? starts.get(Math.min(whole.start + 1, whole.end)) ?? starts.get(whole.start);
      return end !== undefined && end <= span.end;
    });
    return at < 0 ? undefined : at;
  };
}

/** Which cells of a head are merged with the one to their left: not those into which one reaches from above. */
function headsOf({ segments }: SegmentedLine, above: SegmentedLine | undefined): (at: number) => boolean {
  const same = above?.segments.length === segments.length ? above.segments : [];
  return (at) => at < segments.length && isEmpty(segments[at] as Segment) && isEmpty(same[at] ?? NOTHING);
}

const NOTHING: Segment = { whole: { start: 0, end: 0 }, content: { start: 0, end: 0 } };

function unitsOf({ segments, closed }: SegmentedLine, labels: number, isAcross: (at: number) => boolean): Unit[] {
  const units: Unit[] = [];
  const push = (from: number, to: number) => {
    if (to <= from) return;
    const isLast = to === segments.length;
    const first = from < labels ? 0 : from - labels + 1;
    units.push({
      segments: segments.slice(from, to),
      first,
      last: Math.max(0, to - labels),
      closed: closed || !isLast,
    });
  };
  push(0, Math.min(labels, segments.length));
  for (let at = labels; at < segments.length; ) {
    let end = at + 1;
    const isText = !isEmpty(segments[at] as Segment);
    while (isText && isAcross(end)) end++;
    push(at, end);
    at = end;
  }
  return units;
}

const isEmpty = ({ content }: Segment) => content.start === content.end;

function isDashes(written: string): boolean {
  return /^:?-+:?$/.test(written);
}
