import type { TableForm } from './forms/form.ts';
import { type LabelMatch, matchLabel } from './labels.ts';
import { columnAt } from './positions.ts';
import type { RawRow, Source } from './rows.ts';

/**
 * Whether `below` holds all values of a row but its 总计, which stands alone in the line above, further to the right: the
 * form of 国办公开办函〔2021〕30号 sets that column at the top of its cells and the others in their middle, and programs
 * that draw the page in characters put them on lines of their own where a label takes several.
 */
export function isBelowTotal(
  source: Source,
  { row }: LabelMatch,
  above: RawRow,
  below: RawRow | undefined,
  form: TableForm,
): boolean {
  const width = form.rows[row]?.columns.length ?? 0;
  if (above.values !== 1 || above.slots.length !== 1 || width < 3) return false;
  if (!below || below.values !== width - 1 || below.slots.length !== below.values) return false;
  const { text, tokens } = source;
  const [total, last] = [above.slots[0] as number, below.slots.at(-1) as number];
  if ((tokens.columns[total] as number) >= 0) return false;
  const [at, behind] = [columnAt(text, tokens.starts[total] as number), columnAt(text, tokens.ends[last] as number)];
  if (at === undefined || behind === undefined || at < behind) return false;
  const match = below.labels.length > 0 ? matchLabel(source, below.labels, form) : undefined;
  return match === undefined || match.row === row;
}
