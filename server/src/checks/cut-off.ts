import type { RowForm } from '../report/forms/form.ts';
import { SECTIONS, type SectionForm } from '../report/forms/sections.ts';
import type { Report, Table } from '../report/report.ts';
import { readVisible } from '../report/visible.ts';
import { rowLabel } from './wording/names.ts';

/** A text that ends in its tables: what should follow is absent, all of it. */
export interface CutOff {
  /** The last table that was read. */
  readonly table: Table;
  /** Offset (UTF-16) behind the last row that was read. */
  readonly end: number;
  /** The rows of the table that should follow, in the order of the form; empty when it is whole. */
  readonly rows: readonly RowForm[];
  /** The sections that should follow. */
  readonly sections: readonly SectionForm[];
}

/**
 * Whether the text ends inside table 2 or 3, or right behind one of them, with every later section absent. Without a
 * table a draft has just begun; behind table 4 the last two sections are merely absent.
 */
export function findCutOff(report: Report): CutOff | undefined {
  const { text, sections, tables } = report;
  const table = tables.at(-1);
  if (!table || table.number === 4 || sections.length === 0 || sections.length === SECTIONS.length) return undefined;
  if (sections.some(({ form }) => form.number > table.number)) return undefined;
  if (tables.some((each) => each.number > table.number)) return undefined;
  const at = table.rows.findLastIndex((row) => row !== undefined);
  const end = table.rows[at]?.span.end;
  if (end === undefined) return undefined;
  const rows = table.form.rows.slice(at + 1);
  if (!endsAt(text, end, rows[0])) return undefined;
  return { table, end, rows, sections: SECTIONS.filter(({ number }) => number > table.number) };
}

/** More than this behind the last row is more than bars, tags and a piece of a label. */
const MOST_BEHIND = 1000;
const BARS = /[|｜]/g;

/** Whether nothing stands behind the last row but bars, tags and perhaps the first characters of the next label. */
function endsAt(text: string, end: number, next: RowForm | undefined): boolean {
  if (text.length - end > MOST_BEHIND && text.slice(end).trimEnd().length > MOST_BEHIND) return false;
  const rest = readVisible(text, end, text.length).characters.replace(BARS, '');
  if (rest === '') return true;
  return (
    next !== undefined &&
    [rowLabel(next), (next.group?.label ?? '') + rowLabel(next)].some((label) => label.startsWith(rest))
  );
}
