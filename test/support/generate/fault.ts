import fc from 'fast-check';
import type { Numbers } from './numbers.ts';
import { type CellAt, type Place, type Rendered, type Style, valueText } from './render.ts';

/** The slips of a clerk; the last one stands for a number taken from elsewhere. */
export type FaultKind = 'more' | 'less' | 'swapped' | 'dropped' | 'doubled' | 'zeroed' | 'random';

/** One cell of table 3 or 4 that no longer holds what it should. */
export interface Fault extends Place {
  readonly table: 3 | 4;
  readonly kind: FaultKind;
  /** What the cell holds in the consistent report. */
  readonly right: number;
  /** What it is changed into: another non-negative integer. */
  readonly wrong: number;
}

/** The value that stands at a place of the form; undefined where the form has no such place. */
export function valueAt({ table2, table3, table4 }: Numbers, { table, row, column }: Place): number | undefined {
  if (table === 4) return row === 0 ? table4[column] : undefined;
  return (table === 3 ? table3 : table2)[row]?.[column];
}

/** The span of a place in a rendered report. */
export function cellAt(rendered: Rendered, { table, row, column }: Place): CellAt {
  const found = rendered.cells.find((cell) => cell.table === table && cell.row === row && cell.column === column);
  if (found === undefined) throw new RangeError(`table ${table} has no cell ${row},${column}`);
  return found;
}

/** The text of a report with the characters of one value replaced; spans after it no longer hold. */
export function changeCell(rendered: Rendered, cell: Pick<CellAt, 'start' | 'end'>, newText: string): string {
  return rendered.text.slice(0, cell.start) + newText + rendered.text.slice(cell.end);
}

/** The text of a report with a fault in it, the wrong number written in the style of the right one. */
export function withFault(rendered: Rendered, fault: Fault, style: Style): string {
  return changeCell(rendered, cellAt(rendered, fault), valueText(fault.wrong, style));
}

/** The text of a report with several faults in it. */
export function withFaults(rendered: Rendered, faults: readonly Fault[], style: Style): string {
  // From the last cell of the text to the first, so that the places before a change still hold.
  const ordered = [...faults].sort((a, b) => cellAt(rendered, b).start - cellAt(rendered, a).start);
  return ordered.reduce((text, fault) => withFault({ ...rendered, text }, fault, style), rendered.text);
}

/** Digits `at` and `at + 1` of a number exchanged: 123 becomes 213. */
function swapDigits(digits: string, at: number): string {
  return digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2);
}

/**
 * Every value that one kind of slip can make of a number.
 * `step` is the size of a small slip and `any` the number taken from elsewhere.
 */
function slips(kind: FaultKind, right: number, step: number, any: number): number[] {
  const digits = String(right);
  const places = [...digits].map((_, at) => at);
  switch (kind) {
    case 'more':
      return [right + step];
    case 'less':
      return [right - step];
    case 'zeroed':
      return [0];
    case 'random':
      return [any];
    case 'swapped':
      return places.slice(1).map((at) => Number(swapDigits(digits, at - 1)));
    case 'dropped':
      return digits.length < 2 ? [] : places.map((at) => Number(digits.slice(0, at) + digits.slice(at + 1)));
    case 'doubled':
      return places.map((at) => Number(digits.slice(0, at + 1) + digits.slice(at)));
  }
}

const TABLE4_CELLS = 15;

type FaultPlace = Place & { readonly table: 3 | 4 };

/** A cell of table 3, as often as not one of those that are not zero: most are, and few slips can be made in a zero. */
function placeIn3(
  { table3 }: Numbers,
  wanted: (at: { readonly row: number; readonly column: number }) => boolean = () => true,
): fc.Arbitrary<FaultPlace> {
  const all = table3.flatMap((row, index) => row.map((value, column) => ({ row: index, column, value })));
  const places = all.filter(wanted);
  const counting = places.filter(({ value }) => value > 0);
  return fc.tuple(fc.boolean(), fc.nat()).map(([any, index]) => {
    const among = any || counting.length === 0 ? places : counting;
    const { row = 0, column = 0 } = among[index % among.length] ?? {};
    return { table: 3, row, column };
  });
}

const placeIn4: fc.Arbitrary<FaultPlace> = fc.nat(TABLE4_CELLS - 1).map((column) => ({ table: 4, row: 0, column }));

function place(numbers: Numbers): fc.Arbitrary<FaultPlace> {
  const cells = numbers.table3.length * 7;
  return fc.oneof({ weight: cells, arbitrary: placeIn3(numbers) }, { weight: TABLE4_CELLS, arbitrary: placeIn4 });
}

const KINDS: readonly FaultKind[] = ['more', 'less', 'swapped', 'dropped', 'doubled', 'zeroed', 'random'];

/** A slip at one of the places, of a kind that really changes the number that stands there. */
function faultAt(numbers: Numbers, places: fc.Arbitrary<FaultPlace>): fc.Arbitrary<Fault> {
  return fc
    .tuple(places, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 }), fc.nat(99_999_999))
    .map(([at, kindIndex, slipIndex, step, any]) => {
      const right = valueAt(numbers, at) ?? 0;
      const possible = KINDS.map((kind) => ({
        kind,
        values: slips(kind, right, step, any).filter((value) => value >= 0 && value !== right),
      })).filter(({ values }) => values.length > 0);
      // 'more' always remains, so that both lookups succeed.
      const chosen = possible[kindIndex % possible.length] ?? { kind: 'more' as const, values: [] };
      const wrong = chosen.values[slipIndex % chosen.values.length] ?? right + step;
      return { ...at, kind: chosen.kind, right, wrong };
    });
}

/** A fault in any cell of table 3 or table 4. */
export const oneFault = (numbers: Numbers): fc.Arbitrary<Fault> => faultAt(numbers, place(numbers));

/** A fault in one of the cells of table 3 that are wanted, of which there must be one. */
export const faultIn3 = (
  numbers: Numbers,
  wanted: (at: { readonly row: number; readonly column: number }) => boolean,
): fc.Arbitrary<Fault> => faultAt(numbers, placeIn3(numbers, wanted));

/** A fault in table 4. */
export const oneFaultIn4 = (numbers: Numbers): fc.Arbitrary<Fault> => faultAt(numbers, placeIn4);

/** A fault in any cell of table 3. */
export const oneFaultIn3 = (numbers: Numbers): fc.Arbitrary<Fault> => faultAt(numbers, placeIn3(numbers));

/**
 * Two faults in different rows and different columns of table 3, the one that stands first in the form first. A third of
 * them are off by the same amount: then two other cells, at the same rows and columns crosswise, explain them as well.
 */
export const twoFaults = (numbers: Numbers): fc.Arbitrary<readonly [Fault, Fault]> =>
  fc
    .tuple(oneFaultIn3(numbers), oneFaultIn3(numbers), fc.nat(2))
    .filter(([one, two]) => one.row !== two.row && one.column !== two.column)
    .map(([one, other, choice]) => {
      const wrong = other.right + one.wrong - one.right;
      const two = choice === 0 && wrong >= 0 ? { ...other, wrong } : other;
      return one.row < two.row ? [one, two] : [two, one];
    });
