import { overviewOf } from '../features/report-values.ts';
import type { Counted } from './counted.ts';
import { nameOf } from './model.ts';

/** The head of the table of all reports; the numbers begin with the third column. */
export const HEAD = ['机关', '年度', '新收', '上年结转', '办结', '结转下年', '复议', '诉讼', '错误', '问题数'] as const;
export const HEAD_EN = [
  ...['organ', 'year', 'received', 'carried in', 'settled', 'carried out'],
  ...['reviews', 'lawsuits', 'errors', 'findings'],
] as const;

/** The row of a report in it; null for what is unknown. */
export function columnsOf(report: Counted): (string | number | null)[] {
  const { received, carriedIn, settled, carriedOut, reviews, lawsuits } = overviewOf(report);
  const numbers = [received, carriedIn, settled, carriedOut, reviews, lawsuits, report.errors, report.findings];
  return [nameOf(report), report.year ?? null, ...numbers];
}

/** The same as texts; what is unknown is empty. */
export function rowOf(report: Counted): string[] {
  return columnsOf(report).map((value) => (value === null ? '' : String(value)));
}
