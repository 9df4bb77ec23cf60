import type { Span } from '../text/span.ts';
import type { Paragraph } from './paragraphs.ts';

/** The user's text from the first to behind the last of these codes (UTF-16 offsets). */
export function spanIn({ offsets }: Paragraph, start: number, end: number): Span {
  return { start: offsets[start] as number, end: (offsets[end - 1] as number) + 1 };
}
