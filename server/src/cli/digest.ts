import { statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { analyse } from '../checks/analysis.ts';
import type { Summary } from '../checks/years/digest.ts';
import { summarise } from '../checks/years/summary.ts';
import { judge, NO_PROJECT } from '../project/project.ts';
import { parseReport } from '../report/parse.ts';
import type { Report } from '../report/report.ts';
import { fixText } from './fix.ts';
import { readSource } from './read.ts';
import type { Outcome, Skipped, Source } from './result.ts';

export interface DigestOptions {
  /** Whether the sources are going to be repaired: what counts is what will stand in them. */
  readonly fix: boolean;
}

/** What is kept of a report for that of the year after. */
export interface Digest {
  readonly kind: 'digest';
  readonly path: string;
  readonly uri: string;
  /** Undefined when the title names no organ or no year. */
  readonly summary: Summary | undefined;
}

/** Reads one report without judging it. What is ignored is neither checked nor compared. */
export async function digest(source: Source, { fix }: DigestOptions, stdin: Readable): Promise<Outcome<Digest>> {
  const nothing = (reason: Skipped['reason']): { result: Skipped } => ({ result: { kind: 'skipped', source, reason } });
  if (source.project?.ignored) return nothing('ignored');
  // A pipe gives what it holds once only, and the check still needs it.
  if (!isFile(source)) return nothing('unreadable');
  const contents = await readSource(source, stdin);
  if (contents.kind === 'skipped') return nothing(contents.reason);
  const { text } = contents.decoded;
  const report = fix ? repaired(source, text) : parseReport(text);
  if (!report) return nothing('not-a-report');
  const summary = summarise({ report });
  // Its own 上年结转 is compared where the report is checked; what is kept is for the report of the year after.
  const { path, uri } = source;
  return { result: { kind: 'digest', path, uri, summary: summary && { ...summary, carriedIn: [] } } };
}

function isFile({ path, stdin }: Source): boolean {
  return !stdin && statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** The report as `--fix` is going to leave it. */
function repaired({ project = NO_PROJECT }: Source, text: string): Report | undefined {
  const analysis = analyse(text);
  if (!analysis) return undefined;
  const spared = judge(analysis, project).dismissed.map(({ finding }) => finding);
  const fixed = fixText(analysis, spared);
  return fixed.changes.length > 0 ? parseReport(fixed.text, { always: true }) : analysis.report;
}
