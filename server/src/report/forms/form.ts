import type { ValueKind } from '../../text/value.ts';
import type { ColumnId, GroupId, RowId } from './ids.ts';

/** The numbers of the form's three tables are those of their sections: 二, 三 and 四. */
export type TableNumber = 2 | 3 | 4;

export const TABLE_NAMES: Readonly<Record<TableNumber, string>> = { 2: '表二', 3: '表三', 4: '表四' };

/** Whether the section of this number is one that holds a table. */
export function isTableNumber(number: number): number is TableNumber {
  return number === 2 || number === 3 || number === 4;
}

/** A form is known by the year of the notice that issued it. */
export type FormYear = '2019' | '2021';

/** A heading over several rows or columns. */
export interface GroupForm {
  readonly id: GroupId;
  /** As the form prints it: `（三）不予公开`, `法人或其他组织`. */
  readonly label: string;
  /** `（三）`; empty when there is none. */
  readonly ordinal: string;
  /** The label without its ordinal. */
  readonly name: string;
}

/** One column of a table; `group` is the heading above it, where the form prints one. */
export interface ColumnForm {
  readonly id: ColumnId;
  readonly name: string;
  readonly group?: GroupForm;
  readonly kind: ValueKind;
}

/** One row of a table. Its label is its ordinal, name and remark: `（二）` `部分公开` `（区分处理的，…）`. */
export interface RowForm {
  readonly id: RowId;
  /** The official label as the form prints it; empty in table 4, whose row has none. */
  readonly label: string;
  /** `一、`, `（二）` or `1.`; empty when there is none. */
  readonly ordinal: string;
  readonly name: string;
  /** The words of the name in their order: an abridged label leaves whole ones out. */
  readonly words: readonly string[];
  /** Instructions in brackets behind the name; mostly empty. */
  readonly remark: string;
  /** Other wordings met in published reports. */
  readonly aliases: readonly string[];
  /** What it is called inside a sum: its name, or less where that is long. */
  readonly brief: string;
  /** What runs down at the side of the table beside it: 三、本年度办理结果. */
  readonly side?: string;
  /** The rows that this one belongs to: （三）不予公开, or 第二十条第（一）项. */
  readonly group?: GroupForm;
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
  /** The forms that print the table like this: table 4 is the same in both. */
  readonly years: readonly FormYear[];
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
