import type { Report } from '../report/report.ts';
import { halfWidth, isSpace } from '../text/characters.ts';
import type { Span } from '../text/span.ts';

/** The characters of a span without blanks and line ends, half-width: a table may be laid out anew. */
export function compact({ text }: Report, { start, end }: Span): string {
  let kept = '';
  for (let at = start; at < end; at++) {
    const code = halfWidth(text.charCodeAt(at));
    if (!isSpace(code) && code !== 0x0a && code !== 0x0d) kept += String.fromCharCode(code);
  }
  return kept;
}
