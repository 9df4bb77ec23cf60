import type { Cell } from '../../report/report.ts';
import { numberIn } from '../../report/report.ts';
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

/**
 * `自然人 8 + 法律服务机构 4 = 12`. Addends of 0 are left out where the rest still reads as a sum: a single addend is its
 * own sum, and `本年新收 0 + 上年结转 0 − （七）总计 1 = −1` needs them. `none` says that there is not even one.
 */
export function writeSum(identity: Identity, computed: number, none: string): string {
  const nonzero = addends(identity);
  const [first] = nonzero;
  if (!first) return none;
  if (nonzero.length === 1 && first.sign > 0) return `${first.name} ${first.value}`;
  const terms = first.sign > 0 ? nonzero : namedTerms(identity);
  const written = terms.map(
    ({ name, sign, value }, at) => `${at === 0 ? '' : sign < 0 ? ' − ' : ' + '}${name} ${value}`,
  );
  return `${written.join('')} = ${writeNumber(computed)}`;
}

/** Negative numbers with the sign that sums use. */
export function writeNumber(value: number): string {
  return value < 0 ? `−${-value}` : String(value);
}
