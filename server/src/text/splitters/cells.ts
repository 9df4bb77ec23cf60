import { findCode, TAB } from '../characters.ts';
import type { Span } from '../span.ts';
import type { Token } from '../tokens.ts';
import { splitSpaced } from './spaced.ts';
import { pushCell } from './tabs.ts';

/** Whether a block of lines is one row with a cell per line: the first cell and nearly all others follow a tab. */
export function isRowOfCells(text: string, block: readonly Span[]): boolean {
  let cells = 0;
  for (const [index, line] of block.entries()) {
    const tab = findCode(text, TAB, line.start, line.end);
    if (tab > line.start || (tab < 0 && index === 0)) return false;
    if (tab < 0) continue;
    if (findCode(text, TAB, tab + 1, line.end) >= 0) return false;
    cells++;
  }
  return cells * 2 >= block.length;
}

/**
 * A table copied out of a word processor: each cell on its own line after a tab, a blank line between rows. A line
 * without a tab goes on with the cell above (`商业` / `企业`).
 */
export function splitCells(text: string, block: readonly Span[], out: Token[]): void {
  let column = -1;
  for (const line of block) {
    if (text.charCodeAt(line.start) === TAB && line.start < line.end)
      pushCell(text, line.start + 1, line.end, ++column, out);
    else splitSpaced(text, line, out);
  }
  const end = (block.at(-1) as Span).end;
  out.push({ kind: 'end', start: end, end, column: column + 1 });
}
