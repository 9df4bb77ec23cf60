import { stringify } from 'csv-stringify/sync';
import { printable } from '../text/foreign.ts';

export type Cell = string | number | null | undefined;

const shown = (cell: Cell) => (typeof cell === 'string' ? printable(cell) : cell);

/**
 * Rows as Excel reads them: UTF-8 with a byte order mark at the very beginning, CRLF, quotes as in RFC 4180. A text
 * that begins like a formula gets an apostrophe in front, for it comes from somebody's file; a number is none.
 */
export function csv(rows: readonly (readonly Cell[])[], first = false): string {
  if (rows.length === 0) return '';
  return stringify(
    rows.map((row) => row.map(shown)),
    {
      bom: first,
      record_delimiter: 'windows',
      // A lone line feed parts no rows here, but does for whoever reads them.
      quoted_match: /[\r\n]/,
      escape_formulas: true,
      cast: { number: (value) => ({ value: String(value), escape_formulas: false }) },
    },
  );
}
