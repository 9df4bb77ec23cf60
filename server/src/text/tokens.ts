import type { Span } from './span.ts';

/** How the cells of a table are kept apart. Further layouts add a name here and a splitter beside the others. */
export type Layout = 'spaced' | 'tsv' | 'csv' | 'cells' | 'pipes' | 'html';

/**
 * What a splitter makes of a table's characters: the text of a label, a value, an empty cell, or the end of a row where
 * the layout shows one. `column` counts the cells of the row from 0 where the layout keeps columns apart, else -1.
 * Values and labels span exactly their characters, without the blanks around them.
 */
export interface Token extends Span {
  readonly kind: 'text' | 'value' | 'blank' | 'end';
  readonly column: number;
  /** A blank that is covered by the value in front of it, which spans both columns: it has no place of its own. */
  readonly merged?: true;
}
