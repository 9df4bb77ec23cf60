import { overviewOf } from '../../features/report-values.ts';
import { nameOf } from './model.ts';
import type { Counted } from './summarise.ts';

/** The head of the table of all reports; the numbers begin with the third column. */
export const HEAD = ['机关', '年度', '新收', '上年结转', '办结', '结转下年', '复议', '诉讼', '错误', '问题数'] as const;

/** The row of a report in it; what is unknown is empty. */
export function rowOf(report: Counted): string[] {
  const { received, carriedIn, settled, carriedOut, reviews, lawsuits } = overviewOf(report);
  const numbers = [received, carriedIn, settled, carriedOut, reviews, lawsuits, report.errors, report.findings];
  return [nameOf(report), String(report.year ?? ''), ...numbers.map((value) => (value === null ? '' : String(value)))];
}
