import { type Analysis, analyse } from '../checks/analysis.ts';
import type { Imported } from '../import/imported.ts';
import { NO_PROJECT, sparedIn } from '../project/project.ts';
import { type CheckSourceOptions, checked } from './checked.ts';
import { written } from './fix.ts';
import { fixOffice } from './fix-office.ts';
import type { Contents } from './read.ts';
import type { Checked, Outcome, Source } from './result.ts';

/** Makes the safe changes in a file of an office suite; its text is read anew from what was written. */
export async function fixDocument(
  source: Source,
  contents: Contents,
  imported: Imported,
  analysis: Analysis,
  options: CheckSourceOptions,
): Promise<Outcome<Checked>> {
  const { bytes } = contents;
  const spared = sparedIn(analysis, source.project ?? NO_PROJECT);
  const fix = await fixOffice(source, bytes, imported, analysis, spared, options.dryRun);
  const failure =
    fix.failure ??
    (!fix.bytes || options.dryRun ? undefined : await written(source, options.follow, bytes, Buffer.from(fix.bytes)));
  const after = fix.imported && failure === undefined ? fix.imported : undefined;
  const left = after && analyse(after.text, { always: true, name: source.path, demands: analysis.demands });
  const now = after ? { ...contents, imported: after } : contents;
  const result = checked(source, now, left ?? analysis, options, after ? fix.changes : []);
  const notes = [...(result.notes ?? []), ...fix.notes];
  const whole = { ...result, ...(notes.length > 0 ? { notes } : {}), ...(failure === undefined ? {} : { failure }) };
  if (options.dryRun) {
    const { unifiedDiff } = await import('./unified-diff.ts');
    return { result: { ...whole, diff: unifiedDiff(source.path, imported.text, after?.text ?? imported.text) } };
  }
  const output = failure === undefined ? (fix.bytes ?? bytes) : bytes;
  return { result: whole, ...(source.stdin ? { output: Buffer.from(output) } : {}) };
}
