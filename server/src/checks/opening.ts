import type { Report } from '../report/report.ts';
import { isBlank, skipSpaces, trimEnd } from '../text/characters.ts';
import type { Span } from '../text/span.ts';

/** Where a title stands or should stand: the title, else the first line with text. */
export function openingLine({ text, title, blocks }: Report): Span {
  if (title) return title.span;
  let at = 0;
  while (at < blocks.length && isBlank(text, blocks.span(at))) at++;
  if (at === blocks.length) return { start: 0, end: 0 };
  const first = blocks.span(at);
  const start = skipSpaces(text, first.start, first.end);
  return { start, end: trimEnd(text, start, first.end) };
}
