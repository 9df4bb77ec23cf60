import type { Span } from '../text/span.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Token } from './tokens.ts';
import type { Word, WordKind } from './word-kinds.ts';

/** Small questions about tokens. */

export function isWord(token: Token | undefined, ...kinds: WordKind[]): boolean {
  return token?.kind === 'word' && kinds.includes(token.word.kind);
}

export function hasWord(tokens: readonly Token[], ...kinds: WordKind[]): boolean {
  return tokens.some((token) => isWord(token, ...kinds));
}

export function wordsIn(tokens: readonly Token[]): Word[] {
  return tokens.flatMap((token) => (token.kind === 'word' ? token.word : []));
}

/** The user's text from the first to the last of these codes (UTF-16 offsets). */
export function spanIn({ offsets }: Paragraph, start: number, end: number): Span {
  return { start: offsets[start] as number, end: (offsets[end - 1] as number) + 1 };
}

/** The first of these codes as text: enough for a name. */
export function textIn({ codes }: Paragraph, start: number, end: number): string {
  return String.fromCharCode(...codes.slice(start, Math.min(end, start + LONGEST_TEXT)));
}

const LONGEST_TEXT = 60;
