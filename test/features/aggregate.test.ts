import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/checks/analysis.ts';
import { aggregate, aggregateCells, compareOwn, contributions, repeated } from '../../server/src/features/aggregate.ts';
import { overviewOf, type ReportValues, reportValuesOf } from '../../server/src/features/report-values.ts';
import { cellAt, changeCell } from '../support/generate/fault.ts';
import type { Numbers } from '../support/generate/numbers.ts';
import { randomFrom } from '../support/generate/random.ts';
import { type Place, plainStyle, render } from '../support/generate/render.ts';
import { yearsOf } from '../support/generate/years.ts';

const random = randomFrom(11);
const organs = ['岚汐县水利局', '岚汐县司法局', '岚汐县财政局'];
/** The reports of three organs on two years. */
const given = organs.flatMap((name) => yearsOf(name, [2023, 2024], random));
const of2024 = given.filter(({ year }) => year === 2024);

function figures(numbers: Numbers, change?: { readonly place: Place; readonly text: string }): ReportValues {
  const rendered = render(numbers, 'tsv', plainStyle);
  const text = change ? changeCell(rendered, cellAt(rendered, change.place), change.text) : rendered.text;
  const analysis = analyse(text);
  if (!analysis) throw new Error('no report');
  return reportValuesOf(analysis);
}

const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const place = { table: 3, row: 2, column: 0 } as const;

describe('a sum', () => {
  test('adds every cell up, each year by itself', () => {
    const sums = aggregate(given.map((numbers) => figures(numbers)));
    expect(sums.map(({ year, form, reports }) => [year, form, reports.length])).toEqual([
      [2023, '2021', 3],
      [2024, '2021', 3],
    ]);
    for (const { year, tables } of sums) {
      const numbers = given.filter((each) => each.year === year);
      const cells = (number: 2 | 3 | 4) => tables[number].map((row) => row.map(({ sum }) => sum));
      expect(cells(3)).toEqual(
        numbers[0]?.table3.map((row, at) =>
          row.map((_, column) => add(numbers.map((n) => n.table3[at]?.[column] ?? 0))),
        ),
      );
      expect(cells(4)).toEqual([numbers[0]?.table4.map((_, at) => add(numbers.map((n) => n.table4[at] ?? 0)))]);
      for (const [at, row] of cells(2).entries()) {
        for (const [column, sum] of row.entries()) {
          expect(sum).toBeCloseTo(add(numbers.map((n) => n.table2[at]?.[column] ?? 0)), 6);
        }
      }
      expect(tables[3].flat().every(({ missing, known }) => missing.length === 0 && known === 3)).toBe(true);
    }
  });

  test('of amounts has no dust behind the decimals', () => {
    const fees = [0.1, 0.2, 0.000001].map((fee) => {
      const numbers = of2024[0] as Numbers;
      return figures({ ...numbers, table2: [...numbers.table2.slice(0, 5), [fee]] });
    });
    expect(aggregate(fees)[0]?.tables[2][5]?.[0]?.sum).toBe(0.300001);
  });

  test.each([
    ['a blank', ''],
    ['a mark', '/'],
    ['an unreadable value', '1O'],
  ])('never takes %s for zero', (_, text) => {
    const reports = of2024.map((numbers, at) => figures(numbers, at === 1 ? { place, text } : undefined));
    const cell = aggregate(reports)[0]?.tables[3][2]?.[0];
    const others = [0, 2].map((at) => of2024[at]?.table3[2]?.[0] ?? 0);
    expect(cell).toMatchObject({ sum: add(others), known: 2, missing: [reports[1]] });
  });

  test('says which report lacks a whole table', () => {
    const { text } = render(of2024[0] as Numbers, 'tsv', plainStyle);
    const without = text.slice(0, text.indexOf('四、政府信息公开')) + text.slice(text.indexOf('五、存在的'));
    const analysis = analyse(without);
    const lacking = reportValuesOf(analysis as NonNullable<typeof analysis>);
    const [sum] = aggregate([lacking, figures(of2024[1] as Numbers)]);
    expect(sum?.tables[4].flat().every(({ missing }) => missing[0] === lacking)).toBe(true);
    expect(overviewOf(lacking)).toMatchObject({ reviews: null, lawsuits: null });
  });

  test('keeps the two forms apart; of a table of the other form it keeps what both print', () => {
    const zeros = (columns: readonly number[]) => columns.map((count) => Array.from({ length: count }, () => 0));
    const of2019: Numbers = {
      agency: '岚汐县审计局',
      year: 2024,
      form: '2019',
      table2: zeros([3, 3, 3, 3, 3, 3, 2, 2]),
      table3: zeros(Array.from({ length: 23 }, () => 7)),
      table4: (of2024[0] as Numbers).table4,
    };
    const [old, now] = aggregate([figures(of2024[0] as Numbers), figures(of2019)]);
    expect([old?.form, now?.form]).toEqual(['2019', '2021']);
    expect([old?.reports.length, now?.reports.length]).toEqual([1, 1]);
    expect(old?.tables[3]).toHaveLength(23);
    // Table 二 of 2019 in a report that otherwise follows the form of 2021.
    const head = render(of2019, 'tsv', plainStyle).text;
    const tail = render(of2024[1] as Numbers, 'tsv', plainStyle).text;
    const mixed = head.slice(0, head.indexOf('三、收到和处理')) + tail.slice(tail.indexOf('三、收到和处理'));
    const analysis = analyse(mixed);
    const found = reportValuesOf(analysis as NonNullable<typeof analysis>);
    expect(found.form).toBe('2021');
    expect(found.tables[2]).toEqual([[null, null, null], [null, null, null], [0], [0], [0], [null]]);
    expect(found.tables[3]).toEqual((of2024[1] as Numbers).table3);
  });
});

describe('a comparison', () => {
  const reports = of2024.map((numbers) => figures(numbers));
  const [sum] = aggregate(reports);
  if (!sum) throw new Error('no sum');
  const own: Numbers = {
    agency: '岚汐县人民政府',
    year: 2024,
    table2: sum.tables[2].map((row) => row.map((cell) => cell.sum)),
    table3: sum.tables[3].map((row) => row.map((cell) => cell.sum)),
    table4: sum.tables[4].flat().map((cell) => cell.sum),
  };

  test('of a report with its own sum finds nothing', () => {
    expect(compareOwn(figures(own), sum)).toEqual({ differences: [], blank: [], equal: 200 });
    expect(aggregateCells(sum)).toHaveLength(200);
  });

  test('names each cell that differs, by how much, and who put something into it', () => {
    const right = own.table3[2]?.[0] ?? 0;
    const { differences, equal } = compareOwn(figures(own, { place, text: String(right + 4) }), sum);
    expect(equal).toBe(199);
    expect(differences).toEqual([{ cell: sum.tables[3][2]?.[0], stated: right + 4, by: 4 }]);
    const parts = contributions(sum, differences[0]?.cell ?? (sum.tables[3][0]?.[0] as never));
    expect(parts).toEqual(
      reports.flatMap((report) => {
        const value = report.tables[3]?.[2]?.[0] ?? 0;
        return value > 0 ? [{ report, value }] : [];
      }),
    );
    expect(add(parts.map(({ value }) => value))).toBe(right);
  });

  test('says nothing of a cell that the report leaves blank', () => {
    const { differences, blank } = compareOwn(figures(own, { place, text: '' }), sum);
    expect(differences).toEqual([]);
    expect(blank).toEqual([sum.tables[3][2]?.[0]]);
  });
});

test('several reports of one organ on one year are noticed', () => {
  const [one, two] = of2024.map((numbers) => figures(numbers));
  const again = figures(of2024[0] as Numbers);
  const before = figures(given[0] as Numbers);
  expect(repeated([one, two, before].map((each) => each as ReportValues))).toEqual([]);
  expect(repeated([one, two, again].map((each) => each as ReportValues))).toEqual([[one, again]]);
});
