import type { ValueKind } from '../../text/value.ts';
import type { ColumnForm, GroupForm, IdentityForm, IdentityRule, RowForm, TableForm } from './form.ts';
import type { ColumnId, GroupId, RowId } from './ids.ts';

/** Small helpers with which the forms are written down; they hold no knowledge of their own. */

export function column(id: ColumnId, name: string, kind: ValueKind = 'count', group?: GroupForm): ColumnForm {
  return { id, name, kind, ...(group ? { group } : {}) };
}

export function groupForm(id: GroupId, name: string, ordinal = ''): GroupForm {
  return { id, label: ordinal + name, ordinal, name };
}

/** What a row may have beside its label. */
type RowParts = Partial<Pick<RowForm, 'ordinal' | 'remark' | 'aliases' | 'brief' | 'side' | 'group'>>;

/** A row of the form; a blank parts the words of its name: `属于 国家 秘密`. */
export function row(id: RowId, words: string, columns: readonly ColumnForm[], parts: RowParts = {}): RowForm {
  const name = words.replaceAll(' ', '');
  const { ordinal = '', remark = '', aliases = [], brief = name, ...above } = parts;
  const label = ordinal + name + remark;
  return { id, label, ordinal, name, words: words.split(' '), remark, aliases, brief, columns, ...above };
}

export interface IdentityParts {
  readonly rule: IdentityRule;
  readonly along: IdentityForm['along'];
  readonly plus: readonly (RowId | ColumnId)[];
  readonly minus?: readonly (RowId | ColumnId)[];
  readonly total: RowId | ColumnId;
}

type TableParts = Omit<TableForm, 'identities'> & { readonly identities?: readonly IdentityParts[] };

/** A table of the form; its identities name rows or columns by their ids. */
export function table({ identities = [], ...parts }: TableParts): TableForm {
  return { ...parts, identities: identities.map((each) => indexed(each, parts.rows)) };
}

function indexed({ rule, along, plus, minus = [], total }: IdentityParts, rows: readonly RowForm[]): IdentityForm {
  const ids: readonly (RowId | ColumnId)[] =
    along === 'row' ? (rows[0]?.columns ?? []).map(({ id }) => id) : rows.map(({ id }) => id);
  const terms = (list: typeof plus, sign: 1 | -1) => list.map((id) => ({ index: ids.indexOf(id), sign }));
  return { rule, along, terms: [...terms(plus, 1), ...terms(minus, -1)], total: ids.indexOf(total) };
}
