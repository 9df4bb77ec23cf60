import type { Span } from './span.ts';

/**
 * The lines of `text` without their line ends (`\n`, `\r\n` or a lone `\r`, as editors count them). One pass; there is
 * always at least one line.
 */
export function splitLines(text: string): Span[] {
  const lines: Span[] = [];
  const lone = text.includes('\r');
  let start = 0;
  for (;;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    if (lone) start = pushReturns(text, start, end, feed >= 0, lines);
    else lines.push({ start, end });
    if (feed < 0) return lines;
    start = feed + 1;
  }
}

/** Cuts `[start, end)` at lone carriage returns; one just before the line feed belongs to the line end. */
function pushReturns(text: string, start: number, end: number, feed: boolean, lines: Span[]): number {
  let from = start;
  const stop = feed && end > start && text.charCodeAt(end - 1) === 0x0d ? end - 1 : end;
  for (let at = from; at < stop; at++) {
    if (text.charCodeAt(at) !== 0x0d) continue;
    lines.push({ start: from, end: at });
    from = at + 1;
  }
  lines.push({ start: from, end: stop });
  return end;
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
