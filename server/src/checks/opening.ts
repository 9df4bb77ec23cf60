import type { Report } from '../report/report.ts';
import { isBlank, skipSpaces, trimEnd } from '../text/characters.ts';
import type { Span } from '../text/span.ts';

/** Where a title stands or should stand: the title, else the first line with text. */
export function openingLine({ text, title, blocks }: Report): Span {
  if (title) return title.span;
  const first = blocks.find((line) => !isBlank(text, line));
  if (!first) return { start: 0, end: 0 };
  const start = skipSpaces(text, first.start, first.end);
  return { start, end: trimEnd(text, start, first.end) };
}
