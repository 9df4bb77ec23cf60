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
  return termsOf(identity).flatMap(({ cell, sign }) => {
    const value = cell && numberIn(cell);
    return cell && value ? [{ cell, name: termName(identity, cell), sign, value }] : [];
  });
}

/**
 * `自然人 8 + 法律服务机构 4 = 12`, addends of 0 left out. A single addend is its own sum; `none` says that there is not
 * even one.
 */
export function writeSum(identity: Identity, computed: number, none: string): string {
  const terms = addends(identity);
  const [first] = terms;
  if (!first) return none;
  const written = terms.map(
    ({ name, sign, value }, at) => `${at > 0 ? (sign < 0 ? ' − ' : ' + ') : sign < 0 ? '−' : ''}${name} ${value}`,
  );
  return terms.length === 1 && first.sign > 0 ? written.join('') : `${written.join('')} = ${writeNumber(computed)}`;
}

/** Negative numbers with the sign that sums use. */
export function writeNumber(value: number): string {
  return value < 0 ? `−${-value}` : String(value);
}
