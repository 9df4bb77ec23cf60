import type { Span } from '../../text/span.ts';

/** Something that can be written at a place. */
export interface Completion {
  readonly kind: 'heading' | 'row' | 'sentence' | 'number';
  readonly label: string;
  readonly detail: string;
  /** What it replaces: what was typed of it (UTF-16 offsets). */
  readonly span: Span;
  readonly newText: string;
  /** The same with places to fill in, in the syntax of LSP's snippets. */
  readonly snippet?: string;
}

/** Where the caret stands: what was typed in its line, and what follows. */
export interface Caret {
  readonly offset: number;
  readonly line: Span;
  /** From the first visible character of the line, without the signs of a Markdown heading, to the caret. */
  readonly typed: Span;
  /** Nothing but blanks follows in the line. */
  readonly atEnd: boolean;
}

/** Whether `typed` is the beginning of one of these words, or nothing yet. */
export function begins(typed: string, ...words: readonly string[]): boolean {
  return words.some((word) => word !== typed && word.startsWith(typed));
}
