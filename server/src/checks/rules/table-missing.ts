import { isTableNumber } from '../../report/forms/form.ts';
import { findTable } from '../../report/report.ts';
import type { Rule } from '../finding.ts';

/** Section 二, 三 or 四 holds no table. */
export const tableMissing: Rule = {
  codes: ['table-missing'],
  find: (report) =>
    report.sections.flatMap((section) => {
      const { number } = section.form;
      if (!isTableNumber(number) || findTable(report, number)) return [];
      return { code: 'table-missing', severity: 'error', span: section.heading, section };
    }),
};
