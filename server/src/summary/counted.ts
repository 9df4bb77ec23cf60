import type { Analysis } from '../checks/analysis.ts';
import type { Finding } from '../checks/finding.ts';
import { findingData } from '../features/diagnostics.ts';
import { type ReportValues, reportValuesOf } from '../features/report-values.ts';
import { type FileProject, type Judged, judge } from '../project/project.ts';
import type { TableNumber } from '../report/forms/form.ts';
import { copyString } from '../text/copy-string.ts';

/** The numbers of a report and where it was found: plain data, some kilobytes whatever the size of the file. */
export interface Counted extends ReportValues {
  readonly kind: 'counted';
  readonly path: string;
  /** The tables whose own totals do not hold. */
  readonly failing: readonly TableNumber[];
  /** How often each rule found something. */
  readonly codes: Readonly<Record<string, number>>;
}

/** What a report gives to a summary, its findings counted as the settings of its project have it. */
export function countedOf(
  analysis: Analysis,
  project: Pick<FileProject, 'rules' | 'dismissed'>,
  path: string,
): Counted {
  const values = reportValuesOf(analysis);
  const { shown } = judge(analysis, project);
  return {
    ...values,
    kind: 'counted',
    path,
    agency: copyString(values.agency),
    errors: shown.filter(({ severity }) => severity === 'error').length,
    findings: shown.length,
    ...kindsOf(analysis.findings, shown),
  };
}

/** What fails is a matter of the numbers, what is counted one of the settings. */
function kindsOf(findings: readonly Finding[], shown: readonly Judged[]): Pick<Counted, 'failing' | 'codes'> {
  const codes: Record<string, number> = {};
  for (const { finding } of shown) codes[finding.code] = (codes[finding.code] ?? 0) + 1;
  const failing = new Set<TableNumber>();
  for (const finding of findings) {
    const table = finding.rule.identity ? findingData(finding)?.table : undefined;
    if (table === 2 || table === 3 || table === 4) failing.add(table);
  }
  return { codes, failing: [...failing] };
}
