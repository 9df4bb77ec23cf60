import type { ValueKind } from '../../text/value.ts';
import type { ColumnForm, IdentityForm, IdentityRule, RowForm, TableForm } from './form.ts';

/** Small helpers with which the forms are written down; they hold no knowledge of their own. */

export function columns(kind: ValueKind, ...names: string[]): ColumnForm[] {
  return names.map((name) => ({ name, kind }));
}

export function row(label: string, columnForms: readonly ColumnForm[], ...aliases: string[]): RowForm {
  return { label, columns: columnForms, aliases };
}

/** A group label without values of its own, and the rows under it. */
export function group(label: string, rows: readonly RowForm[]): RowForm[] {
  return rows.map((each) => ({ ...each, group: label }));
}

/** Indices `from` to `to`, both included, added up. */
export function plus(from: number, to: number): IdentityForm['terms'] {
  return Array.from({ length: to - from + 1 }, (_, at) => ({ index: from + at, sign: 1 }));
}

export function minus(index: number): IdentityForm['terms'] {
  return [{ index, sign: -1 }];
}

export function identity(
  rule: IdentityRule,
  along: IdentityForm['along'],
  total: number,
  ...terms: IdentityForm['terms'][]
): IdentityForm {
  return { rule, along, total, terms: terms.flat() };
}

/** Table 4 is the same in both forms: one row of 15 values in three groups. */
export function reviewTable(): TableForm {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const groups = ['行政复议', '行政诉讼·未经复议直接起诉', '行政诉讼·复议后起诉'];
  const cells = groups.flatMap((name) =>
    results.map((result) => ({ name: result, group: name, kind: 'count' as const })),
  );
  return {
    number: 4,
    rows: [row('', cells)],
    identities: [0, 5, 10].map((at) => identity('review-total', 'row', at + 4, plus(at, at + 3))),
    openers: ['行政复议', '结果维持'],
    head: [
      ['行政复议', '', '', '', '', '行政诉讼', '', '', '', '', '', '', '', '', ''],
      [...results, '未经复议直接起诉', '', '', '', '', '复议后起诉', '', '', '', ''],
      ['', '', '', '', '', ...results, ...results],
    ],
  };
}
