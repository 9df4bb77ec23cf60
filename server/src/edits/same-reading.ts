import { type Cell, numberIn, type Report, type Table } from '../report/report.ts';
import type { Edit } from './edit.ts';
import { parseEdited } from './parse-edited.ts';

/** Whether a report is read as before once these edits are made. */
export function keepsReading(report: Report, edits: readonly Edit[]): boolean {
  const copy = parseEdited(report, edits);
  return copy !== undefined && readsAlike(report, copy);
}

/**
 * Whether two texts are read alike: the same title, sections and tables, and in every cell the same characters with the
 * same meaning. Where they stand may differ, and how the cells are kept apart.
 */
export function readsAlike(before: Report, after: Report): boolean {
  return (
    before.title?.agency === after.title?.agency &&
    before.title?.year === after.title?.year &&
    before.form === after.form &&
    sameList(
      before.sections,
      after.sections,
      (a, b) => a.form === b.form && sameText(before, after, a.heading, b.heading),
    ) &&
    sameList(before.unreadable, after.unreadable, (a, b) => a.number === b.number) &&
    sameList(before.tables, after.tables, (a, b) => sameTable(before, after, a, b))
  );
}

function sameTable(before: Report, after: Report, a: Table, b: Table): boolean {
  return (
    a.form === b.form &&
    (a.documentsForm === undefined || a.documentsForm === b.documentsForm) &&
    a.unknown.length === b.unknown.length &&
    sameList(a.rows, b.rows, (row, other) => {
      if (!row || !other) return row === other;
      return row.found === other.found && sameList(row.cells, other.cells, (x, y) => sameCell(before, after, x, y));
    })
  );
}

function sameCell(before: Report, after: Report, a: Cell, b: Cell): boolean {
  return (
    a.reading.kind === b.reading.kind &&
    numberIn(a) === numberIn(b) &&
    (a.merged ?? false) === (b.merged ?? false) &&
    sameText(before, after, a.span, b.span)
  );
}

type Span = Cell['span'];

function sameText(before: Report, after: Report, a: Span, b: Span): boolean {
  return before.text.slice(a.start, a.end) === after.text.slice(b.start, b.end);
}

function sameList<Item>(a: readonly Item[], b: readonly Item[], same: (a: Item, b: Item) => boolean): boolean {
  return a.length === b.length && a.every((item, at) => same(item, b[at] as Item));
}
