import { isBar, skipSpaces, TAB, trimEnd } from '../../text/characters.ts';
import type { Span } from '../../text/span.ts';

/** A cell of one line of a table: all between two separators, and within it what can be seen. */
export interface Segment {
  readonly whole: Span;
  readonly content: Span;
}

/** A line of a table whose cells are kept apart by tabs or bars. */
export interface SegmentedLine {
  readonly span: Span;
  readonly segments: readonly Segment[];
  /** Whether a bar opens the line. */
  readonly opened: boolean;
  /** Whether a separator closes it. */
  readonly closed: boolean;
}

/** The cells of a line; what stands before a bar that opens it is none. */
export function segmentsOf(text: string, span: Span, layout: 'pipes' | 'tsv'): SegmentedLine {
  const parts = layout === 'pipes' ? isBar : (code: number) => code === TAB;
  const first = skipSpaces(text, span.start, span.end);
  const opened = layout === 'pipes' && first < span.end && isBar(text.charCodeAt(first));
  const segments: Segment[] = [];
  let start = opened ? first + 1 : span.start;
  for (let at = start; at < span.end; at++) {
    if (!parts(text.charCodeAt(at))) continue;
    segments.push(segment(text, start, at));
    start = at + 1;
  }
  const closed = layout === 'pipes' && skipSpaces(text, start, span.end) === span.end;
  if (!closed) segments.push(segment(text, start, span.end));
  return { span, segments, opened, closed };
}

function segment(text: string, start: number, end: number): Segment {
  const from = skipSpaces(text, start, end);
  return { whole: { start, end }, content: { start: from, end: trimEnd(text, from, end) } };
}
