import fc from 'fast-check';
import { CHANGE, columnsOf, type FormYear, outcomeRows } from './forms.ts';

/** The numbers of one report; every row stands in the order of its form. */
export interface Numbers {
  readonly agency: string;
  readonly year: number;
  /** The form that the report follows, that of 2021 unless said otherwise. */
  readonly form?: FormYear;
  /**
   * Of 2021: 规章[3], 行政规范性文件[3], 行政许可[1], 行政处罚[1], 行政强制[1], 行政事业性收费[1] (万元, up to six places).
   * Of 2019: 规章, 规范性文件, 行政许可, 其他对外管理服务事项, 行政处罚, 行政强制 [3] each, 行政事业性收费[2], 政府集中采购[2];
   * 本年增/减 may be negative.
   */
  readonly table2: readonly (readonly number[])[];
  /** 25 rows (of 2019: 23) of 自然人, five kinds of organisation, 总计. */
  readonly table3: number[][];
  /** Three groups of 结果维持, 结果纠正, 其他结果, 尚未审结, 总计. */
  readonly table4: number[];
}

/** The form of a report. */
export const formOf = ({ form = '2021' }: Pick<Numbers, 'form'>): FormYear => form;

/** An entry of a sparse table: a place and what stands there. */
type Entry = readonly [place: number, value: number];

interface Size {
  /** The largest single entry. */
  readonly most: number;
  /** How many entries may differ from zero, so that no sum leaves eight digits. */
  readonly entries: number;
}

const SIZES: readonly Size[] = [
  { most: 0, entries: 0 },
  { most: 3, entries: 12 },
  { most: 40, entries: 60 },
  { most: 900, entries: 130 },
  { most: 750_000, entries: 130 },
  { most: 12_400_000, entries: 8 },
];

// Places and offices are combined from syllables that name no existing organ.
const PLACES = ['岚汐', '禾墨', '砚泠', '蘅洲', '苍籁', '霁野', '沐岑', '昀渡'];
const RANKS = ['市', '区', '县', '镇'];
const OFFICES = [
  '人民政府',
  '人民政府办公室',
  '教育体育局',
  '自然资源和规划局',
  '卫生健康委员会',
  '发展改革委',
  '城市管理局',
];

const agency = fc
  .tuple(fc.constantFrom(...PLACES), fc.constantFrom(...RANKS), fc.constantFrom(...OFFICES))
  .map((parts) => parts.join(''));

const entriesOf = (places: number, size: Size): fc.Arbitrary<Entry[]> =>
  fc.array(fc.tuple(fc.nat(places - 1), fc.nat(size.most)), { maxLength: Math.min(size.entries, places) });

/** A row of table 3 with its 总计 appended. */
const withTotal = (row: readonly number[]): number[] => [...row, row.reduce((sum, value) => sum + value, 0)];

/**
 * The whole of table 3 from the entries that can be chosen freely: outcomes and 结转下年度继续办理.
 * `rows` counts the outcomes; `shares` says for each column how many thousandths of the balance were carried in from last year.
 */
function table3From(rows: number, entries: readonly Entry[], shares: readonly number[]): number[][] {
  const free = Array.from({ length: rows + 1 }, () => [0, 0, 0, 0, 0, 0]);
  for (const [place, value] of entries) {
    const row = free[Math.floor(place / 6)];
    if (row !== undefined) row[place % 6] = value;
  }
  const outcomes = free.slice(0, rows);
  const carriedOut = free[rows] ?? [];
  const settled = shares.map((_, column) => outcomes.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const balance = settled.map((value, column) => value + (carriedOut[column] ?? 0));
  const carriedIn = balance.map((value, column) => Math.floor((value * (shares[column] ?? 0)) / 1000));
  const received = balance.map((value, column) => value - (carriedIn[column] ?? 0));
  return [received, carriedIn, ...outcomes, settled, carriedOut].map(withTotal);
}

function table4From(entries: readonly Entry[]): number[] {
  const groups = [
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ];
  for (const [place, value] of entries) {
    const group = groups[Math.floor(place / 4)];
    if (group !== undefined) group[place % 4] = value;
  }
  return groups.flatMap(withTotal);
}

/** An amount in 万元 whose decimals are exact in the shortest notation of the number. */
const fee = (most: number): fc.Arbitrary<number> =>
  fc.tuple(fc.nat(most), fc.nat(6), fc.nat(999_999)).map(([whole, places, fraction]) => {
    const scale = 10 ** places;
    return (whole * scale + (fraction % scale)) / scale;
  });

/** A value of table 2; only fees, amounts of money and changes are more than a count. */
function amountOf(column: string, most: number): fc.Arbitrary<number> {
  if (column === CHANGE) return fc.integer({ min: -most, max: most }).map((value) => value || 0);
  const money = column.includes('金额');
  return money && most > 0 ? fee(most) : fc.nat(most);
}

const table2Of = (form: FormYear, most: number): fc.Arbitrary<number[][]> =>
  fc
    .tuple(...columnsOf(form).map((columns) => fc.tuple(...columns.map((column) => amountOf(column, most)))))
    .map((rows) => rows.map((row, at) => (at < DOCUMENT_ROWS ? documentsFrom(form, row) : row)));

/** 规章 and 规范性文件. */
const DOCUMENT_ROWS = 2;

/** No fewer documents in force than were made and not abolished; before 2021, no fewer public ones than new ones. */
function documentsFrom(form: FormYear, [made = 0, other = 0, valid = 0]: readonly number[]): number[] {
  return [made, other, Math.max(valid, form === '2021' ? made - other : other)];
}

const share = fc.oneof(fc.constant(0), fc.nat(1000));

const shares = fc.tuple(share, share, share, share, share, share);

const YEARS: Readonly<Record<FormYear, fc.Arbitrary<number>>> = {
  '2019': fc.constantFrom(2019, 2020),
  '2021': fc.integer({ min: 2021, max: 2026 }),
};

const numbersOf = (form: FormYear, size: Size): fc.Arbitrary<Numbers> =>
  fc
    .record({
      agency,
      year: YEARS[form],
      form: fc.constant(form),
      table2: table2Of(form, size.most),
      table3: fc
        .tuple(entriesOf((outcomeRows(form) + 1) * 6, size), shares)
        .map(([entries, parts]) => table3From(outcomeRows(form), entries, parts)),
      table4: entriesOf(12, size).map(table4From),
    })
    .map(withinPowers);

/** Only a city's government makes 规章; no bureau does, and no county. */
function withinPowers(numbers: Numbers): Numbers {
  if (numbers.agency.endsWith('市人民政府')) return numbers;
  return { ...numbers, table2: numbers.table2.map((row, at) => (at === 0 ? row.map(() => 0) : row)) };
}

/** Consistent reports in the form of 2021, from one where all is zero to one whose totals have eight digits. */
export const numbers: fc.Arbitrary<Numbers> = fc.oneof(...SIZES.map((size) => numbersOf('2021', size)));

/** The same on 2019 and 2020, in the form of those years. */
export const numbers2019: fc.Arbitrary<Numbers> = fc.oneof(...SIZES.map((size) => numbersOf('2019', size)));

/** Reports in either form; most follow that of 2021, as most reports do. */
export const anyNumbers: fc.Arbitrary<Numbers> = fc.oneof(
  { weight: 3, arbitrary: numbers },
  { weight: 1, arbitrary: numbers2019 },
);
