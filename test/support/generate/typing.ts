import fc from 'fast-check';
import type { Change } from './damage.ts';
import { COLUMN_TOTAL } from './forms.ts';
import type { Numbers } from './numbers.ts';

/** Numbers that were typed on purpose into a consistent report, and what it says when its totals have followed. */
export interface Typing {
  readonly changes: readonly Change[];
  readonly truth: Numbers;
}

/** `count` addends of table 3 or one of table 4 get other numbers, such that no balance becomes negative. */
export function typing(numbers: Numbers, count: number): fc.Arbitrary<Typing> {
  const { length } = numbers.table3;
  const rows = [...Array(length).keys()].filter((row) => row < length - 2);
  const place3 = fc.record({
    table: fc.constant(3 as const),
    row: fc.constantFrom(...rows),
    column: fc.nat(COLUMN_TOTAL - 1),
  });
  const place4 = fc.record({
    table: fc.constant(4 as const),
    row: fc.constant(0),
    column: fc.constantFrom(...ADDENDS_4),
  });
  const value = fc.oneof(fc.nat(20), fc.nat(3000));
  const place = fc.oneof({ weight: 4, arbitrary: place3 }, { weight: 1, arbitrary: place4 });
  const one = fc.tuple(place, value).map(([at, wrong]): Change => ({ ...at, wrong }));
  return fc
    .array(one, { minLength: count, maxLength: count })
    .map((all) => [...new Map(all.map((each) => [`${each.table}.${each.row}.${each.column}`, each])).values()])
    .map((changes) => ({ changes, truth: followed(numbers, changes) }))
    .filter(({ truth: { table3 } }) => (table3.at(-1) ?? []).every((each) => each >= 0))
    .filter(({ truth }) => JSON.stringify(truth) !== JSON.stringify(numbers));
}

const GROUP_4 = 5;
const ADDENDS_4 = [...Array(3 * GROUP_4).keys()].filter((column) => column % GROUP_4 < GROUP_4 - 1);

/** The numbers with changes, every total computed anew from the definition of the form. */
function followed(numbers: Numbers, changes: readonly Change[]): Numbers {
  const table3 = numbers.table3.map((row) => [...row]);
  const table4 = [...numbers.table4];
  for (const { table, row, column, wrong = 0 } of changes) {
    if (table === 4) table4[column] = wrong;
    else (table3[row] ?? [])[column] = wrong;
  }
  const last = table3.length - 1;
  const at = (row: number, column: number) => table3[row]?.[column] ?? 0;
  for (let column = 0; column < COLUMN_TOTAL; column++) {
    let settled = 0;
    for (let row = 2; row < last - 1; row++) settled += at(row, column);
    (table3[last - 1] ?? [])[column] = settled;
    (table3[last] ?? [])[column] = at(0, column) + at(1, column) - settled;
  }
  for (const row of table3) row[COLUMN_TOTAL] = row.slice(0, COLUMN_TOTAL).reduce((sum, value) => sum + value, 0);
  for (let group = 0; group < 3; group++) {
    const start = group * GROUP_4;
    table4[start + GROUP_4 - 1] = table4.slice(start, start + GROUP_4 - 1).reduce((sum, value) => sum + value, 0);
  }
  return { ...numbers, table3, table4 };
}
