import type { TableForm } from '../report/forms/form.ts';
import { type Cell, numberIn } from '../report/report.ts';
import type { Correction } from './suspect.ts';

/** Slips of the pen that explain a correction, and so make it more likely than another of the same size. */
export type Slip =
  | 'digits-swapped'
  | 'digit-dropped'
  | 'digit-added'
  | 'cells-swapped'
  | 'wrong-column'
  | 'left-zero'
  | 'stale-total';

/** The slip that a correction undoes, or undefined when its numbers and its place in the form tell nothing. */
export function slipOf(correction: Correction, form: TableForm): Slip | undefined {
  const [first, second, ...more] = correction;
  if (!first || more.length > 0) return undefined;
  const written = numberIn(first.cell) ?? 0;
  if (!second) return slipOfDigits(written, first.value) ?? (isTotal(first.cell, form) ? 'stale-total' : undefined);
  const other = numberIn(second.cell) ?? 0;
  const exchanged = first.cell.row === second.cell.row && first.value === other && second.value === written;
  if (!exchanged) return undefined;
  return written === 0 || other === 0 ? 'wrong-column' : 'cells-swapped';
}

/** Whether a cell holds the 总计 of its row or of its column: what last year's file is copied with and forgotten. */
function isTotal({ row, column }: Cell, { identities }: TableForm): boolean {
  return identities.some(
    ({ rule, along, total }) => rule !== 'carry-balance' && total === (along === 'row' ? column : row),
  );
}

/** `31` for 13, `2` for 20 or 12, `120` or `122` for 12, `0` for any number. */
function slipOfDigits(written: number, right: number): Slip | undefined {
  if (written === 0) return 'left-zero';
  const [from, to] = [String(written), String(right)];
  if (from.length === to.length) return isSwapped(from, to) ? 'digits-swapped' : undefined;
  if (from.length + 1 === to.length) return lacksOne(to, from) ? 'digit-dropped' : undefined;
  if (from.length === to.length + 1) return lacksOne(from, to) ? 'digit-added' : undefined;
  return undefined;
}

/** Whether two neighbouring digits changed places and all others agree. */
function isSwapped(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2) && at + 1 < a.length;
}

/** Whether `short` is `long` without one of its digits. */
function lacksOne(long: string, short: string): boolean {
  let at = 0;
  while (at < short.length && long[at] === short[at]) at++;
  return long.slice(at + 1) === short.slice(at);
}

/** Corrections that undo a known slip first; otherwise in the order in which they came. */
export function likeliestFirst(corrections: readonly Correction[], form: TableForm): Correction[] {
  const known = corrections.filter((correction) => slipOf(correction, form) !== undefined);
  return [...known, ...corrections.filter((correction) => !known.includes(correction))];
}
