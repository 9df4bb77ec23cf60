import fc from 'fast-check';
import { cellAt, type Fault, faultIn3, oneFaultIn3, oneFaultIn4, valueAt } from './fault.ts';
import { COLUMN_TOTAL } from './forms.ts';
import type { Numbers } from './numbers.ts';
import { type Place, type Rendered, type Style, valueText } from './render.ts';

/** A place of the form and what it is made to hold; undefined: its number is taken away. */
export interface Change extends Place {
  readonly wrong: number | undefined;
}

/** What happened to a table; one damage may change several cells that hang together. */
export const DAMAGES = [
  'table 3',
  'table 4',
  'one row',
  'totals of table 3',
  'addend with its total',
  'addend with both totals',
  'two numbers exchanged',
  'blank row and table 3',
  'blank total and table 3',
  'mixed',
] as const;
export type Damage = (typeof DAMAGES)[number];

const MIXED: readonly Damage[] = DAMAGES.filter((kind) => kind !== 'mixed');

/** `count` damages of one kind, later ones over earlier ones; always at least one cell that differs from the truth. */
export function damages(numbers: Numbers, kind: Damage, count: number): fc.Arbitrary<readonly Change[]> {
  return severalOf(numbers, kind, count)
    .map((each) => distinct(each.flat()).filter((change) => change.wrong !== valueAt(numbers, change)))
    .filter((changes) => changes.length > 0);
}

function severalOf(numbers: Numbers, kind: Damage, count: number): fc.Arbitrary<readonly (readonly Change[])[]> {
  const many = (one: fc.Arbitrary<readonly Change[]>) => fc.array(one, { minLength: count, maxLength: count });
  switch (kind) {
    case 'one row':
      return fc.nat(numbers.table3.length - 1).chain((row) => many(only(faultIn3(numbers, (at) => at.row === row))));
    case 'blank row and table 3':
      return fc.tuple(blankRow(numbers), many(only(oneFaultIn3(numbers)))).map(([row, faults]) => [...faults, row]);
    case 'blank total and table 3':
      return fc.tuple(blankTotal(numbers), many(only(oneFaultIn3(numbers)))).map(([row, faults]) => [...faults, row]);
    case 'mixed':
      return fc
        .array(fc.constantFrom(...MIXED), { minLength: count, maxLength: count })
        .chain((kinds) => fc.tuple(...kinds.map((each) => severalOf(numbers, each, 1))))
        .map((all) => all.flat());
    default:
      return many(oneOf(numbers, kind));
  }
}

function oneOf(numbers: Numbers, kind: Damage): fc.Arbitrary<readonly Change[]> {
  const last = numbers.table3.length - 1;
  switch (kind) {
    case 'table 4':
      return only(oneFaultIn4(numbers));
    case 'totals of table 3':
      return only(faultIn3(numbers, ({ row, column }) => column === COLUMN_TOTAL || row === last - 1));
    case 'addend with its total':
      return addend(numbers).map((fault) => [fault, alongWith(numbers, fault, fault.row, COLUMN_TOTAL)]);
    case 'addend with both totals':
      return addend(numbers).map((fault) => [
        fault,
        alongWith(numbers, fault, fault.row, COLUMN_TOTAL),
        alongWith(numbers, fault, last - 1, fault.column),
      ]);
    case 'two numbers exchanged':
      return fc.tuple(oneFaultIn3(numbers), fc.nat(COLUMN_TOTAL)).map(([{ row, column, right }, other]) => {
        const value = valueAt(numbers, { table: 3, row, column: other }) ?? 0;
        return [
          { table: 3, row, column, wrong: value },
          { table: 3, row, column: other, wrong: right },
        ];
      });
    default:
      return only(oneFaultIn3(numbers));
  }
}

const only = (fault: fc.Arbitrary<Fault>): fc.Arbitrary<readonly Change[]> => fault.map((each) => [each]);

/** A wrong number of an outcome. */
const addend = (numbers: Numbers): fc.Arbitrary<Fault> =>
  faultIn3(numbers, ({ row, column }) => column < COLUMN_TOTAL && row >= 2 && row < numbers.table3.length - 2);

/** Another cell that was changed by as much as the fault. */
function alongWith(numbers: Numbers, { right, wrong }: Fault, row: number, column: number): Change {
  const place = { table: 3, row, column } as const;
  return { ...place, wrong: (valueAt(numbers, place) ?? 0) + wrong - right };
}

const blankRow = ({ table3 }: Numbers): fc.Arbitrary<readonly Change[]> =>
  fc
    .nat(table3.length - 1)
    .map((row) => (table3[row] ?? []).map((_, column) => ({ table: 3, row, column, wrong: undefined })));

const blankTotal = ({ table3 }: Numbers): fc.Arbitrary<readonly Change[]> =>
  fc.nat(table3.length - 1).map((row) => [{ table: 3, row, column: COLUMN_TOTAL, wrong: undefined }]);

/** The last change of each place. */
function distinct(changes: readonly Change[]): Change[] {
  return [...new Map(changes.map((each) => [`${each.table}.${each.row}.${each.column}`, each])).values()];
}

/** The text of a report with its changes; spans after the first one no longer hold. */
export function damagedText(rendered: Rendered, changes: readonly Change[], style: Style): string {
  const places = changes.map((change) => ({ ...cellAt(rendered, change), wrong: change.wrong }));
  // From the last cell of the text to the first, so that the places before a change still hold.
  return places
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, wrong }) => {
      const newText = wrong === undefined ? '' : valueText(wrong, style);
      return text.slice(0, start) + newText + text.slice(end);
    }, rendered.text);
}
