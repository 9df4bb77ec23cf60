import { findCode, TAB } from '../characters.ts';
import { HAS_TAB } from '../lines.ts';
import type { Span } from '../span.ts';
import type { Tokens } from '../tokens.ts';
import type { Block } from './block.ts';
import { splitSpaced } from './spaced.ts';

/** Whether a block of lines is one row with a cell per line: the first cell and nearly all others follow a tab. */
export function isRowOfCells(text: string, { spans, marks, from, to }: Block): boolean {
  if (!((marks[from] as number) & HAS_TAB)) return false;
  let cells = 0;
  for (let at = from; at < to; at++) {
    if (!((marks[at] as number) & HAS_TAB)) continue;
    const { start, end } = spans[at] as Span;
    if (text.charCodeAt(start) !== TAB || findCode(text, TAB, start + 1, end) >= 0) return false;
    cells++;
  }
  return cells * 2 >= to - from;
}

/**
 * A table copied out of a word processor: each cell on its own line after a tab, a blank line between rows. A line
 * without a tab goes on with the cell above (`商业` / `企业`).
 */
export function splitCells(text: string, { spans, marks, from, to }: Block, out: Tokens): void {
  let column = -1;
  for (let at = from; at < to; at++) {
    const line = spans[at] as Span;
    if ((marks[at] as number) & HAS_TAB) out.pushCell(text, line.start + 1, line.end, ++column);
    else splitSpaced(text, line, out);
  }
  out.pushRowEnd((spans[to - 1] as Span).end);
}
