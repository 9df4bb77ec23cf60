import type { Table, UnknownRow } from '../../report/report.ts';
import type { Rule } from '../finding.ts';
import { rowLabel } from '../wording/names.ts';

interface RowUnknown {
  readonly table: Table;
  readonly unknown: UnknownRow;
}

/** A row with values whose label belongs to no row of the form; it is never bound to the nearest row by force. */
export const rowUnknown: Rule<RowUnknown> = {
  code: 'row-unknown',
  title: { zh: '不是规定格式中的行', en: 'A row is not in the form' },
  severity: 'information',
  find({ report }, emit) {
    for (const table of report.tables) for (const unknown of table.unknown) emit(unknown.span, { table, unknown });
  },
  message: {
    zh: ({ unknown: { label, repeats } }) => {
      if (repeats) return `“${rowLabel(repeats)}”一行重复出现，后出现的这一行未参与核算。请删除多余的一行。`;
      return `${label ? `“${label}”` : '这一行没有行名，'}不是规定格式中的行，其中的数未参与核算。请核对行名。`;
    },
    en: ({ unknown: { label, repeats } }) => {
      if (repeats)
        return `Row “${rowLabel(repeats)}” is here a second time; this one was not checked. Delete one of them.`;
      return `${label ? `“${label}”` : 'A row without a label'} is no row of the form; its numbers were not checked. Check the label.`;
    },
  },
  data: ({ table, unknown }) => ({ table: table.number, row: unknown.label }),
};
