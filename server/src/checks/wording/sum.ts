import type { Cell } from '../../report/report.ts';
import { numberIn } from '../../report/report.ts';
import type { Locale } from '../finding.ts';
import { type Identity, termsOf } from '../identities.ts';
import { termName } from './names.ts';

/** A term of a sum that was read, with its name. */
export interface NamedTerm {
  readonly cell: Cell;
  readonly name: string;
  readonly sign: 1 | -1;
  readonly value: number;
}

/** The terms that are numbers and not zero: what a reader must add up. */
export function addends(identity: Identity): NamedTerm[] {
  return namedTerms(identity).filter(({ value }) => value !== 0);
}

function namedTerms(identity: Identity): NamedTerm[] {
  return termsOf(identity).flatMap(({ cell, sign }) => {
    const value = numberIn(cell);
    return cell && value !== undefined ? [{ cell, name: termName(identity, cell), sign, value }] : [];
  });
}

/** More terms than this are counted: each of them stands beside the finding as a place of its own. */
const MOST_WRITTEN = 4;

/**
 * `：自然人 8 + 法律服务机构 4 = 12`. Addends of 0 are left out where the rest still reads as a sum: a single addend is its
 * own sum, and `本年新收 0 + 上年结转 0 − （七）总计 1 = −1` needs them. Nothing is written of a long sum.
 */
export function writeSum(identity: Identity, computed: number, locale: Locale): string {
  const { colon, none, many } = SUM_WORDS[locale];
  const nonzero = addends(identity);
  const [first] = nonzero;
  if (!first) return colon + none;
  if (nonzero.length > MOST_WRITTEN) return colon + many(nonzero.length, writeNumber(computed));
  if (nonzero.length === 1 && first.sign > 0) return `${colon}${first.name} ${first.value}`;
  const terms = first.sign > 0 ? nonzero : namedTerms(identity);
  const written = terms.map(
    ({ name, sign, value }, at) => `${at === 0 ? '' : sign < 0 ? ' − ' : ' + '}${name} ${value}`,
  );
  return `${colon}${written.join('')} = ${writeNumber(computed)}`;
}

const SUM_WORDS = {
  zh: {
    colon: '：',
    none: '各项均为 0',
    many: (terms: number, sum: string) => `${terms} 个不为 0 的项相加得 ${sum}`,
  },
  en: {
    colon: ': ',
    none: 'all addends are 0',
    many: (terms: number, sum: string) => `${terms} addends other than 0 give ${sum}`,
  },
} as const;

/** Negative numbers with the sign that sums use. */
export function writeNumber(value: number): string {
  return value < 0 ? `−${-value}` : String(value);
}
