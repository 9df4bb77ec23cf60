import type { Report, Section } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { GRAM } from './gram.ts';
import { readOwnWords } from './own-words.ts';
import { isFormGram, lineOfGram, type Sketch } from './sketch.ts';

/** A stretch of a section that stands in another report, too. */
export interface Passage {
  readonly span: Span;
  /** The line of the other report on which it begins, from 0. */
  readonly line: number;
}

/**
 * The stretches of a section of which every gram that the other sketch could know is in it, in the order of the text. A
 * sketch knows one gram in so many, so that their ends are true to some characters.
 */
export function passagesOf(report: Report, section: Section, own: Sketch, other: Sketch): Passage[] {
  const limit = Math.min(own.limit, other.limit);
  const passages: Passage[] = [];
  let open: { start: number; end: number; line: number } | undefined;
  const close = () => {
    if (open && open.end - open.start > GRAM)
      passages.push({ span: { start: open.start, end: open.end }, line: open.line });
    open = undefined;
  };
  readOwnWords(report, section, (gram, start, end) => {
    if (gram > limit || isFormGram(gram)) return;
    const line = lineOfGram(other, gram);
    if (line < 0) close();
    else if (open) open.end = end;
    else open = { start, end, line };
  });
  close();
  return passages;
}
