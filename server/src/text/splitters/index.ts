import { findCode } from '../characters.ts';
import { CLOSES_TABLE, HAS_BAR, HAS_COMMA, HAS_TAB, type Lines, OPENS_TABLE, VISIBLE } from '../lines.ts';
import { newTag, readTag, tagName } from '../tags.ts';
import type { Layout, Tokens } from '../tokens.ts';
import type { Block } from './block.ts';
import { isRowOfCells, splitCells } from './cells.ts';
import { isCommaSeparated, splitCommas } from './commas.ts';
import { splitHtml } from './html.ts';
import { isPiped, splitPipes } from './pipes.ts';
import { splitSpaced } from './spaced.ts';
import { splitTabs } from './tabs.ts';

/**
 * Takes lines `[from, to)` apart. Every block of lines (up to the next blank line) is read in the layout it shows by
 * itself, so that a table in which some rows were pasted from elsewhere is still read. One pass.
 *
 * @param tokens where the cells are added
 * @returns how most cells were separated
 */
export function splitTable(text: string, lines: Lines, from: number, to: number, tokens: Tokens): Layout {
  const seen: Record<Layout, number> = { spaced: 0, tsv: 0, csv: 0, cells: 0, pipes: 0, html: 0 };
  for (let at = from; at < to; ) {
    const table = lines.marks(at) & OPENS_TABLE ? htmlEnd(text, lines, at, to) : at;
    if (table > at) {
      splitHtml(text, lines.start(at), lines.end(table - 1), tokens);
      seen.html += table - at;
      at = table;
      continue;
    }
    const end = blockEnd(text, lines, at, to);
    if (end > at) seen[splitBlock(text, { lines, from: at, to: end }, tokens)] += end - at;
    at = Math.max(end, at + 1);
  }
  return mostSeen(seen);
}

/** The layout of most lines; lines of spaces are also prose, so any other layout goes first. */
function mostSeen(seen: Readonly<Record<Layout, number>>): Layout {
  let most: Layout = 'spaced';
  for (const layout of PARTED) if (most === 'spaced' ? seen[layout] > 0 : seen[layout] > seen[most]) most = layout;
  return most;
}

const PARTED: readonly Layout[] = ['tsv', 'csv', 'cells', 'pipes', 'html'];

const [OPENS, OPENS_ROW, CLOSES] = [tagName('table'), tagName('tr'), tagName('/table')];
const TAG = newTag();
const SLASH = 0x2f;
const LETTER_T = 0x74;

/** When line `at` opens an HTML table: the line behind the one that closes it, or `to`. Otherwise `at`. */
function htmlEnd(text: string, lines: Lines, at: number, to: number): number {
  if (!holdsTag(text, lines.start(at), lines.end(at), OPENS, OPENS_ROW)) return at;
  let end = at;
  while (end < to && !closesTable(text, lines, end)) end++;
  return Math.min(end + 1, to);
}

function closesTable(text: string, lines: Lines, at: number): boolean {
  return (lines.marks(at) & CLOSES_TABLE) !== 0 && holdsTag(text, lines.start(at), lines.end(at), CLOSES, CLOSES);
}

function holdsTag(text: string, start: number, end: number, name: number, other: number): boolean {
  const first = name === CLOSES ? SLASH : LETTER_T;
  for (let at = findCode(text, 0x3c, start, end); at >= 0; at = findCode(text, 0x3c, at + 1, end)) {
    // Most tags need not be read to know that they are none of these.
    if ((text.charCodeAt(at + 1) | 0x20) !== first || !readTag(text, at, end, TAG)) continue;
    if (TAG.name === name || TAG.name === other) return true;
  }
  return false;
}

function splitBlock(text: string, block: Block, tokens: Tokens): Layout {
  const { lines, from, to } = block;
  let held = 0;
  for (let at = from; at < to; at++) held |= lines.marks(at);
  if (held & HAS_TAB && isRowOfCells(text, block)) {
    splitCells(text, block, tokens);
    return 'cells';
  }
  if (held & HAS_BAR && isPiped(block)) {
    splitPipes(text, block, tokens);
    return 'pipes';
  }
  if (held & HAS_COMMA && isCommaSeparated(text, block)) {
    splitCommas(text, block, tokens);
    return 'csv';
  }
  for (let at = from; at < to; at++) {
    const line = lines.span(at);
    if (lines.marks(at) & HAS_TAB) splitTabs(text, line, tokens);
    else splitSpaced(text, line, tokens);
  }
  return held & HAS_TAB ? 'tsv' : 'spaced';
}

/** A line of tabs alone is a row or a cell, not a blank line. An HTML table is a block of its own. */
function blockEnd(text: string, lines: Lines, from: number, to: number): number {
  let at = from;
  for (; at < to; at++) {
    const mark = lines.marks(at);
    if ((mark & (VISIBLE | HAS_TAB)) === 0) break;
    if (mark & OPENS_TABLE && holdsTag(text, lines.start(at), lines.end(at), OPENS, OPENS_ROW)) break;
  }
  return at;
}
