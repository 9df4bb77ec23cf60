import type { ColumnForm, Form, FormYear, RowForm, TableForm, TableNumber } from './form.ts';
import type { ColumnId, RowId } from './ids.ts';
import { PROACTIVE_2019, PROACTIVE_2021 } from './proactive.ts';
import { REQUESTS_2019, REQUESTS_2021 } from './requests.ts';
import { REVIEWS } from './reviews.ts';

/** The form for reports on 2019 and 2020, 国办公开办函〔2019〕60号. */
export const FORM_2019: Form = {
  year: '2019',
  source: '国办公开办函〔2019〕60号',
  tables: [PROACTIVE_2019, REQUESTS_2019, REVIEWS],
};

/** The form for reports on 2021 and later, 国办公开办函〔2021〕30号. */
export const FORM_2021: Form = {
  year: '2021',
  source: '国办公开办函〔2021〕30号',
  tables: [PROACTIVE_2021, REQUESTS_2021, REVIEWS],
};

export function formOf(year: FormYear): Form {
  return year === '2019' ? FORM_2019 : FORM_2021;
}

export function tableForm(form: Form, number: TableNumber): TableForm {
  return form.tables[number - 2] as TableForm;
}

/** Whether a table is printed so only in the form before the one in force. */
export function isOutdated({ years }: TableForm): boolean {
  return !years.includes('2021');
}

/** The place of a row in its table; -1 when this form has no such row. */
export function rowIndex({ rows }: TableForm, id: RowId): number {
  return rows.findIndex((row) => row.id === id);
}

/** The place of a column in its row; -1 when this form has no such column. */
export function columnIndex({ columns }: RowForm, id: ColumnId): number {
  return columns.findIndex((column) => column.id === id);
}

/** The columns of a row in runs under the same heading: three of five in table 4. */
export function columnGroups({ columns }: RowForm): ColumnForm[][] {
  const groups: ColumnForm[][] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last && last[0]?.group === column.group) last.push(column);
    else groups.push([column]);
  }
  return groups;
}
