import { findSection } from '../../report/report.ts';
import type { Rule } from '../finding.ts';

/** First year whose reports must say it: 国办函〔2020〕109号 holds from 1 January 2021 on. */
const FIRST_YEAR = 2021;

/** Section 六 says nothing about 信息处理费, which must be told even when none was collected. */
export const feeStatementMissing: Rule = {
  codes: ['fee-statement-missing'],
  find: (report, _identities, { fees }) => {
    const section = findSection(report, 6);
    const year = report.title?.year;
    const bound = year === undefined ? report.form.year === '2021' : year >= FIRST_YEAR;
    if (!section || !bound || fees) return [];
    return [{ code: 'fee-statement-missing', severity: 'warning', span: section.heading }];
  },
};
