import type { Report } from '../report/report.ts';
import { type Position, positionIn, type Range, rangeIn } from '../text/position.ts';
import type { Span } from '../text/span.ts';

/** Where an offset stands in a report; one inside a line end counts as the end of its line. */
export function positionAt({ lines }: Report, offset: number): Position {
  return positionIn(lines, offset);
}

export function rangeOf({ lines }: Report, span: Span): Range {
  return rangeIn(lines, span);
}

export type { Position, Range };
