import type { Report } from '../report/report.ts';
import { lineAt } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

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
export function positionAt({ lines }: Report, offset: number): Position {
  const line = lineAt(lines, offset);
  const { start, end } = lines[line] as Span;
  return { line, character: Math.min(offset, end) - start };
}

export function rangeOf(report: Report, span: Span): Range {
  return { start: positionAt(report, span.start), end: positionAt(report, span.end) };
}
