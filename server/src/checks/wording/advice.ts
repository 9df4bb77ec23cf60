import { type Cell, numberIn } from '../../report/report.ts';
import type { SumFinding } from '../finding.ts';
import { type Identity, isCrossChecked } from '../identities.ts';
import { type Slip, slipOf } from '../slips.ts';
import { cellName } from './names.ts';

/** One cell of a correction: its name, what it should say and what it says. */
export interface Change {
  readonly name: string;
  readonly right: number;
  readonly written: number | undefined;
}

/** What to do about a sum that does not hold; the words of a language say it. */
export type Advice =
  | { readonly kind: 'impossible' }
  | { readonly kind: 'check'; readonly computed: number }
  | { readonly kind: 'total'; readonly right: number; readonly slip: Slip | undefined }
  | { readonly kind: 'cells'; readonly changes: readonly Change[]; readonly slip: Slip | undefined }
  | {
      readonly kind: 'choose';
      readonly choices: number;
      readonly cells: number;
      /** The changes of the likeliest choice, when a slip makes one likely. */
      readonly likely: readonly Change[];
      readonly slip: Slip | undefined;
    };

/** The identity, its numbers and its corrections: all that advice depends on. */
export type Sum = Pick<SumFinding, 'identity' | 'stated' | 'computed' | 'corrections'>;

export function adviceOn({ identity, computed, corrections }: Sum): Advice {
  const [first] = corrections;
  if (!first || (corrections.length > 1 && !isCrossChecked(identity))) {
    return computed < 0 ? { kind: 'impossible' } : { kind: 'check', computed };
  }
  const slip = slipOf(first, identity.table.form);
  const changes = first.map(({ cell, value }) => change(identity, cell, value));
  if (corrections.length > 1) {
    const likely = slip ? changes : [];
    return { kind: 'choose', choices: corrections.length, cells: first.length, likely, slip };
  }
  const [only] = first;
  if (first.length === 1 && only?.cell === identity.total) return { kind: 'total', right: only.value, slip };
  return { kind: 'cells', changes, slip };
}

function change({ table }: Identity, cell: Cell, right: number): Change {
  return { name: cellName(table, cell), right, written: numberIn(cell) };
}
