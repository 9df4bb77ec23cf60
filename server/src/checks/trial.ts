import { type Edit, keepWidth } from '../edits/edit.ts';
import { parseEdited } from '../edits/parse-edited.ts';
import { type Cell, findTable, numberIn, type Report, type Table } from '../report/report.ts';
import { onceFor } from '../text/once-for.ts';
import type { RowOfTable } from './cell-count.ts';
import { cellsOf, identitiesOf, outcomeOf } from './identities.ts';

/** One cell that gets another number. */
export interface Repair {
  readonly table: Table;
  readonly cell: Cell;
  readonly value: number;
  readonly edit: Edit;
}

/**
 * The repairs with edits that a copy of the report has shown to be read as they are meant, and nothing else otherwise than
 * before; none where there are no such edits. Where columns are kept by runs of spaces, a row that gets shorter or longer
 * would lose its cells; in a damaged table another number may change what is a row at all.
 */
export function tried(report: Report, repairs: readonly Repair[]): readonly Repair[] {
  if (repairs.length === 0) return repairs;
  const before = resultsOf(report);
  const key = repairs.map(({ edit: { span, newText } }) => `${span.start} ${newText}`).join();
  const result = before.get(key) ?? tryOut(report, repairs);
  before.set(key, result);
  return result;
}

/** What came of the repairs that were tried: each finding on a sum offers to recompute the same tables. */
const resultsOf = onceFor((_: Report) => new Map<string, readonly Repair[]>());

function tryOut(report: Report, repairs: readonly Repair[]): readonly Repair[] {
  if (readsBack(report, repairs)) return repairs;
  if (!repairs.some(({ table }) => table.layout === 'spaced')) return [];
  const keeping = repairs.map((repair) => ({ ...repair, edit: keepWidth(report.text, repair.edit) }));
  return readsBack(report, keeping) ? keeping : [];
}

/** The edits of repairs that are made together or not at all. */
export function editsOf(report: Report, repairs: readonly Repair[]): readonly Edit[] {
  return tried(report, repairs).map(({ edit }) => edit);
}

/** As many of the repairs as can be made together. */
export function triedEach(report: Report, repairs: readonly Repair[]): readonly Repair[] {
  const all = tried(report, repairs);
  if (all.length === repairs.length) return all;
  let kept: readonly Repair[] = [];
  for (const repair of repairs) {
    const more = tried(report, [...kept, repair]);
    if (more.length > 0) kept = more;
  }
  return kept;
}

/** Whether with these edits made the row has all its cells, and every sum holds that one of them belongs to. */
export function rowHolds(report: Report, edits: readonly Edit[], { table, row }: RowOfTable): boolean {
  const copy = parseEdited(report, edits);
  const read = copy && findTable(copy, table.number);
  const cells = new Set(read?.rows[row.index]?.cells);
  const sums = read ? identitiesOf(read).filter((identity) => cellsOf(identity).some((cell) => cells.has(cell))) : [];
  return cells.size > 0 && sums.every((identity) => outcomeOf(identity).kind === 'equal');
}

/**
 * Whether edits that touch no cell leave all cells as they are.
 *
 * @param more whether other cells may come: those of a table that is put in, or whose heading is mended
 */
export function sparesCells(report: Report, edits: readonly Edit[], more = true): boolean {
  const cells = cellsIn(report);
  const copy = parseEdited(report, edits);
  const read = new Map(copy ? cellsIn(copy).map((cell) => [placeOf(cell), cell]) : []);
  if (!more && read.size > cells.length) return false;
  return cells.every((cell) => {
    const same = read.get(placeOf(cell));
    return same !== undefined && sameAs(cell, same, numberIn(cell));
  });
}

const placeOf = ({ table, row, column }: Cell) => (table * 100 + row) * 100 + column;

function readsBack(report: Report, repairs: readonly Repair[]): boolean {
  const cells = cellsIn(report);
  const edits = repairs.map(({ edit }) => edit);
  const copy = parseEdited(report, edits);
  const read = copy ? cellsIn(copy) : [];
  const meant = new Map(repairs.map(({ cell, value }) => [cell, value]));
  return (
    read.length === cells.length &&
    cells.every((cell, at) => sameAs(cell, read[at] as Cell, meant.get(cell) ?? numberIn(cell)))
  );
}

function sameAs(cell: Cell, read: Cell, value: number | undefined): boolean {
  const samePlace = cell.table === read.table && cell.row === read.row && cell.column === read.column;
  if (!samePlace || numberIn(read) !== value) return false;
  return value !== undefined || cell.reading.kind === read.reading.kind;
}

function cellsIn({ tables }: Report): Cell[] {
  return tables.flatMap(({ rows }) => rows.flatMap((row) => row?.cells ?? []));
}
