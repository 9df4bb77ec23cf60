import { findCode } from '../characters.ts';
import {
  CLOSES_TABLE,
  HAS_BAR,
  HAS_COMMA,
  HAS_EMPHASIS,
  HAS_TAB,
  HAS_TAG,
  type Lines,
  OPENS_TABLE,
  VISIBLE,
} from '../lines.ts';
import { newTag, readTag, tagName } from '../tags.ts';
import type { Layout, Tokens } from '../tokens.ts';
import type { Block } from './block.ts';
import { isRowOfCells, splitCells } from './cells.ts';
import { isCommaSeparated, splitCommas } from './commas.ts';
import { splitHtml } from './html.ts';
import { takeOutMarkup } from './markup.ts';
import { isPiped, splitPipes } from './pipes.ts';
import { splitSpaced } from './spaced.ts';
import { splitTabs } from './tabs.ts';

/** How far some lines are taken apart; what nobody asks for is not. */
export interface Splitting {
  readonly text: string;
  readonly lines: Lines;
  /** The next line. */
  at: number;
  /** Behind the last one. */
  readonly to: number;
  /** How many lines each layout has so far. */
  readonly seen: Record<Layout, number>;
}

/**
 * Begins to take lines `[from, to)` apart. Every block of lines (up to the next blank line) is read in the layout it
 * shows by itself, so that a table in which some rows were pasted from elsewhere is still read. One pass.
 */
export function beginSplitting(text: string, lines: Lines, from: number, to: number): Splitting {
  return { text, lines, at: from, to, seen: { spaced: 0, tsv: 0, csv: 0, cells: 0, pipes: 0, html: 0 } };
}

/** Adds the cells of the next block to `tokens`; false when no line is left. */
export function splitNext(splitting: Splitting, tokens: Tokens): boolean {
  if (splitting.at >= splitting.to) return false;
  const block = nextBlock(splitting);
  if (block) splitBlock(splitting.text, block, tokens);
  return true;
}

/** How most cells of the lines that were taken apart are separated. */
export function layoutOf({ seen }: Splitting): Layout {
  return mostSeen(seen);
}

/** Goes behind the next block, an HTML table or lines up to a blank one; undefined for a blank line. */
function nextBlock(splitting: Splitting): Block | undefined {
  const { text, lines, at: from, to, seen } = splitting;
  const table = lines.marks(from) & OPENS_TABLE ? htmlEnd(text, lines, from, to) : from;
  const end = table > from ? table : blockEnd(text, lines, from, to);
  splitting.at = Math.max(end, from + 1);
  if (end === from) return undefined;
  const marks = table > from ? 0 : marksOf(lines, from, end);
  const layout = table > from ? 'html' : layoutOfBlock(text, lines, from, end, marks);
  seen[layout] += end - from;
  return { lines, from, to: end, layout, marks };
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

function marksOf(lines: Lines, from: number, to: number): number {
  let held = 0;
  for (let at = from; at < to; at++) held |= lines.marks(at);
  return held;
}

function layoutOfBlock(text: string, lines: Lines, from: number, to: number, held: number): Layout {
  if (held & HAS_TAB && isRowOfCells(text, lines, from, to)) return 'cells';
  if (held & HAS_BAR && isPiped(lines, from, to)) return 'pipes';
  if (held & HAS_COMMA && isCommaSeparated(text, lines, from, to)) return 'csv';
  return held & HAS_TAB ? 'tsv' : 'spaced';
}

function splitBlock(text: string, block: Block, tokens: Tokens): void {
  const first = tokens.length;
  const { layout, lines, from, to, marks } = block;
  if (layout === 'html') splitHtml(text, lines.start(from), lines.end(to - 1), tokens);
  else if (layout === 'cells') splitCells(text, block, tokens);
  else if (layout === 'pipes') splitPipes(text, block, tokens);
  else if (layout === 'csv') splitCommas(text, block, tokens);
  else splitLines(text, block, tokens);
  if (marks & (HAS_TAG | HAS_EMPHASIS)) takeOutMarkup(text, first, tokens);
}

function splitLines(text: string, { lines, from, to }: Block, tokens: Tokens): void {
  for (let at = from; at < to; at++) {
    if (lines.marks(at) & HAS_TAB) splitTabs(text, lines.span(at), tokens);
    else splitSpaced(text, lines.span(at), tokens);
  }
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
