import { lineAt } from './lines.ts';
import type { Span } from './span.ts';

/** A place as LSP counts it: zero-based line, UTF-16 character in the line. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Where an offset stands; one inside a line end counts as the end of its line. */
export function positionIn(lines: readonly Span[], offset: number): Position {
  const line = lineAt(lines, offset);
  const { start, end } = lines[line] as Span;
  return { line, character: Math.min(offset, end) - start };
}

export function rangeIn(lines: readonly Span[], span: Span): Range {
  return { start: positionIn(lines, span.start), end: positionIn(lines, span.end) };
}
