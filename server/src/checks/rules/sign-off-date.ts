import { signatureOf } from '../../report/sign-off.ts';
import type { Rule } from '../finding.ts';

interface SignOffDate {
  readonly written: string;
  readonly year: number;
}

/** A report on a year is signed after that year has ended: it counts to 31 December (条例第五十条: by 31 January). */
export const signOffDate: Rule<SignOffDate> = {
  code: 'sign-off-date',
  title: { zh: '落款日期早于报告年度结束', en: 'Signed before the reported year ended' },
  severity: 'warning',
  find({ report }, emit) {
    const { year } = report;
    const signed = year === undefined ? undefined : signatureOf(report);
    if (year === undefined || !signed || signed.date >= year * 10_000 + 1231) return;
    emit(signed.span, { written: signed.written, year });
  },
  message: {
    zh: ({ written, year }) =>
      `落款日期是${written}，而 ${year} 年度的报告统计到 ${year} 年 12 月 31 日。是沿用旧文件时没有改吗？请核对。`,
    en: ({ written, year }) =>
      `Signed ${written}, but a report on ${year} counts to 31 December ${year}. Was the date left from an earlier report?`,
  },
};
