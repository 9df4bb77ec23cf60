import type { Analysis } from '../../server/src/checks/analysis.ts';
import { findTable, numberIn, type Report } from '../../server/src/report/report.ts';
import type { Numbers } from './generate/numbers.ts';

/** The values of a table as they were read, row by row. */
export function valuesOf(report: Report, number: 2 | 3 | 4) {
  return findTable(report, number)?.rows.map((row) => row?.cells.map(numberIn));
}

/** What was read otherwise than it was written: a cell, the organ, the year, a section, or a finding too many. */
export function misread(analysis: Analysis | undefined, numbers: Numbers): string[] {
  if (!analysis) return ['is no report'];
  const { report, findings } = analysis;
  const problems: string[] = [];
  const compare = (what: string, read: unknown, written: unknown) => {
    const [a, b] = [JSON.stringify(read), JSON.stringify(written)];
    if (a !== b) problems.push(`${what}: ${a} for ${b}`);
  };
  compare('organ', report.title?.agency, numbers.agency);
  compare('year', report.title?.year, numbers.year);
  compare(
    'sections',
    report.sections.map(({ form }) => form.number),
    [1, 2, 3, 4, 5, 6],
  );
  compare('table 2', valuesOf(report, 2), numbers.table2);
  compare('table 3', valuesOf(report, 3), numbers.table3);
  compare('table 4', valuesOf(report, 4), [numbers.table4]);
  compare(
    'findings',
    findings.map(({ code }) => code).filter((code) => code !== 'form-outdated'),
    [],
  );
  return problems;
}
