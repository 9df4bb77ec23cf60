import { textWidth, widest } from '../../text/width.ts';
import { isAcross, type WrittenRow } from './rows.ts';

/** Blanks between two columns. */
const GAP = 2;

/**
 * A table as text for a fixed-width font: what is merged over several rows stands on a line of its own, numbers stand to the
 * right below the heads of their columns.
 */
export function textLines(rows: readonly WrittenRow[]): string[] {
  const parts: WrittenRow[][] = [];
  for (const row of rows) {
    if (row.kind === 'title' || parts.length === 0) parts.push([]);
    (parts.at(-1) as WrittenRow[]).push(row);
  }
  return parts.flatMap(partLines);
}

/** A table, or a block of table 2 with a head of its own. */
function partLines(rows: readonly WrittenRow[]): string[] {
  const count = widest(rows, ({ kind, values }) => (kind === 'values' ? values.length : 0));
  const heads = rows.map((row, at) => cellsOf(row, rows[at - 1], count));
  const label = widest(rows, (row) => (row.kind === 'title' ? 0 : textWidth(labelOf(row))));
  const widths = Array.from({ length: count }, (_, at) =>
    widest(heads, (cells) => (cells[at]?.wide ? 0 : textWidth(cells[at]?.text ?? ''))),
  );
  return rows.flatMap((row, at) =>
    [...aboveOf(row, count), lineOf(labelOf(row), heads[at] ?? [], label, widths)].filter((line) => line !== ''),
  );
}

/** What stands in a column of values: a head over several columns takes their room. */
interface Shown {
  readonly text: string;
  readonly wide: boolean;
}

function cellsOf(row: WrittenRow, above: WrittenRow | undefined, count: number): Shown[] {
  const { labels, values } = row;
  const first = Math.max(0, values.length - count);
  return values.slice(first).map((text, at) => ({
    text,
    wide: row.kind === 'head' && isAcross(row, above, labels.length + first + at + 1),
  }));
}

function labelOf({ labels }: WrittenRow): string {
  return labels.findLast((label) => label !== '') ?? '';
}

/** What stands on lines of its own: the labels of groups that begin here, and the note above the labels. */
function aboveOf({ kind, labels, values }: WrittenRow, count: number): string[] {
  const last = Math.max(
    0,
    labels.findLastIndex((label) => label !== ''),
  );
  const more = kind === 'head' ? values.slice(0, Math.max(0, values.length - count)) : labels.slice(0, last);
  return more.filter((text) => text !== '');
}

function lineOf(label: string, cells: readonly Shown[], room: number, widths: readonly number[]): string {
  let line = label;
  let edge = room;
  for (const [at, width] of widths.entries()) {
    const { text, wide } = cells[at] ?? { text: '', wide: false };
    const start = edge + (edge > 0 || at > 0 ? GAP : 0);
    edge = start + width;
    if (text === '') continue;
    const from = wide ? start : edge - textWidth(text);
    line += ' '.repeat(Math.max(line === '' ? 0 : 1, from - textWidth(line))) + text;
  }
  return line;
}
