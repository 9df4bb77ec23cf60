import type { Locale } from '../../server/src/checks/finding.ts';
import type { Edit } from '../../server/src/edits/edit.ts';
import type { Decoded } from '../../server/src/files/encoding.ts';
import type { Span } from '../../server/src/text/span.ts';
import type { ButtonFix } from '../../server/src/view/places.ts';

/** How a text was written in its file. */
export type Writing = Pick<Decoded, 'encoding' | 'bom'>;

/** What the page asks of the engine, each with its answer. Numbers of findings and ids are those of the text sent last. */
export interface Requests {
  /** The text as it is now, and its name. */
  readonly draw: readonly [{ readonly text: string; readonly name: string }, Drawn | undefined];
  readonly place: readonly [string, Span | undefined];
  readonly caret: readonly [number, string | undefined];
  readonly fix: readonly [ButtonFix, readonly Edit[] | undefined];
  /** The drawing to be kept: without buttons. */
  readonly keep: readonly [undefined, Kept | undefined];
  readonly open: readonly [{ readonly bytes: Uint8Array; readonly name: string }, Opened];
  readonly write: readonly [{ readonly text: string; readonly writing: Writing }, Uint8Array];
}

export interface Drawn {
  readonly elements: readonly string[];
}

export interface Kept {
  readonly title: string;
  readonly html: string;
}

/** A file as text, `writing` where it was one; or why it cannot be read, in words. */
export type Opened =
  | { readonly text: string; readonly writing?: Writing; readonly notes: readonly string[] }
  | { readonly failure: string };

export interface Question {
  readonly id: number;
  readonly kind: keyof Requests;
  readonly value: unknown;
  readonly locale: Locale;
}

export interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}
