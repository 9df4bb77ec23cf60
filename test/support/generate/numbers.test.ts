import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outcomeRows } from './forms.ts';
import { anyNumbers, numbers, numbers2019 } from './numbers.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const column = (rows: readonly (readonly number[])[], index: number): number[] => rows.map((row) => row[index] ?? 0);

describe('numbers', () => {
  test('fill the form with whole numbers ≥ 0, the fee with at most six places', () => {
    fc.assert(
      fc.property(numbers, ({ table2, table3, table4 }) => {
        expect(table2.map((row) => row.length)).toEqual([3, 3, 1, 1, 1, 1]);
        expect(table3.map((row) => row.length)).toEqual(Array.from({ length: 25 }, () => 7));
        expect(table4).toHaveLength(15);
        const whole = [...table2.slice(0, 5).flat(), ...table3.flat(), ...table4];
        expect(whole.every((value) => Number.isInteger(value) && value >= 0 && value < 1e8)).toBe(true);
        expect(String(table2[5]?.[0])).toMatch(/^\d{1,8}(\.\d{1,6})?$/);
      }),
    );
  });

  test('fill the form of 2019, with whole numbers that may be less in 本年增/减', () => {
    fc.assert(
      fc.property(numbers2019, ({ year, table2, table3 }) => {
        expect([2019, 2020]).toContain(year);
        expect(table2.map((row) => row.length)).toEqual([3, 3, 3, 3, 3, 3, 2, 2]);
        expect(table3.map((row) => row.length)).toEqual(Array.from({ length: 23 }, () => 7));
        const whole = [...table2.slice(0, 7).flat(), ...table3.flat()];
        expect(whole.every((value) => Number.isInteger(value) && !Object.is(value, -0))).toBe(true);
      }),
    );
    expect(fc.sample(numbers2019, { seed: 1 }).some(({ table2 }) => (table2[3]?.[1] ?? 0) < 0)).toBe(true);
  });

  test('satisfy every identity of the form', () => {
    fc.assert(
      fc.property(anyNumbers, ({ form, table3, table4 }) => {
        const total = 2 + outcomeRows(form ?? '2021');
        for (const row of table3) expect(sum(row.slice(0, 6))).toBe(row[6]);
        for (let index = 0; index < 7; index += 1) {
          const values = column(table3, index);
          expect(sum(values.slice(2, total))).toBe(values[total]);
          expect(sum(values.slice(0, 2))).toBe(sum(values.slice(total, total + 2)));
        }
        for (const start of [0, 5, 10]) expect(sum(table4.slice(start, start + 4))).toBe(table4[start + 4]);
      }),
    );
  });

  test('range from nothing at all to eight digits', () => {
    const drawn = fc.sample(numbers, { numRuns: 500, seed: 1 });
    const most = drawn.map(({ table3 }) => Math.max(...table3.flat()));
    expect(most).toContain(0);
    expect(most.some((value) => value > 0 && value < 100)).toBe(true);
    expect(most.some((value) => value >= 10_000_000)).toBe(true);
  });
});
