import type { SourceParagraph } from './source-runs.ts';

/** The body of a document between reading its XML and writing its text. */

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Counted from 1 in the whole document. */
  readonly number: number;
  /** What automatic numbering prints in front: `一、`, `（一）`; empty without it. */
  readonly label: string;
  readonly text: string;
  /** Counted from 1, where the file knows pages. */
  readonly page?: number;
  /** Of a Word document: the elements that it is written in, of several paragraphs that a deletion has joined the last. */
  readonly source?: SourceParagraph;
}

export interface Table {
  readonly kind: 'table';
  readonly number: number;
  /** The widths of the columns of its grid, in twentieths of a point; empty when the document gives none. */
  readonly widths: readonly number[];
  readonly rows: readonly Row[];
}

export interface Row {
  /** Grid columns that are left out before the first cell. */
  readonly before: number;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly columns: number;
  /** It goes on from the cell above. */
  readonly merged: boolean;
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | Table;
