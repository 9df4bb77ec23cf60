import { isTableNumber } from '../../report/forms/form.ts';
import { findTable, type Section } from '../../report/report.ts';
import type { Rule } from '../finding.ts';

/** Section 二, 三 or 四 holds no table. */
export const tableMissing: Rule<Section> = {
  code: 'table-missing',
  title: { zh: '缺少统计表', en: 'A table is missing' },
  severity: 'error',
  find({ report }, emit) {
    for (const section of report.sections) {
      const { number } = section.form;
      if (!isTableNumber(number) || findTable(report, number)) continue;
      if (!report.unreadable.some((table) => table.number === number)) emit(section.heading, section);
    }
  },
  message: {
    zh: ({ form }) => `“${form.title}”部分没有读到表格，请补上规定格式的统计表。`,
    en: ({ form }) => `No table was found in “${form.title}”; insert the table of the form.`,
  },
  fingerprint: ({ form }) => [form.number],
};
