import type { Span } from '../text/span.ts';
import type { Paragraph } from './paragraphs.ts';

/** The user's text from the first to behind the last of these codes (UTF-16 offsets). */
export function spanIn({ offsets }: Paragraph, start: number, end: number): Span {
  return { start: offsets[start] as number, end: (offsets[end - 1] as number) + 1 };
}

/** Enough for a name. */
const LONGEST_TEXT = 60;

/** The first of these codes as text. */
export function textIn({ codes }: Paragraph, start: number, end: number): string {
  let text = '';
  const stop = Math.min(end, start + LONGEST_TEXT);
  for (let at = start; at < stop; at++) text += String.fromCharCode(codes[at] as number);
  return text;
}
