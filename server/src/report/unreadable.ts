import type { Reading } from './form-choice.ts';

/** So many rows without values, and as many values without a label as these lack, are more than a clerk leaves out. */
const FEWEST_BARE = 2;
const MANY_VALUES = 14;

/**
 * Whether labels and values clearly do not alternate, as in text of a PDF column by column: then no value has a sure
 * row, and what seems to have one may be another's. Rows whose blanks left no trace are no sign of it, nor is a row
 * with a label that the form does not know.
 */
export function isUnreadable({ table, binding }: Reading): boolean {
  if (table.number === 4) return binding.orphans > 0 && table.rows[0]?.cells.length === 0;
  const bare = table.rows.filter((row) => row && row.cells.length === 0 && row.found === 0);
  const lacking = bare.reduce((sum, row) => sum + (row?.form.columns.length ?? 0), 0);
  return bare.length >= FEWEST_BARE && binding.orphans >= Math.min(lacking, MANY_VALUES);
}

/** What stands in a page or a text file in the place of a picture. */
const PICTURE = /<img\b|!\[|[[［【](?:TABLE|IMAGE|PICTURE|表格|图片)[\]］】]/i;

export function holdsPicture(text: string, start: number, end: number): boolean {
  return PICTURE.test(text.slice(start, end));
}
