import { printable } from '../text/foreign.ts';
import { lookUpWidth } from '../text/width.ts';
import { displayWidth, prepareDisplayWidth } from './display-width.ts';

/** A line of the report with carets under a part of it, each as it is to be printed in a terminal's fixed grid. */
export interface CodeFrame {
  readonly text: string;
  readonly carets: string;
}

/** What is shown of a stretch of the line, and whether that is less than all. */
interface Piece {
  readonly text: string;
  readonly cut: boolean;
}

const TAB = '  ';
const CUT = '…';
/** Characters that take no column are let through, but not without end. */
const CHARACTERS_PER_COLUMN = 4;
/** The widest code frame, in columns. */
export const WIDEST = 160;
/** More characters than this are never looked at on either side of a stretch, nor of the stretch itself. */
export const MOST_CHARACTERS = WIDEST * CHARACTERS_PER_COLUMN + 1;

/**
 * Shows `line` with carets under `[start, end)` (UTF-16 offsets in the line); an empty stretch gets one caret. Chinese
 * characters take two columns, so the carets are placed by width and never by count. A line that is wider than `width`
 * columns is cut on either side of the stretch; no more of it is looked at, for a whole table may stand on one line.
 */
export function codeFrame(line: string, start: number, end: number, width: number): CodeFrame {
  const cell = head(line.slice(start, end), width - 2);
  const cellWidth = Math.max(1, displayWidth(cell.text));
  const room = Math.max(0, width - 2 - cellWidth);
  const behind = cell.cut ? '' : line.slice(end);
  const most = room - displayWidth(head(behind, room).text);
  const before = tail(line.slice(0, start), Math.max(most, Math.floor((room * 2) / 3)));
  const after = head(behind, room - displayWidth(before.text));
  const left = (before.cut ? CUT : '') + before.text;
  const right = cell.cut || after.cut ? CUT : '';
  return {
    text: (left + cell.text + after.text).trimEnd() + right,
    carets: ' '.repeat(displayWidth(left)) + '^'.repeat(cellWidth),
  };
}

/** Must be awaited before a code frame of this line is made. */
export function prepareCodeFrame(line: string): Promise<void> {
  return prepareDisplayWidth(show(line));
}

/** As much of the beginning of `raw` as fits into so many columns. */
function head(raw: string, columns: number): Piece {
  const length = fitting(raw.slice(0, Math.max(0, columns) * CHARACTERS_PER_COLUMN), columns);
  return { text: show(raw.slice(0, length)), cut: length < raw.length };
}

/** As much of the end of `raw` as fits into so many columns. */
function tail(raw: string, columns: number): Piece {
  const near = raw.slice(Math.max(0, raw.length - Math.max(0, columns) * CHARACTERS_PER_COLUMN));
  const length = fitting([...near].reverse(), columns);
  return { text: show(raw.slice(raw.length - length)), cut: length < raw.length };
}

/** How many UTF-16 code units of these characters fit, one after the other, into so many columns. */
function fitting(characters: Iterable<string>, columns: number): number {
  let used = 0;
  let length = 0;
  for (const character of characters) {
    used += lookUpWidth(character) ?? displayWidth(show(character));
    if (used > columns) break;
    length += character.length;
  }
  return length;
}

/** A tab is as wide as the terminal likes, so it is shown as blanks. */
function show(raw: string): string {
  return printable(raw.replaceAll('\t', TAB));
}
