import { type RowOfTable, rowsWithoutCells, rowText } from '../cell-count.ts';
import { compact } from '../compact.ts';
import type { Rule } from '../finding.ts';
import { rowData } from '../finding-data.ts';

/** A row has more values than the form has columns, so none of them has a sure column. */
export const cellExtra: Rule<RowOfTable> = {
  code: 'cell-extra',
  title: { zh: '一行中的数多了', en: 'A row has too many values' },
  severity: 'error',
  find({ report }, emit) {
    rowsWithoutCells(report, (table, row) => {
      if (row.found > row.form.columns.length) emit(row.span, { table, row });
    });
  },
  message: {
    zh: ({ row }) =>
      `${rowText(row, 'zh')}应有 ${row.form.columns.length} 个数，读到 ${row.found} 个，多 ${row.found - row.form.columns.length} 个；无法确定各数属于哪一列，本行未参与核算。请检查是否把一个数拆成了两个。`,
    en: ({ row }) =>
      `${rowText(row, 'en')} should have ${row.form.columns.length} numbers but has ${row.found}, ${row.found - row.form.columns.length} too many; the row was not checked. Was one number split in two?`,
  },
  data: ({ table, row }) => rowData(table, row.form),
  fingerprint: ({ row }, report) => [compact(report, row.span)],
};
