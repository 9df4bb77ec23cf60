import { type Lines, lineAt } from './lines.ts';
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
export function positionIn(lines: Lines, offset: number): Position {
  const line = lineAt(lines, offset);
  return { line, character: Math.min(offset, lines.end(line)) - lines.start(line) };
}

export function rangeIn(lines: Lines, span: Span): Range {
  return { start: positionIn(lines, span.start), end: positionIn(lines, span.end) };
}
