import { halfWidth, skipSpaces, trimEnd } from '../characters.ts';
import type { Span } from '../span.ts';
import type { Token } from '../tokens.ts';
import { classify } from '../value.ts';

/** What separates cells: the bar, its full-width twin, and the one that boxes are drawn with. */
export const BARS = ['|', '｜', '│'];

/** Whether a block of lines is kept apart by bars: Markdown tables, and what is left of them after copying. */
export function isPiped(text: string, block: readonly Span[]): boolean {
  let bars = 0;
  for (const line of block) if (findBar(text, line.start, line.end) >= 0) bars++;
  return bars > 0 && bars * 3 >= block.length;
}

/**
 * Cells end with a bar. A line with several bars is a row (`| 规章 | 0 | 0 | 0 |`, with or without the leading bar);
 * a line with one is a cell of a row that goes on (`规章 |`), and the bar may also stand on a line of its own.
 */
export function splitPipes(text: string, block: readonly Span[], out: Token[]): void {
  let filled = false;
  for (const line of block) {
    if (isRule(text, line)) continue;
    const bars = barsOf(text, line);
    const cells = bars.length > 1 && hasContent(text, line, bars);
    if (cells) {
      splitRow(text, line, bars, out);
      filled = false;
    } else filled = splitLoose(text, line, bars, filled, out);
  }
  const end = (block.at(-1) as Span).end;
  out.push({ kind: 'end', start: end, end, column: -1 });
}

/** One row in a line; what stands before a leading bar or behind the last one is no cell. */
function splitRow(text: string, line: Span, bars: readonly number[], out: Token[]): void {
  const first = bars[0] as number;
  const leading = skipSpaces(text, line.start, first) === first;
  let start = leading ? first + 1 : line.start;
  let column = 0;
  for (const bar of leading ? bars.slice(1) : bars) {
    pushSegment(text, start, bar, column++, out);
    start = bar + 1;
  }
  if (skipSpaces(text, start, line.end) < line.end) pushSegment(text, start, line.end, column++, out);
  out.push({ kind: 'end', start: line.end, end: line.end, column });
}

/** A line with one bar or none, or with bars alone: each bar closes the cell before it, which is blank if nothing was. */
function splitLoose(text: string, line: Span, bars: readonly number[], open: boolean, out: Token[]): boolean {
  let filled = open;
  let start = line.start;
  for (const end of [...bars, line.end]) {
    const content = skipSpaces(text, start, end) < end;
    if (content) pushSegment(text, start, end, -1, out);
    else if (end < line.end && !filled) out.push({ kind: 'blank', start, end: start, column: -1 });
    filled = end < line.end ? false : filled && bars.length === 0 ? true : content;
    start = end + 1;
  }
  return filled;
}

function pushSegment(text: string, start: number, end: number, column: number, out: Token[]): void {
  const kind = classify(text, start, end);
  // A blank cell is written into behind one space, as the others are.
  const from = kind === 'blank' ? Math.min(start + 1, end) : skipSpaces(text, start, end);
  out.push({ kind, start: from, end: kind === 'blank' ? from : trimEnd(text, from, end), column });
}

/** `| --- | :-: |`: bars, dashes, colons and blanks, with a dash in every part of it. */
function isRule(text: string, line: Span): boolean {
  let dashes = 0;
  for (let at = skipSpaces(text, line.start, line.end); at < line.end; at++) {
    const character = text[at] as string;
    if (character === '-') dashes++;
    else if (!'|:｜ \t'.includes(character)) return false;
  }
  return dashes >= 3;
}

function barsOf(text: string, line: Span): number[] {
  const bars: number[] = [];
  for (let at = findBar(text, line.start, line.end); at >= 0; at = findBar(text, at + 1, line.end)) bars.push(at);
  return bars;
}

function hasContent(text: string, line: Span, bars: readonly number[]): boolean {
  let start = line.start;
  for (const end of [...bars, line.end]) {
    if (skipSpaces(text, start, end) < end) return true;
    start = end + 1;
  }
  return false;
}

function findBar(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (halfWidth(code) === 0x7c || code === 0x2502) return at;
  }
  return -1;
}
