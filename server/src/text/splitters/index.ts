import { findCode, skipSpaces, TAB } from '../characters.ts';
import type { Span } from '../span.ts';
import { readTag } from '../tags.ts';
import type { Layout, Token } from '../tokens.ts';
import { isRowOfCells, splitCells } from './cells.ts';
import { isCommaSeparated, splitCommas } from './commas.ts';
import { splitHtml } from './html.ts';
import { BARS, isPiped, splitPipes } from './pipes.ts';
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
  const signs: Signs = {
    tags: text.includes('<'),
    bars: BARS.some((bar) => text.includes(bar)),
    commas: text.includes(','),
  };
  const seen: Record<Layout, number> = { spaced: 0, tsv: 0, csv: 0, cells: 0, pipes: 0, html: 0 };
  for (let at = from; at < to; ) {
    const table = signs.tags ? htmlEnd(text, lines, at, to) : at;
    if (table > at) {
      splitHtml(text, (lines[at] as Span).start, (lines[table - 1] as Span).end, tokens);
      seen.html += table - at;
      at = table;
      continue;
    }
    const end = blockEnd(text, lines, at, to, signs);
    const block = lines.slice(at, end);
    if (block.length > 0) seen[splitBlock(text, block, signs, tokens)] += block.length;
    at = Math.max(end, at + 1);
  }
  return { tokens, layout: mostSeen(seen) };
}

/** The layout of most lines; lines of spaces are also prose, so any other layout goes first. */
function mostSeen({ spaced: _, ...seen }: Record<Layout, number>): Layout {
  const [layout, lines] = Object.entries(seen).reduce((most, each) => (each[1] > most[1] ? each : most));
  return lines > 0 ? (layout as Layout) : 'spaced';
}

/** When line `at` opens an HTML table: the line behind the one that closes it, or `to`. Otherwise `at`. */
function htmlEnd(text: string, lines: readonly Span[], at: number, to: number): number {
  if (!holdsTag(text, lines[at] as Span, 'table') && !holdsTag(text, lines[at] as Span, 'tr')) return at;
  let end = at;
  while (end < to && !holdsTag(text, lines[end] as Span, '/table')) end++;
  return Math.min(end + 1, to);
}

function holdsTag(text: string, line: Span, name: string): boolean {
  for (let at = findCode(text, 0x3c, line.start, line.end); at >= 0; at = findCode(text, 0x3c, at + 1, line.end)) {
    if (readTag(text, at, line.end)?.name === name) return true;
  }
  return false;
}

/** Which signs of a layout the text holds at all, so that no line need be searched for the others. */
interface Signs {
  readonly tags: boolean;
  readonly bars: boolean;
  readonly commas: boolean;
}

function splitBlock(text: string, block: readonly Span[], signs: Signs, tokens: Token[]): Layout {
  if (isRowOfCells(text, block)) {
    splitCells(text, block, tokens);
    return 'cells';
  }
  if (signs.bars && isPiped(text, block)) {
    splitPipes(text, block, tokens);
    return 'pipes';
  }
  if (signs.commas && isCommaSeparated(text, block)) {
    splitCommas(text, block, tokens);
    return 'csv';
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

/** A line of tabs alone is a row or a cell, not a blank line. An HTML table is a block of its own. */
function blockEnd(text: string, lines: readonly Span[], from: number, to: number, { tags }: Signs): number {
  let at = from;
  while (at < to && !isBlankLine(text, lines[at] as Span) && !(tags && htmlEnd(text, lines, at, at + 1) > at)) at++;
  return at;
}

function isBlankLine(text: string, line: Span): boolean {
  return skipSpaces(text, line.start, line.end) === line.end && findCode(text, TAB, line.start, line.end) < 0;
}
