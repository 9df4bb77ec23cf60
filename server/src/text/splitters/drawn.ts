import { codesOf, isBar, isSpace, skipSpaces, trimEnd } from '../characters.ts';
import { HAS_BAR, type Lines } from '../lines.ts';
import type { Span } from '../span.ts';
import { BLANK, type Tokens } from '../tokens.ts';
import { classify } from '../value.ts';
import type { Block } from './block.ts';
import { joinLabel } from './markup.ts';

/** Fewer rules than this are those of a head: above it, below it, and below the last row. */
const FEWEST_RULES = 4;
/** A rule of fewer dashes is a dash. */
const SHORTEST_RULE = 3;
const DASHES = codesOf('-=─━═╌┄');
const CROSSINGS = codesOf('+┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╞╪╡╟╫╢┏┳┓┣╋┫┗┻┛┠╂┨┝┿┥');

/**
 * Whether a block of lines is a drawn table: every row stands between two rules (`+---+---+`, `├───┼───┤`), so that its
 * cells may take as many lines as they need. Where rules stand around the head alone, every line is a row.
 */
export function isDrawn(text: string, lines: Lines, from: number, to: number): boolean {
  let rules = 0;
  for (let at = from; at < to; at++) if ((lines.marks(at) & HAS_BAR) === 0 && isRule(text, lines.span(at))) rules++;
  return rules >= FEWEST_RULES && isRowBetweenRules(text, lines, from, to);
}

/** Whether no two lines without a rule between them hold values. */
function isRowBetweenRules(text: string, lines: Lines, from: number, to: number): boolean {
  let values = 0;
  for (let at = from; at < to; at++) {
    const line = lines.span(at);
    if (isRule(text, line)) values = 0;
    else if (partsOf(text, line).some(({ start, end }) => start < end && classify(text, start, end) === 'value'))
      values++;
    if (values > 1) return false;
  }
  return true;
}

/** The rows of a drawn table, each with its cells one after the other and the lines of a cell together. */
export function splitDrawn(text: string, { lines, from, to }: Block, out: Tokens): void {
  let row: Span[] = [];
  for (let at = from; at < to; at++) {
    const line = lines.span(at);
    if (!isRule(text, line)) row.push(line);
    else if (row.length > 0) {
      pushRow(text, row, out);
      row = [];
    }
  }
  if (row.length > 0) pushRow(text, row, out);
}

function pushRow(text: string, row: readonly Span[], out: Tokens): void {
  const cells: Span[][] = [];
  for (const line of row) {
    for (const [column, part] of partsOf(text, line).entries()) {
      cells[column] ??= [];
      (cells[column] as Span[]).push(part);
    }
  }
  for (const [column, parts] of cells.entries()) pushParts(text, parts, column, out);
  out.pushRowEnd((row.at(-1) as Span).end);
}

/** The lines of one cell. */
function pushParts(text: string, parts: readonly Span[], column: number, out: Tokens): void {
  const first = out.length;
  for (const { start, end } of parts) if (start < end) out.pushTrimmed(text, start, end, column);
  const [part] = parts;
  if (out.length === first && part) out.push(BLANK, part.start, part.start, column);
  joinLabel(first, out);
}

/** What stands between the bars of a line, without the blanks around it; of a blank one the place behind its first blank. */
function partsOf(text: string, line: Span): Span[] {
  const parts: Span[] = [];
  let start = skipSpaces(text, line.start, line.end);
  if (start < line.end && isBar(text.charCodeAt(start))) start++;
  for (let at = start; at <= line.end; at++) {
    if (at < line.end && !isBar(text.charCodeAt(at))) continue;
    if (at === line.end && skipSpaces(text, start, at) === at) break;
    const from = skipSpaces(text, start, at);
    const place = Math.min(start + 1, at);
    parts.push(from < at ? { start: from, end: trimEnd(text, from, at) } : { start: place, end: place });
    start = at + 1;
  }
  return parts;
}

/**
 * Whether a line is a rule, or one beside a cell that goes on below it (`| 本年度 +------+----+`): whatever ends there, a
 * row begins.
 */
function isRule(text: string, { start, end }: Span): boolean {
  let dashes = 0;
  let crossings = 0;
  let others = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (DASHES.has(code)) dashes++;
    else if (CROSSINGS.has(code)) crossings++;
    else if (!isSpace(code) && !isBar(code)) others++;
  }
  return dashes >= SHORTEST_RULE && crossings > 0 && (others === 0 || dashes > 2 * others);
}
