import { type KeptLines, keptLine, keptOffset } from '../text/change.ts';
import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { type HeadingLine, readHeadingLine } from './heading-line.ts';

/** A shorter line is no heading. */
const SHORTEST = 4;

/** The lines that may be headings, in the order of the text. */
export function findHeadingLines(text: string, lines: Lines): HeadingLine[] {
  const found: HeadingLine[] = [];
  addHeadingLines(text, lines, 0, lines.length, found);
  return found;
}

/** The same where some lines are those of a version before, whose heading lines are known. */
export function updateHeadingLines(
  text: string,
  lines: Lines,
  before: readonly HeadingLine[],
  kept: KeptLines,
): readonly HeadingLine[] {
  const found = before.filter(({ line }) => line < kept.head);
  addHeadingLines(text, lines, kept.head, kept.tail + kept.lines, found);
  for (const each of before) if (each.line >= kept.tail) found.push(moved(each, kept));
  return found;
}

function addHeadingLines(text: string, lines: Lines, from: number, to: number, found: HeadingLine[]): void {
  for (let at = from; at < to; at++) {
    const start = lines.start(at);
    const end = lines.end(at);
    const read = end - start < SHORTEST ? undefined : readHeadingLine(text, start, end, at);
    if (read) found.push(read);
  }
}

function moved(each: HeadingLine, kept: KeptLines): HeadingLine {
  const { line, heading, entry } = each;
  const at = (offset: number) => keptOffset(kept, line, offset);
  const move = <Part extends Pick<Moving, keyof Moving>>(part: Part): Part => ({
    ...part,
    line: keptLine(kept, part.line),
    span: { start: at(part.span.start), end: at(part.span.end) },
    ordinal: { start: at(part.ordinal.start), end: at(part.ordinal.end) },
  });
  return { line: keptLine(kept, line), heading: heading && move(heading), entry: entry && move(entry) };
}

interface Moving {
  readonly line: number;
  readonly span: Span;
  readonly ordinal: Span;
}
