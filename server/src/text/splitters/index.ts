import { findCode, skipSpaces, TAB } from '../characters.ts';
import type { Span } from '../span.ts';
import type { Layout, Token } from '../tokens.ts';
import { isRowOfCells, splitCells } from './cells.ts';
import { splitSpaced } from './spaced.ts';
import { splitTabs } from './tabs.ts';

/** The cells of a stretch of text, and how most of them were separated. */
export interface Split {
  readonly tokens: readonly Token[];
  readonly layout: Layout;
}

/**
 * Takes lines `[from, to)` apart. Every block of lines (up to the next blank line) is read in the layout it shows by
 * itself, so that a table in which some rows were pasted from elsewhere is still read. One pass.
 */
export function splitTable(text: string, lines: readonly Span[], from: number, to: number): Split {
  const tokens: Token[] = [];
  const seen = { spaced: 0, tsv: 0, cells: 0 };
  for (let at = from; at < to; ) {
    const end = blockEnd(text, lines, at, to);
    const block = lines.slice(at, end);
    if (block.length > 0) seen[splitBlock(text, block, tokens)] += block.length;
    at = end + 1;
  }
  const layout = seen.tsv > seen.cells ? 'tsv' : seen.cells > 0 ? 'cells' : 'spaced';
  return { tokens, layout };
}

function splitBlock(text: string, block: readonly Span[], tokens: Token[]): Layout {
  if (isRowOfCells(text, block)) {
    splitCells(text, block, tokens);
    return 'cells';
  }
  let tabbed = 0;
  for (const line of block) {
    if (findCode(text, TAB, line.start, line.end) >= 0) {
      splitTabs(text, line, tokens);
      tabbed++;
    } else splitSpaced(text, line, tokens);
  }
  return tabbed > 0 ? 'tsv' : 'spaced';
}

/** A line of tabs alone is a row or a cell, not a blank line. */
function blockEnd(text: string, lines: readonly Span[], from: number, to: number): number {
  let at = from;
  while (at < to && !isBlankLine(text, lines[at] as Span)) at++;
  return at;
}

function isBlankLine(text: string, line: Span): boolean {
  return skipSpaces(text, line.start, line.end) === line.end && findCode(text, TAB, line.start, line.end) < 0;
}
