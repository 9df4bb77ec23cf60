import type { ValueKind } from '../../text/value.ts';

/** The numbers of the form's three tables are those of their sections: 二, 三 and 四. */
export type TableNumber = 2 | 3 | 4;

/** Whether the section of this number is one that holds a table. */
export function isTableNumber(number: number): number is TableNumber {
  return number === 2 || number === 3 || number === 4;
}

/** A form is known by the year of the notice that issued it. */
export type FormYear = '2019' | '2021';

/** One column of a table; `group` is the heading above it, where the form prints one. */
export interface ColumnForm {
  readonly name: string;
  readonly group?: string;
  readonly kind: ValueKind;
}

/** One row of a table: its official label with the ordinal, and other wordings met in published reports. */
export interface RowForm {
  readonly label: string;
  readonly aliases: readonly string[];
  /** What it is called inside a sum, where the label is long. */
  readonly brief?: string;
  /** The label of the rows that this one belongs to, e.g. `（三）不予公开`. */
  readonly group?: string;
  readonly columns: readonly ColumnForm[];
}

export type IdentityRule = 'row-total' | 'outcome-total' | 'carry-balance' | 'review-total';

/**
 * A sum that must hold: the signed terms add up to the total. Along a row the indices are columns and the identity
 * holds in every row; along a column they are rows and it holds in every column.
 */
export interface IdentityForm {
  readonly rule: IdentityRule;
  readonly along: 'row' | 'column';
  readonly terms: readonly { readonly index: number; readonly sign: 1 | -1 }[];
  readonly total: number;
}

export interface TableForm {
  readonly number: TableNumber;
  readonly rows: readonly RowForm[];
  readonly identities: readonly IdentityForm[];
  /** Header texts that show where this table begins when its section's heading is lost. */
  readonly openers: readonly string[];
  /** The lines of its head, as cells, for the skeleton of a missing section. */
  readonly head: readonly (readonly string[])[];
}

export interface Form {
  readonly year: FormYear;
  /** The notice that issued the form. */
  readonly source: string;
  readonly tables: readonly TableForm[];
}
