import type { IdentityForm } from './forms/form.ts';

/** An identity with numbers in it; NaN where a value that it needs is blank, unreadable or absent. */
export interface IdentityValue {
  /** What stands in the cell of the total. */
  readonly stated: number;
  /** What the signed terms add up to. */
  readonly computed: number;
  /** `stated` − `computed`: 0 when the identity holds. */
  readonly difference: number;
}

/**
 * What an identity comes to.
 *
 * @param values the numbers of the cells, NaN where there is none: one row or column, or a table row by row
 * @param start where the row or column of the identity begins in `values`
 * @param step how far its cells stand apart there: 1 along a row; along a column the width of the table
 */
export function evaluate(
  { terms, total }: IdentityForm,
  values: ArrayLike<number>,
  start = 0,
  step = 1,
): IdentityValue {
  const stated = values[start + total * step] as number;
  let computed = 0;
  for (const { index, sign } of terms) computed += sign * (values[start + index * step] as number);
  return { stated, computed, difference: stated - computed };
}
