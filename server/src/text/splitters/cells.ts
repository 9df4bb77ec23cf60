import { TAB } from '../characters.ts';
import { HAS_TAB, HAS_TABS, type Lines } from '../lines.ts';
import type { Tokens } from '../tokens.ts';
import type { Block } from './block.ts';
import { splitSpaced } from './spaced.ts';

/** Whether a block of lines is one row with a cell per line: the first cell and nearly all others follow a tab. */
export function isRowOfCells(text: string, lines: Lines, from: number, to: number): boolean {
  if (!(lines.marks(from) & HAS_TAB)) return false;
  let cells = 0;
  for (let at = from; at < to; at++) {
    const marks = lines.marks(at);
    if (!(marks & HAS_TAB)) continue;
    if (marks & HAS_TABS || text.charCodeAt(lines.start(at)) !== TAB) return false;
    cells++;
  }
  return cells * 2 >= to - from;
}

/**
 * A table copied out of a word processor: each cell on its own line after a tab, a blank line between rows. A line
 * without a tab goes on with the cell above (`商业` / `企业`).
 */
export function splitCells(text: string, { lines, from, to }: Block, out: Tokens): void {
  let column = -1;
  for (let at = from; at < to; at++) {
    if (lines.marks(at) & HAS_TAB) out.pushCell(text, lines.start(at) + 1, lines.end(at), ++column);
    else splitSpaced(text, lines.span(at), out);
  }
  out.pushRowEnd(lines.end(to - 1));
}
