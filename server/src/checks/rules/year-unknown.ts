import type { Rule } from '../finding.ts';
import { openingLine } from '../opening.ts';

/** Nothing says on which year the report is, so nothing that depends on the year is checked. */
export const yearUnknown: Rule<null> = {
  code: 'year-unknown',
  title: { zh: '没有读到报告的年度', en: 'The year of the report is unknown' },
  severity: 'information',
  find({ report }, emit) {
    if (report.year === undefined) emit(openingLine(report), null);
  },
  message: {
    zh: () =>
      '没有读到报告的年度，因此不检查年份是否一致、格式是否过时，不与上年的报告比对，正文中写明年份的数也不核对。请在标题中写明年度。',
    en: () =>
      'Nothing says on which year this report is; its years and its form are not checked, it is not compared with the report of the year before, and numbers with a year beside them stay unchecked. Write the year in the title.',
  },
  fingerprint: () => [],
};
