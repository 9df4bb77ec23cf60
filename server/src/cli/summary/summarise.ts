import type { Readable } from 'node:stream';
import { analyse } from '../../checks/analysis.ts';
import { demandsOf, NO_PROJECT } from '../../project/project.ts';
import { type Counted, countedOf } from '../../summary/counted.ts';
import { readSource } from '../read.ts';
import type { Outcome, Source } from '../result.ts';

/** Reads one report and keeps its numbers. */
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
  const project = source.project ?? NO_PROJECT;
  const analysis = analyse(contents.decoded.text, { name: source.path, demands: demandsOf(project) });
  if (!analysis) return { result: { kind: 'skipped', source, reason: 'not-a-report' } };
  return { result: countedOf(analysis, project, source.path) };
}
