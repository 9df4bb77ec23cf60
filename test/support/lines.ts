import type { Lines } from '../../server/src/text/lines.ts';
import type { Span } from '../../server/src/text/span.ts';

/** Each line as a span. */
export const spansOf = (lines: Lines): Span[] => Array.from({ length: lines.length }, (_, at) => lines.span(at));
