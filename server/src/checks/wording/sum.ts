import type { Cell } from '../../report/report.ts';
import { numberIn } from '../../report/report.ts';
import type { Identity } from '../identities.ts';
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
  return identity.terms.flatMap(({ cell, sign }) => {
    const value = cell && numberIn(cell);
    return cell && value ? [{ cell, name: termName(identity, cell), sign, value }] : [];
  });
}

/** `自然人 8 + 法律服务机构 4`, terms of value 0 left out; `0` when nothing is left. */
export function writeSum(identity: Identity): string {
  const terms = addends(identity);
  if (terms.length === 0) return '0';
  return terms
    .map(({ name, sign, value }, at) => `${at > 0 ? (sign < 0 ? ' − ' : ' + ') : sign < 0 ? '−' : ''}${name} ${value}`)
    .join('');
}
