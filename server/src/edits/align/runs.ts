import type { Cell, Report, Row, Table } from '../../report/report.ts';
import { skipSpaces, trimEnd } from '../../text/characters.ts';
import { lineAt } from '../../text/lines.ts';
import { pushTo } from '../../text/push-to.ts';
import type { Span } from '../../text/span.ts';
import { textWidth, widest } from '../../text/width.ts';
import type { Edit } from '../edit.ts';

/** Blanks that keep two values apart. */
const GAP = 2;

/** The values of a row that stand in one line, with nothing but blanks between them. */
interface RowOnLine {
  readonly cells: readonly Span[];
  /** The blanks before each of them. */
  readonly gaps: readonly Span[];
  /** How far what stands before the values reaches, in columns. */
  readonly label: number;
  readonly widths: readonly number[];
  readonly lefts: readonly number[];
  readonly rights: readonly number[];
}

/**
 * The blanks with which the values of a table stand below each other, where runs of spaces keep them apart. Where most rows
 * stand so already, to the left or to the right, the others join them; else all are put to the right.
 */
export function alignRuns(report: Report, table: Table): Edit[] {
  if (table.layout !== 'spaced') return [];
  const byWidth = new Map<number, RowOnLine[]>();
  for (const row of table.rows) {
    const placed = row && rowOnLine(report, row);
    if (placed) pushTo(byWidth, placed.cells.length, placed);
  }
  return [...byWidth.values()].flatMap((rows) => alignRows(report.text, rows));
}

function rowOnLine({ text, lines }: Report, { cells }: Row): RowOnLine | undefined {
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last || cells.some(isNoValue)) return undefined;
  const line = lines.span(lineAt(lines, first.span.start));
  if (last.span.end > line.end) return undefined;
  const gaps: Span[] = [];
  for (const [at, { span }] of cells.entries()) {
    const before = at === 0 ? trimEnd(text, line.start, span.start) : (cells[at - 1] as Cell).span.end;
    if (before > span.start || skipSpaces(text, before, span.start) < span.start) return undefined;
    gaps.push({ start: before, end: span.start });
  }
  // A tab in the line has no width of its own.
  if (text.slice(line.start, last.span.end).includes('\t')) return undefined;
  const column = (offset: number) => textWidth(text.slice(line.start, offset));
  const spans = cells.map(({ span }) => span);
  return {
    cells: spans,
    gaps,
    label: column(gaps[0]?.start ?? line.start),
    widths: spans.map(({ start, end }) => textWidth(text.slice(start, end))),
    lefts: spans.map(({ start }) => column(start)),
    rights: spans.map(({ end }) => column(end)),
  };
}

const isNoValue = ({ span, merged }: Cell) => span.start === span.end || merged === true;

function alignRows(text: string, rows: readonly RowOnLine[]): Edit[] {
  const rights = usual(rows, ({ rights }) => rights);
  const lefts = usual(rows, ({ lefts }) => lefts);
  const toLeft = lefts.count > rights.count;
  const most = toLeft ? lefts : rights;
  const startsAt = (row: RowOnLine, at: number) =>
    (most.edges[at] as number) - (toLeft ? 0 : (row.widths[at] as number));
  const fits = rows.every((row) =>
    row.widths.every((_, at) => {
      const before = at === 0 ? row.label : startsAt(row, at - 1) + (row.widths[at - 1] as number);
      return startsAt(row, at) >= before + (at === 0 && row.label === 0 ? 0 : GAP);
    }),
  );
  if (most.count * 2 > rows.length && fits) return rows.flatMap((row) => placed(text, row, (at) => startsAt(row, at)));
  const edges = narrowest(rows);
  return rows.flatMap((row) => placed(text, row, (at) => (edges[at] as number) - (row.widths[at] as number)));
}

/** Where the values of most rows stand, and of how many. */
function usual(rows: readonly RowOnLine[], edgesOf: (row: RowOnLine) => readonly number[]) {
  const counts = new Map<string, number>();
  let best: { edges: readonly number[]; count: number } = { edges: [], count: 0 };
  for (const row of rows) {
    const edges = edgesOf(row);
    const key = edges.join();
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > best.count) best = { edges, count };
  }
  return best;
}

/** The right edges of the narrowest columns that hold all values. */
function narrowest(rows: readonly RowOnLine[]): number[] {
  let edge = widest(rows, ({ label }) => label);
  return (rows[0]?.widths ?? []).map((_, at) => {
    edge += GAP + widest(rows, ({ widths }) => widths[at] ?? 0);
    return edge;
  });
}

function placed(text: string, row: RowOnLine, startsAt: (at: number) => number): Edit[] {
  return row.gaps.flatMap((span, at) => {
    const before = at === 0 ? row.label : startsAt(at - 1) + (row.widths[at - 1] as number);
    const newText = ' '.repeat(Math.max(0, startsAt(at) - before));
    return text.slice(span.start, span.end) === newText ? [] : [{ span, newText }];
  });
}
