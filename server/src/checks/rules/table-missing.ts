import { findTable } from '../../report/report.ts';
import type { Rule } from '../finding.ts';

/** Section 二, 三 or 四 holds no table. */
export const tableMissing: Rule = {
  codes: ['table-missing'],
  find: (report) =>
    report.sections.flatMap((section) => {
      const { number } = section.form;
      if ((number !== 2 && number !== 3 && number !== 4) || findTable(report, number)) return [];
      return { code: 'table-missing', severity: 'error', span: section.heading, section };
    }),
};
