import type { Readable } from 'node:stream';
import { analyse } from '../../checks/analysis.ts';
import { type ReportValues, reportValuesOf } from '../../features/report-values.ts';
import { copyString } from '../../text/copy-string.ts';
import { readSource } from '../read.ts';
import type { Outcome, Source } from '../result.ts';

/** The numbers of a report and where it was found. */
export interface Counted extends ReportValues {
  readonly kind: 'counted';
  readonly path: string;
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
  return { result: { kind: 'counted', path: source.path, ...values, agency: copyString(values.agency) } };
}
