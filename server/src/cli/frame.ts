import stringWidth from 'string-width';
import { printable } from './printable.ts';

/** A line of the report with carets under a part of it, each as it is to be printed in a terminal's fixed grid. */
export interface Frame {
  readonly text: string;
  readonly carets: string;
}

const TAB = '  ';
const CUT = '…';

/**
 * Shows `line` with carets under `[start, end)` (UTF-16 offsets in the line); an empty stretch gets one caret. Chinese
 * characters take two columns, so the caret is placed by width and never by count. A line that is wider than `width`
 * columns is cut on either side of the stretch.
 */
export function frame(line: string, start: number, end: number, width: number): Frame {
  // No more characters than columns can be shown, and a whole table may stand on one line: look no further than that.
  const cell = head(show(line.slice(start, Math.min(end, start + width))), width - 2);
  const cellWidth = Math.max(1, stringWidth(cell));
  const before = show(line.slice(Math.max(0, start - width), start));
  const after = start + cell.length < end ? '' : show(line.slice(end, end + width));
  const room = width - cellWidth - 2;
  const afterWidth = stringWidth(after);
  const left = tail(before, Math.max(room - afterWidth, Math.floor((room * 2) / 3)));
  const right = head(after, room - stringWidth(left));
  const cutLeft = left.length < before.length || start > width;
  const cutRight = right.length < after.length || end + width < line.length || isCut(cell, line.slice(start, end));
  const shown = (cutLeft ? CUT : '') + left;
  return {
    text: (shown + cell + right).trimEnd() + (cutRight ? CUT : ''),
    carets: ' '.repeat(stringWidth(shown)) + '^'.repeat(cellWidth),
  };
}
