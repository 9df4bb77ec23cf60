import { findCode } from '../characters.ts';
import { CLOSES_TABLE, HAS_BAR, HAS_COMMA, HAS_TAB, type Lines, OPENS_TABLE, VISIBLE } from '../lines.ts';
import type { Span } from '../span.ts';
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
export function splitTable(text: string, { spans, marks }: Lines, from: number, to: number, tokens: Tokens): Layout {
  const seen: Record<Layout, number> = { spaced: 0, tsv: 0, csv: 0, cells: 0, pipes: 0, html: 0 };
  for (let at = from; at < to; ) {
    const mark = marks[at] as number;
    const table = mark & OPENS_TABLE ? htmlEnd(text, spans, marks, at, to) : at;
    if (table > at) {
      splitHtml(text, (spans[at] as Span).start, (spans[table - 1] as Span).end, tokens);
      seen.html += table - at;
      at = table;
      continue;
    }
    const end = blockEnd(text, spans, marks, at, to);
    if (end > at) seen[splitBlock(text, { spans, marks, from: at, to: end }, tokens)] += end - at;
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
function htmlEnd(text: string, lines: readonly Span[], marks: readonly number[], at: number, to: number): number {
  if (!holdsTag(text, lines[at] as Span, OPENS, OPENS_ROW)) return at;
  let end = at;
  while (end < to && !closesTable(text, lines[end] as Span, marks[end] as number)) end++;
  return Math.min(end + 1, to);
}

function closesTable(text: string, line: Span, mark: number): boolean {
  return (mark & CLOSES_TABLE) !== 0 && holdsTag(text, line, CLOSES, CLOSES);
}

function holdsTag(text: string, line: Span, name: number | undefined, other: number | undefined): boolean {
  const first = name === CLOSES ? SLASH : LETTER_T;
  for (let at = findCode(text, 0x3c, line.start, line.end); at >= 0; at = findCode(text, 0x3c, at + 1, line.end)) {
    // Most tags need not be read to know that they are none of these.
    if ((text.charCodeAt(at + 1) | 0x20) !== first || !readTag(text, at, line.end, TAG)) continue;
    if (TAG.name === name || TAG.name === other) return true;
  }
  return false;
}

function splitBlock(text: string, block: Block, tokens: Tokens): Layout {
  const { spans, marks, from, to } = block;
  let held = 0;
  for (let at = from; at < to; at++) held |= marks[at] as number;
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
    const line = spans[at] as Span;
    if ((marks[at] as number) & HAS_TAB) splitTabs(text, line, tokens);
    else splitSpaced(text, line, tokens);
  }
  return held & HAS_TAB ? 'tsv' : 'spaced';
}

/** A line of tabs alone is a row or a cell, not a blank line. An HTML table is a block of its own. */
function blockEnd(text: string, spans: readonly Span[], marks: readonly number[], from: number, to: number): number {
  let at = from;
  for (; at < to; at++) {
    const mark = marks[at] as number;
    if ((mark & (VISIBLE | HAS_TAB)) === 0) break;
    if (mark & OPENS_TABLE && holdsTag(text, spans[at] as Span, OPENS, OPENS_ROW)) break;
  }
  return at;
}
