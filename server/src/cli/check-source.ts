import type { Readable } from 'node:stream';
import { analyse } from '../checks/analysis.ts';
import { demandsOf, NO_PROJECT } from '../project/project.ts';
import { type CheckSourceOptions, checked } from './checked.ts';
import { pieceProject } from './piece.ts';
import { readSource } from './read.ts';
import type { Checked, Outcome, Skipped, Source } from './result.ts';

export type { CheckSourceOptions } from './checked.ts';

/**
 * Reads and checks one source and, if wanted, makes the safe repairs in it. Never throws for what a file holds. When
 * standard input is to be fixed, the bytes to pass on come with the result.
 */
export async function checkSource(
  source: Source,
  options: CheckSourceOptions,
  stdin: Readable,
): Promise<Outcome<Checked>> {
  const ignored: Skipped = { kind: 'skipped', source, reason: 'ignored' };
  if (source.project?.ignored && !source.stdin) return { result: ignored };
  if (options.fix && !options.dryRun && !source.stdin) await (await import('./fix.ts')).settle(source.path);
  const contents = await readSource(source, stdin, options.fix);
  // What is not understood passes through as it is: a filter must never swallow a text.
  const passes = options.fix && !options.dryRun && source.stdin;
  if (contents.kind === 'skipped') {
    const { bytes, ...result } = contents;
    return bytes && passes ? { result, output: bytes } : { result };
  }
  if (source.project?.ignored) return passes ? { result: ignored, output: contents.bytes } : { result: ignored };
  const { text } = contents.decoded;
  const how = { name: source.path, demands: demandsOf(source.project ?? NO_PROJECT) };
  const whole = analyse(text, how);
  const piece = !whole && options.assumeReport ? analyse(text, { ...how, always: true }) : undefined;
  // A piece in which no table was read is none.
  const analysis = whole ?? (piece && piece.report.tables.length > 0 ? piece : undefined);
  if (!analysis) {
    const result: Skipped = { kind: 'skipped', source, reason: 'not-a-report' };
    return passes ? { result, output: contents.bytes } : { result };
  }
  const judged = piece ? { ...source, project: pieceProject(source.project) } : source;
  if (!options.fix) return { result: checked(judged, contents, analysis, options) };
  return contents.imported
    ? (await import('./fix-document.ts')).fixDocument(judged, contents, contents.imported, analysis, options)
    : (await import('./fix-source.ts')).fixSource(judged, contents, analysis, options);
}
