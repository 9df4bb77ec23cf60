import type { Layout } from '../../text/tokens.ts';
import { htmlLines } from './html-lines.ts';
import { type WrittenRow, widthOf } from './rows.ts';
import { textLines } from './text-lines.ts';

/** The lines of a table in a layout. A rectangle, where the layout has columns: so every program reads it alike. */
export function writeTable(layout: Layout, rows: readonly WrittenRow[]): string[] {
  return WRITERS[layout](rows);
}

const WRITERS: Readonly<Record<Layout, (rows: readonly WrittenRow[]) => string[]>> = {
  tsv: (rows) => rectangle(rows).map((cells) => cells.join('\t')),
  csv: (rows) => rectangle(rows).map((cells) => cells.map(quote).join(',')),
  cells: (rows) => rows.flatMap((row) => [...dropMerged(row).map((cell) => `\t${cell}`), '']),
  spaced: textLines,
  pipes: (rows) => rectangle(rows).flatMap((cells, at) => [pipeLine(cells), ...(at === 0 ? [pipeRule(cells)] : [])]),
  html: htmlLines,
};

function rectangle(rows: readonly WrittenRow[]): string[][] {
  const width = widthOf(rows);
  return rows.map(({ labels, values }) => {
    const cells = [...labels, ...values];
    return [...cells, ...Array<string>(width - cells.length).fill('')];
  });
}

/** A cell of comma-separated text (RFC 4180). */
function quote(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function pipeLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function pipeRule(cells: readonly string[]): string {
  return `|${' --- |'.repeat(cells.length)}`;
}

/** A word processor leaves no trace of a cell merged to the right, but keeps one of a cell merged downwards. */
function dropMerged({ labels, values, kind }: WrittenRow): string[] {
  const last = labels.findLastIndex((label) => label !== '');
  const shown = kind === 'values' ? values : values.filter((value, at) => value !== '' || at === 0);
  return [...labels.slice(0, last + 1), ...shown];
}
