import type { Span } from '../text/span.ts';

/** The kinds of files that are read here. */
export type ImportFormat = 'docx' | 'pdf' | 'xlsx' | 'mht' | 'html';

/** Where in a file a stretch of the extracted text comes from, as a person finds it there. */
export interface Origin extends Span {
  /** Paragraphs count from 1, those in tables and text boxes as well; of a workbook the row. */
  readonly paragraph: number;
  /** The table that it stands in, counted from 1 in the whole document, absent outside tables; of a workbook the sheet. */
  readonly table?: number;
  /** Of a PDF, counted from 1. */
  readonly page?: number;
}

/** What was not taken over as it stands: said to whoever reads the extracted text. */
export type ImportNote = 'tracked-changes' | 'pictures';

export interface Imported {
  readonly kind: 'imported';
  readonly format: ImportFormat;
  /** Paragraphs as lines, tables as lines of cells between tabs; lines end with `\n`. Of a saved page its HTML. */
  readonly text: string;
  /** In the order of the text (UTF-16 offsets into `text`); they do not overlap. A page has none. */
  readonly origins: readonly Origin[];
  readonly notes: readonly ImportNote[];
}

/**
 * Why nothing was read: `damaged` (no archive, or its parts are broken), `encrypted`, `too-large` (more is packed into it
 * than any report holds), `old-format` (.doc, .wps, .xls, .et of before 2007, .ofd, .rtf, .odt or .ods), `empty`, `scanned` (a PDF of
 * pictures), `too-long` (reading took longer than any report takes), `no-pdf-reader` (the part that reads PDF is not installed).
 */
export type ImportFailure =
  | 'damaged'
  | 'encrypted'
  | 'too-large'
  | 'old-format'
  | 'empty'
  | 'scanned'
  | 'too-long'
  | 'no-pdf-reader';

export type ImportResult = Imported | { readonly kind: 'failed'; readonly reason: ImportFailure };

/** Where the character at `offset` comes from, or what stands last before it; undefined above the first. */
export function originAt(origins: readonly Origin[], offset: number): Origin | undefined {
  let [from, to] = [0, origins.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((origins[middle] as Origin).start <= offset) from = middle + 1;
    else to = middle;
  }
  return origins[from - 1];
}
