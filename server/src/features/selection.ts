import type { Report } from '../report/report.ts';
import { codesOf } from '../text/characters.ts';
import { lineAt } from '../text/lines.ts';
import { type Span, touches } from '../text/span.ts';
import { locate } from './locate.ts';
import { type OutlineItem, outline } from './symbols.ts';

/**
 * What a selection at `offset` (UTF-16) grows to, step by step: value, row, group, table, section, or sentence, paragraph,
 * aspect, section; the whole text last. Each span holds the one before it.
 */
export function selectionAt(report: Report, offset: number): Span[] {
  const { text } = report;
  const place = locate(report, offset);
  const inside: Span[] = [...(place ? [place.span] : []), ...inProse(report, offset), { start: 0, end: text.length }];
  const around = (items: readonly OutlineItem[]): void => {
    for (const { span, children } of items) {
      if (!touches(span, offset)) continue;
      inside.push(span);
      around(children);
      return;
    }
  };
  around(outline(report));
  inside.sort((a, b) => a.end - a.start - (b.end - b.start));
  const steps: Span[] = [];
  for (const span of inside) if (grows(steps.at(-1), span)) steps.push(span);
  return steps;
}

function grows(last: Span | undefined, { start, end }: Span): boolean {
  if (!last) return end > start;
  return start <= last.start && end >= last.end && end - start > last.end - last.start;
}

const STOPS = codesOf('。；！？');

/** The sentence and the paragraph around a place; of a table its line. */
function inProse({ text, blocks }: Report, offset: number): Span[] {
  const line = blocks.span(lineAt(blocks, offset));
  if (!touches(line, offset)) return [];
  let start = offset;
  while (start > line.start && !STOPS.has(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end < line.end && !STOPS.has(text.charCodeAt(end))) end++;
  return [{ start, end: Math.min(line.end, end + 1) }, line];
}
