import { codesOf, isBar, isSpace, skipSpaces } from '../characters.ts';
import { HAS_BAR, type Lines } from '../lines.ts';
import type { Span } from '../span.ts';
import { BLANK, type Tokens } from '../tokens.ts';
import type { Block } from './block.ts';
import { isDrawn, splitDrawn } from './drawn.ts';

/** Whether a block of lines is kept apart by bars: Markdown tables, and what is left of them after copying. */
export function isPiped(lines: Lines, from: number, to: number): boolean {
  let bars = 0;
  for (let at = from; at < to; at++) if (lines.marks(at) & HAS_BAR) bars++;
  return bars > 0 && bars * 3 >= to - from;
}

/**
 * Cells end with a bar. A line with several bars is a row (`| 规章 | 0 | 0 | 0 |`, with or without the leading bar);
 * a line with one is a cell of a row that goes on (`规章 |`), and the bar may also stand on a line of its own.
 */
export function splitPipes(text: string, block: Block, out: Tokens): void {
  if (isDrawn(text, block.lines, block.from, block.to)) splitDrawn(text, block, out);
  else splitRows(text, block, out);
}

function splitRows(text: string, { lines, from, to }: Block, out: Tokens): void {
  let filled = false;
  let lone = false;
  for (let at = from; at < to; at++) {
    const line = lines.span(at);
    if (isRule(text, line)) continue;
    const first = findBar(text, line.start, line.end);
    const several = first >= 0 && findBar(text, first + 1, line.end) >= 0;
    const content = hasContent(text, line);
    if (several && content) {
      // Below bars that stand alone a leading bar closes a blank cell as they do, and is no border.
      if (lone && isFirst(text, line, first)) out.push(BLANK, line.start, line.start, -1);
      splitRow(text, line, first, out);
      filled = false;
    } else filled = splitLoose(text, line, first, filled, out);
    lone = first >= 0 && !several && !content;
  }
  out.pushRowEnd(lines.end(to - 1));
}

/** One row in a line; what stands before a leading bar or behind the last one is no cell. */
function splitRow(text: string, line: Span, first: number, out: Tokens): void {
  const leading = isFirst(text, line, first);
  let start = leading ? first + 1 : line.start;
  let column = 0;
  for (let bar = findBar(text, start, line.end); bar >= 0; bar = findBar(text, start, line.end)) {
    pushSegment(text, start, bar, column++, out);
    start = bar + 1;
  }
  if (skipSpaces(text, start, line.end) < line.end) pushSegment(text, start, line.end, column++, out);
  out.pushRowEnd(line.end);
}

function isFirst(text: string, line: Span, bar: number): boolean {
  return skipSpaces(text, line.start, bar) === bar;
}

/** A line with one bar or none, or with bars alone: each bar closes the cell before it, which is blank if nothing was. */
function splitLoose(text: string, line: Span, first: number, open: boolean, out: Tokens): boolean {
  let filled = open;
  let start = line.start;
  for (let bar = first; ; bar = findBar(text, start, line.end)) {
    const end = bar < 0 ? line.end : bar;
    const content = skipSpaces(text, start, end) < end;
    if (content) pushSegment(text, start, end, -1, out);
    else if (bar >= 0 && !filled) out.push(BLANK, start, start, -1);
    if (bar >= 0) filled = false;
    else return (filled && first < 0) || content;
    start = end + 1;
  }
}

function pushSegment(text: string, start: number, end: number, column: number, out: Tokens): void {
  out.pushCell(text, start, end, column);
  const last = out.length - 1;
  if (out.kinds[last] !== BLANK) return;
  // A blank cell is written into behind one space, as the others are.
  const place = Math.min(start + 1, end);
  out.starts[last] = place;
  out.ends[last] = place;
}

const BESIDE_DASHES = codesOf('|:｜ \t');

/** `| --- | :-: |`: bars, dashes, colons and blanks, with a dash in every part of it. */
function isRule(text: string, line: Span): boolean {
  let dashes = 0;
  for (let at = skipSpaces(text, line.start, line.end); at < line.end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2d) dashes++;
    else if (!BESIDE_DASHES.has(code)) return false;
  }
  return dashes >= 3;
}

/** Whether anything but blanks and bars stands in a line. */
function hasContent(text: string, line: Span): boolean {
  for (let at = line.start; at < line.end; at++) {
    const code = text.charCodeAt(at);
    if (!isSpace(code) && !isBar(code)) return true;
  }
  return false;
}

function findBar(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (isBar(text.charCodeAt(at))) return at;
  return -1;
}
