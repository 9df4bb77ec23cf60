import type { Readable } from 'node:stream';
import { analyse } from '../../checks/analysis.ts';
import type { Finding } from '../../checks/finding.ts';
import { findingData } from '../../features/diagnostics.ts';
import { type ReportValues, reportValuesOf } from '../../features/report-values.ts';
import { type Judged, judge, NO_PROJECT } from '../../project/project.ts';
import type { TableNumber } from '../../report/forms/form.ts';
import { copyString } from '../../text/copy-string.ts';
import { readSource } from '../read.ts';
import type { Outcome, Source } from '../result.ts';

/** The numbers of a report and where it was found. */
export interface Counted extends ReportValues {
  readonly kind: 'counted';
  readonly path: string;
  /** The tables whose own totals do not hold. */
  readonly failing: readonly TableNumber[];
  /** How often each rule found something. */
  readonly codes: Readonly<Record<string, number>>;
}

/** Reads one report and keeps its numbers: plain data, some kilobytes whatever the size of the file. */
export async function summarise(
  source: Source,
  _options: Readonly<Record<string, never>>,
  stdin: Readable,
): Promise<Outcome<Counted>> {
  if (source.project?.ignored) return { result: { kind: 'skipped', source, reason: 'ignored' } };
  const contents = await readSource(source, stdin);
  if (contents.kind === 'skipped') {
    const { kind, reason, detail } = contents;
    return { result: { kind, source, reason, ...(detail === undefined ? {} : { detail }) } };
  }
  const analysis = analyse(contents.decoded.text, { name: source.path });
  if (!analysis) return { result: { kind: 'skipped', source, reason: 'not-a-report' } };
  const values = reportValuesOf(analysis);
  const { shown } = judge(analysis, source.project ?? NO_PROJECT);
  const found = {
    errors: shown.filter(({ severity }) => severity === 'error').length,
    findings: shown.length,
    ...kindsOf(analysis.findings, shown),
  };
  const counted = { ...values, agency: copyString(values.agency), ...found };
  return { result: { kind: 'counted', path: source.path, ...counted } };
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
