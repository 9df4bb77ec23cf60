import { isBar, isSpace, TAB } from './characters.ts';
import type { Span } from './span.ts';

/** What a line holds at all, so that no line need be searched for what is not there. */
export const VISIBLE = 1;
export const HAS_TAB = 2;
export const HAS_BAR = 4;
export const HAS_COMMA = 8;
export const HAS_TAG = 16;
/** Whether `<table` or `<tr` may stand in the line, and `</table`: whether its tags need be read to find them. */
export const OPENS_TABLE = 32;
export const CLOSES_TABLE = 64;
const LINE_END = 128;

/** For each code unit, what a line with it holds. */
const MARKS = new Uint8Array(0x10000).fill(VISIBLE);
for (let code = 0; code < MARKS.length; code++) if (isSpace(code)) MARKS[code] = 0;
for (const code of [0x7c, 0xff5c, 0x2502]) if (isBar(code)) MARKS[code] = VISIBLE | HAS_BAR;
MARKS[TAB] = HAS_TAB;
MARKS[0x2c] = VISIBLE | HAS_COMMA;
MARKS[0x3c] = VISIBLE | HAS_TAG | OPENS_TABLE | CLOSES_TABLE;
MARKS[0x0a] = LINE_END;
MARKS[0x0d] = LINE_END;

/** The lines of a text, and for each of them what it holds, as bits. */
export interface Lines {
  readonly spans: readonly Span[];
  readonly marks: readonly number[];
}

/** The bits of what a character alone makes a line hold. */
export function marksOf(code: number): number {
  return MARKS[code] as number;
}

/**
 * The lines of `text` without their line ends (`\n`, `\r\n` or a lone `\r`, as editors count them). One pass; there is
 * always at least one line.
 */
export function readLines(text: string): Lines {
  const spans: Span[] = [];
  const marks: number[] = [];
  const { length } = text;
  let start = 0;
  let held = 0;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    const mark = MARKS[code] as number;
    if (mark !== LINE_END) {
      held |= mark;
      continue;
    }
    spans.push({ start, end: at });
    marks.push(held);
    if (code === 0x0d && text.charCodeAt(at + 1) === 0x0a) at++;
    start = at + 1;
    held = 0;
  }
  spans.push({ start, end: length });
  marks.push(held);
  return { spans, marks };
}

/** The lines alone. */
export function splitLines(text: string): readonly Span[] {
  return readLines(text).spans;
}

/** Index of the line that holds `offset` (UTF-16): the last line that starts at or before it. */
export function lineAt(lines: readonly Span[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] as Span).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function hasLineEnd(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (MARKS[text.charCodeAt(at)] === LINE_END) return true;
  return false;
}
