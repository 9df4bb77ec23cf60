import { findCode, isBlank } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import type { Report } from './report.ts';
import { readVisible } from './visible.ts';

/** The date below a report. */
export interface SignOff {
  readonly span: Span;
  readonly written: string;
  /** As yyyymmdd. */
  readonly date: number;
}

/** How many lines from the end the date may stand. */
const LAST_LINES = 8;
const LONGEST = 80;
const DAY = '日'.charCodeAt(0);

/** The date that a line at the end consists of. */
export function signatureOf({ text, blocks }: Report): SignOff | undefined {
  for (let at = blocks.length - 1, seen = 0; at >= 0 && seen < LAST_LINES; at--) {
    const span = blocks.span(at);
    if (span.end - span.start > LONGEST || isBlank(text, span)) continue;
    seen++;
    if (findCode(text, DAY, span.start, span.end) < 0) continue;
    const { characters, offsets } = readVisible(text, span.start, span.end);
    const match = /^([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日$/.exec(characters);
    if (match) {
      const [, year, month, day] = match.map(Number) as [number, number, number, number];
      const shown = { start: offsets[0] ?? span.start, end: (offsets.at(-1) ?? span.end) + 1 };
      return { span: shown, written: characters, date: year * 10_000 + month * 100 + day };
    }
  }
  return undefined;
}
