import type { Span } from '../text/span.ts';

/** The kinds of files that are read here. */
export type ImportFormat = 'docx' | 'pdf';

/** Where in a file a stretch of the extracted text comes from, as a person finds it there. */
export interface Origin extends Span {
  /** Paragraphs count from 1, those in tables and text boxes as well. */
  readonly paragraph: number;
  /** The table that it stands in, counted from 1 in the whole document; absent outside tables. */
  readonly table?: number;
}

/** What was not taken over as it stands: said to whoever reads the extracted text. */
export type ImportNote = 'tracked-changes' | 'pictures';

export interface Imported {
  readonly kind: 'imported';
  readonly format: ImportFormat;
  /** Paragraphs as lines, tables as lines of cells between tabs; lines end with `\n`. */
  readonly text: string;
  /** In the order of the text (UTF-16 offsets into `text`); they do not overlap. */
  readonly origins: readonly Origin[];
  readonly notes: readonly ImportNote[];
}

/**
 * Why nothing was read: `damaged` (no archive, or its parts are broken), `encrypted`, `too-large` (more is packed into it
 * than any report holds), `old-format` (.doc, .wps, .xls, .et: a format of its own), `empty`,
 * `scanned` (a PDF of pictures).
 */
export type ImportFailure = 'damaged' | 'encrypted' | 'too-large' | 'old-format' | 'empty' | 'scanned';

export type ImportResult = Imported | { readonly kind: 'failed'; readonly reason: ImportFailure };
