import type { Lines } from '../text/lines.ts';
import { pushTo } from '../text/push-to.ts';
import { beginSplitting, layoutOf, splitNext } from '../text/splitters/index.ts';
import { Tokens } from '../text/tokens.ts';
import { opensTable } from './bind.ts';
import { readTable } from './form-choice.ts';
import { isTableNumber, type TableNumber } from './forms/form.ts';
import { FORM_2021, tableForm } from './forms/index.ts';
import type { Heading } from './headings.ts';
import { type KnownVersion, knownTable } from './known-tables.ts';
import type { Table, UnreadableTable } from './report.ts';
import { givenRows, type RawRow, type RawRows, RowReader, type Source } from './rows.ts';
import { holdsPicture, isUnreadable } from './unreadable.ts';

/** The tables of a report; a section may hold one that cannot be read. */
export interface ReadTables {
  readonly tables: readonly Table[];
  readonly unreadable: readonly UnreadableTable[];
}

/** Filled anew for each section: tokens do not outlive the reading of a table. */
const TOKENS = new Tokens();

/** The tables of a report, each from its own section; one whose heading is lost is looked for wherever it begins. */
export function readTables(
  text: string,
  lines: Lines,
  headings: readonly Heading[],
  last: number,
  known?: KnownVersion,
): ReadTables {
  const present = new Set(headings.map((heading) => heading.form.number));
  const lost = ([2, 3, 4] as const).filter((number) => !present.has(number));
  const found = new Map<TableNumber, Table>();
  const unreadable = new Map<TableNumber, UnreadableTable>();
  const source: Source = { text, tokens: TOKENS };
  const regions = [
    { number: 0, from: 0 },
    ...headings.map((each) => ({ number: each.form.number, from: each.line + 1 })),
  ];
  for (const [at, region] of regions.entries()) {
    const own = isTableNumber(region.number) ? region.number : undefined;
    if (own === undefined && lost.length === 0) continue;
    const to = headings[at]?.line ?? last;
    const before = known && own && lost.length === 0 ? knownTable(known, own, region.from, to) : undefined;
    if (before) {
      if (before.table) found.set(before.table.number, before.table);
      if (before.unreadable) unreadable.set(before.unreadable.number, before.unreadable);
      continue;
    }
    TOKENS.clear();
    const splitting = beginSplitting(text, lines, region.from, to);
    const rows = new RowReader(source, () => splitNext(splitting, TOKENS));
    for (const [number, raws] of partition(source, rows, own, lost)) {
      const read = found.has(number) ? undefined : readTable(source, raws, number, () => layoutOf(splitting));
      if (!read) continue;
      const { table } = read;
      if (isUnreadable(read)) unreadable.set(number, { number, reason: 'apart', span: table.span });
      else found.set(number, table);
    }
    if (own === undefined || found.has(own) || unreadable.has(own)) continue;
    const [start, end] = [lines.startOr(region.from, text.length), to > 0 ? lines.end(to - 1) : text.length];
    if (holdsPicture(text, start, end)) unreadable.set(own, { number: own, reason: 'picture', span: { start, end } });
  }
  const tables = [...found.values()].sort((a, b) => a.number - b.number);
  return { tables, unreadable: [...unreadable.values()].filter(({ number }) => !found.has(number)) };
}

/** Gives each row to the table that it stands in: the section's own, until the head of one that lost its heading. */
function partition(
  source: Source,
  rows: RawRows,
  own: TableNumber | undefined,
  lost: readonly TableNumber[],
): Map<TableNumber, RawRows> {
  if (own !== undefined && lost.length === 0) return new Map([[own, rows]]);
  const parts = new Map<TableNumber, RawRow[]>();
  let current = own;
  for (const raw of rows.all()) {
    current = lost.find((number) => number !== current && opens(source, raw, number)) ?? current;
    if (current === undefined) continue;
    pushTo(parts, current, raw);
  }
  return new Map([...parts].map(([number, raws]) => [number, givenRows(raws)]));
}

function opens(source: Source, raw: RawRow, number: TableNumber): boolean {
  return raw.labels.some((label) => opensTable(source, label, tableForm(FORM_2021, number)));
}
