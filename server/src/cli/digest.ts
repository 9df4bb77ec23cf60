import type { Readable } from 'node:stream';
import type { Summary } from '../checks/years/digest.ts';
import { summarise } from '../checks/years/summary.ts';
import { parseReport } from '../report/parse.ts';
import { readSource } from './read.ts';
import type { Outcome, Skipped, Source } from './result.ts';

/** What is kept of a report for that of the year after. */
export interface Digest {
  readonly kind: 'digest';
  readonly path: string;
  readonly uri: string;
  /** Undefined when the title names no organ or no year. */
  readonly summary: Summary | undefined;
}

/** Reads one report without judging it. What is ignored is neither checked nor compared. */
export async function digest(
  source: Source,
  _options: Readonly<Record<string, never>>,
  stdin: Readable,
): Promise<Outcome<Digest>> {
  const nothing = (reason: Skipped['reason']): { result: Skipped } => ({ result: { kind: 'skipped', source, reason } });
  if (source.project?.ignored) return nothing('ignored');
  const contents = await readSource(source, stdin);
  if (contents.kind === 'skipped') return nothing(contents.reason);
  const report = parseReport(contents.decoded.text);
  if (!report) return nothing('not-a-report');
  return { result: { kind: 'digest', path: source.path, uri: source.uri, summary: summarise({ report }) } };
}
