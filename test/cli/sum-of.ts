import type { Numbers } from '../support/generate/numbers.ts';

export const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** What a clerk would add up by hand. */
export function sumOf(numbers: readonly Numbers[], agency: string): Numbers {
  const [first] = numbers as [Numbers];
  const sum = (read: (each: Numbers) => number | undefined) =>
    Number(add(numbers.map((each) => read(each) ?? 0)).toFixed(6));
  return {
    agency,
    year: first.year,
    table2: first.table2.map((row, at) => row.map((_, column) => sum((each) => each.table2[at]?.[column]))),
    table3: first.table3.map((row, at) => row.map((_, column) => sum((each) => each.table3[at]?.[column]))),
    table4: first.table4.map((_, at) => sum((each) => each.table4[at])),
  };
}
