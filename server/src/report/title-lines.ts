import { isBlank } from '../text/characters.ts';
import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { readVisible, type Visible } from './visible.ts';

/** So many lines with text are read whole; further down only those that hold 信息公开. */
const LINES_TO_READ = 24;
const HITS_TO_READ = 60;
/** A title is short, even behind a breadcrumb. */
export const LONGEST = 400;
export function* linesToRead(text: string, lines: Lines, from: number, before: number): Generator<number> {
  let at = from;
  for (let seen = 0; at < before && seen < LINES_TO_READ; at++) {
    if (isBlank(text, lines.span(at))) continue;
    seen++;
    yield at;
  }
  const end = lines.startOr(before, text.length);
  for (let hits = 0; at < before && hits < HITS_TO_READ; hits++) {
    const core = nextCore(text, lines.start(at), end);
    if (core < 0) return;
    while (at < before && lines.end(at) <= core) at++;
    if (at < before) yield at++;
  }
}

/** Where 公开 or 公開 stands next; the text behind `end` is not looked at for long. */
function nextCore(text: string, from: number, end: number): number {
  const at = text.indexOf('信息公', from);
  return at < end ? at : -1;
}

export function readLine(text: string, { start, end }: Span): Visible | undefined {
  return end - start > LONGEST * 4 ? undefined : readVisible(text, start, end);
}

export function concat(a: Visible, b: Visible): Visible {
  return {
    characters: a.characters + b.characters,
    written: a.written + b.written,
    offsets: [...a.offsets, ...b.offsets],
    gaps: [...a.gaps, true, ...b.gaps.slice(1)],
  };
}

/** The next line with text; one blank line may part the lines of a title, not two. */
export function nextLine(text: string, lines: Lines, from: number, before: number): number | undefined {
  for (let at = from + 1; at < Math.min(before, from + 3); at++) if (!isBlank(text, lines.span(at))) return at;
  return undefined;
}

/** `- 1 -`, `— 3 —`, `第 1 页 共 9 页`. */
export function isPageNumber(characters: string): boolean {
  if (characters.length > 12) return false;
  for (const character of characters) if (!'0123456789-—–－·第页共/'.includes(character)) return false;
  return true;
}
