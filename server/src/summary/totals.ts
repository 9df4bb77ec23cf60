import type { Aggregate, AggregateCell } from '../features/aggregate.ts';
import type { TableNumber } from '../report/forms/form.ts';
import type { ColumnId, RowId } from '../report/forms/ids.ts';
import { cellText, sumIn } from './model.ts';

/** One line of what the reports of a year add up to: `新收` `145`, or `145（缺2份）` where reports have no value. */
export interface Total {
  readonly name: string;
  readonly value: string;
}

const WANTED: readonly {
  readonly name: string;
  readonly cells: readonly (readonly [TableNumber, RowId, ColumnId])[];
}[] = [
  { name: '新收', cells: [[3, 'new', 'total']] },
  { name: '上年结转', cells: [[3, 'carried-in', 'total']] },
  { name: '办结', cells: [[3, 'total', 'total']] },
  { name: '结转下年', cells: [[3, 'carried-out', 'total']] },
  { name: '复议', cells: [[4, 'cases', 'review.total']] },
  {
    name: '诉讼',
    cells: [
      [4, 'cases', 'direct.total'],
      [4, 'cases', 'after-review.total'],
    ],
  },
];

/** What a table of all reports tells of each, of their sum. */
export function totalsOf<Report>(sum: Aggregate<Report>): Total[] {
  return WANTED.map(({ name, cells }) => ({ name, value: cellText(added(cells.map((cell) => sumIn(sum, ...cell)))) }));
}

/** A report that has no value for one of the cells has none for all of them. */
function added<Report>(cells: readonly (AggregateCell<Report> | undefined)[]) {
  const there = cells.flatMap((cell) => cell ?? []);
  return {
    sum: there.reduce((total, cell) => total + cell.sum, 0),
    known: there.reduce((least, { known }) => Math.min(least, known), Number.POSITIVE_INFINITY),
    missing: [...new Set(there.flatMap(({ missing }) => missing))],
  };
}
