import { outcomeRows } from './forms.ts';
import type { Numbers } from './numbers.ts';
import type { Random } from './random.ts';

/** Six columns of table 3 without 总计. */
type Columns = readonly number[];

/** What of one year's report the next one begins with. */
interface Stock {
  /** 结转下年度继续办理, by column. */
  readonly pending: Columns;
  /** 现行有效件数 of 规章 and of 行政规范性文件. */
  readonly valid: readonly number[];
}

const OUTCOMES = outcomeRows('2021');
/** The largest entry: half of all organs get hardly any request, a few get hundreds. */
const SIZES = [0, 1, 2, 3, 5, 8, 30, 200];

const NONE: Columns = [0, 0, 0, 0, 0, 0];

const withTotal = (row: Columns): number[] => [...row, row.reduce((sum, value) => sum + value, 0)];

/**
 * The reports of one organ on consecutive years, in the form of 2021: each is consistent in itself and begins with
 * what the one before left over. `breaks` says by index which of them carry in something else.
 */
export function yearsOf(
  agency: string,
  years: readonly number[],
  random: Random,
  breaks: (index: number) => boolean = () => false,
): Numbers[] {
  const most = SIZES[random(SIZES.length)] ?? 0;
  let stock: Stock = { pending: some(random, 2, most), valid: [random(3), random(40)] };
  return years.map((year, index) => {
    if (breaks(index)) stock = { ...stock, pending: stock.pending.map((value, at) => (at === 0 ? value + 1 : value)) };
    const { numbers, left } = oneYear(agency, year, random, most, stock);
    stock = left;
    return numbers;
  });
}

/** A few columns that differ from zero, 自然人 before all others. */
function some(random: Random, entries: number, most: number): number[] {
  const row = [...NONE];
  for (let entry = 0; entry < entries; entry += 1) {
    const column = random(3) < 2 ? 0 : random(6);
    row[column] = (row[column] ?? 0) + random(most + 1);
  }
  return row;
}

function oneYear(agency: string, year: number, random: Random, most: number, stock: Stock) {
  const outcomes = Array.from({ length: OUTCOMES }, () => (random(3) === 0 ? some(random, 2, most) : [...NONE]));
  const pending = some(random, 2, Math.ceil(most / 4));
  const handled = () => NONE.map((_, column) => outcomes.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  // Nothing that was carried in may be lost: what is neither settled nor pending was 予以公开.
  const lacking = handled().map((value, column) =>
    Math.max(0, (stock.pending[column] ?? 0) - value - (pending[column] ?? 0)),
  );
  outcomes[0] = (outcomes[0] ?? NONE).map((value, column) => value + (lacking[column] ?? 0));
  const settled = handled();
  const received = settled.map((value, at) => value + (pending[at] ?? 0) - (stock.pending[at] ?? 0));
  const table3 = [received, stock.pending, ...outcomes, settled, pending].map(withTotal);
  const { documents, valid } = documentsOf(random, stock.valid);
  const table2 = [...documents, ...[500, 300, 20].map((limit) => [random(limit)]), [random(100_000) / 1000]];
  const table4 = [0, 1, 2].flatMap(() =>
    withTotal([0, 1, 2, 3].map(() => (random(4) === 0 ? random(Math.ceil(most / 4) + 1) : 0))),
  );
  const numbers: Numbers = { agency, year, form: '2021', table2, table3, table4 };
  return { numbers, left: { pending, valid } };
}

/** 制发, 废止 and 现行有效 of both kinds of documents; valid are last year's and this year's less the repealed. */
function documentsOf(random: Random, before: readonly number[]) {
  const documents = before.map((valid) => {
    const made = random(5);
    const repealed = Math.min(random(3), valid);
    return [made, repealed, valid + made - repealed];
  });
  return { documents, valid: documents.map((row) => row[2] ?? 0) };
}
