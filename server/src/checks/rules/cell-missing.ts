import type { Report, Row, Table } from '../../report/report.ts';
import { type RowOfTable, rowsWithoutCells, rowText } from '../cell-count.ts';
import { compact } from '../compact.ts';
import { findCutOff } from '../cut-off.ts';
import type { Rule, RuleFix } from '../finding.ts';
import { rowData } from '../finding-data.ts';
import { rowHolds } from '../trial.ts';

/** A row has fewer values than the form has columns, so none of them has a sure column. */
export const cellMissing: Rule<RowOfTable> = {
  code: 'cell-missing',
  title: { zh: '一行中的数不够', en: 'A row has too few values' },
  severity: 'error',
  find({ report }, emit) {
    rowsWithoutCells(report, (table, row) => {
      if (row.found > row.form.columns.length || isCutOff(report, table, row)) return;
      emit(row.span, { table, row });
    });
  },
  message: {
    zh: ({ row }) => {
      const width = row.form.columns.length;
      const { together } = row;
      const remedy = together
        ? `“${together.parts.join('')}”像是 ${together.parts.join(' 和 ')} 两个数连在了一起，分开后本行合计相符，请改正。`
        : '请补齐，没有数据的填 0。';
      return `${rowText(row, 'zh')}应有 ${width} 个数，只读到 ${row.found} 个，缺 ${width - row.found} 个；无法确定缺的是哪一列，本行未参与核算。${remedy}`;
    },
    en: ({ row }) => {
      const width = row.form.columns.length;
      const { together } = row;
      const remedy = together
        ? `“${together.parts.join('')}” looks like ${together.parts.join(' and ')} run together: apart, they make the sum of the row hold.`
        : 'Fill in 0 where there is nothing to report.';
      return `${rowText(row, 'en')} should have ${width} numbers but has ${row.found}, ${width - row.found} too few; it is unknown which, so the row was not checked. ${remedy}`;
    },
  },
  fixes: ({ facts }, { report }, locale) => separate(facts, report, locale),
  data: ({ table, row }) => rowData(table, row.form),
  fingerprint: ({ row }, report) => [compact(report, row.span)],
};

/** Whether the text ends in this row, of which text-cut-off tells. */
function isCutOff(report: Report, table: Table, row: Row): boolean {
  const cut = findCutOff(report);
  return cut?.table === table && cut.rows.includes(row.form);
}

/** Parts the value that is two numbers, where the sum of the row says where; preferred when the columns agree. */
function separate(place: RowOfTable, report: Report, locale: 'zh' | 'en'): RuleFix[] {
  const { together } = place.row;
  if (!together || together.separator === undefined) return [];
  const { start, end, separator, parts } = together;
  const [first, second] = parts;
  const title =
    locale === 'zh'
      ? `把“${first}${second}”分为“${first}”和“${second}”`
      : `Part “${first}${second}” into “${first}” and “${second}”`;
  const edits = [{ span: { start, end }, newText: first + separator + second }];
  return [{ title, edits, preferred: rowHolds(report, edits, place) }];
}
