import { type Digest, type Predecessor, rangeOf } from '../digest/digest.ts';
import { COMPARED } from '../digest/numbers.ts';
import type { Cell, Table } from '../report/report.ts';
import type { Range } from '../text/position.ts';

/** A place in another report, which may be closed. */
export interface Elsewhere {
  readonly uri: string;
  readonly range: Range;
}

/** The reports of the same organ on the year before and the year after, as far as they are known. */
export interface Neighbours {
  readonly before?: Predecessor | undefined;
  readonly after?: Predecessor | undefined;
}

/** Where last year's report says what a cell must take over: 结转下年度 of 上年结转, 现行有效 of the same row. */
export function sourceOf(table: Table, cell: Cell, before: Predecessor | undefined): Elsewhere | undefined {
  if (!before) return undefined;
  const row = table.form.rows[cell.row];
  if (row?.id === 'carried-in') return figureAt(before, before.digest.carriedOut, cell.column);
  const valid = row?.columns[cell.column]?.id === 'valid' ? documentsOf(before.digest, row.label)?.valid : undefined;
  return valid && figureAt(before, [valid], 0);
}

/** Where a cell stands in the reports of other years: what it takes over, what takes it over, and the same cell. */
export function inOtherYears(table: Table, cell: Cell, { before, after }: Neighbours): Elsewhere[] {
  const carriedOut = table.form.rows[cell.row]?.id === 'carried-out';
  return [
    sourceOf(table, cell, before),
    sameCell(table, cell, before),
    carriedOut && after ? figureAt(after, after.digest.carriedIn, cell.column) : undefined,
    sameCell(table, cell, after),
  ].filter((place) => place !== undefined);
}

/** Where the first number of a table, or of its row `row`, stands in another report: what a reader compares. */
export function sameTable({ form: { number, rows } }: Table, other: Predecessor | undefined, row?: number) {
  const id = row === undefined ? undefined : rows[row]?.id;
  const known = COMPARED.flatMap((each, at) => (each.table === number && (!id || each.row === id) ? [at] : []));
  for (const at of known) {
    const place = other && lineOf(other, at);
    if (place) return place;
  }
  return undefined;
}

const PLACES = new Map(COMPARED.map(({ table, row, column }, at) => [`${table} ${row} ${column}`, at]));

function sameCell(table: Table, cell: Cell, other: Predecessor | undefined): Elsewhere | undefined {
  const row = table.form.rows[cell.row];
  if (!other || !row) return undefined;
  if (row.id === 'carried-in') return figureAt(other, other.digest.carriedIn, cell.column);
  if (row.id === 'carried-out') return figureAt(other, other.digest.carriedOut, cell.column);
  const at = PLACES.get(`${table.number} ${row.id} ${row.columns[cell.column]?.id}`);
  return at === undefined ? undefined : lineOf(other, at);
}

function figureAt({ file }: Predecessor, figures: Digest['carriedOut'], at: number): Elsewhere | undefined {
  const figure = figures[at];
  return figure && { uri: file.uri, range: rangeOf(figure) };
}

/** Of most cells a digest keeps the line only; one without a number there was not read. */
function lineOf({ file, digest: { numbers } }: Predecessor, at: number): Elsewhere | undefined {
  const line = numbers.lines[at] as number;
  if (Number.isNaN(numbers.values[at])) return undefined;
  return { uri: file.uri, range: { start: { line, character: 0 }, end: { line, character: 0 } } };
}

function documentsOf({ documents }: Digest, label: string) {
  return documents.find(({ row }) => row === label);
}

/** The number of requests that a growth in the prose is measured against. */
export function growthBase(before: Predecessor | undefined, of: 'received' | 'settled'): Elsewhere | undefined {
  const figure = before?.digest[of];
  return before && figure && { uri: before.file.uri, range: rangeOf(figure) };
}
