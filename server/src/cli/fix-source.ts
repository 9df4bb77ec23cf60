import { type Analysis, analyse } from '../checks/analysis.ts';
import { reencode } from '../files/encoding.ts';
import { NO_PROJECT, sparedIn } from '../project/project.ts';
import { type CheckSourceOptions, checked } from './checked.ts';
import { AMBIGUOUS, fixText, written } from './fix.ts';
import type { Contents } from './read.ts';
import type { Checked, Outcome, Source } from './result.ts';
import { unifiedDiff } from './unified-diff.ts';

/** Makes the safe repairs in a text and tells what is left. */
export async function fixSource(
  source: Source,
  contents: Contents,
  analysis: Analysis,
  options: CheckSourceOptions,
): Promise<Outcome<Checked>> {
  const { bytes, decoded } = contents;
  const { text, changes } = fixText(analysis, sparedIn(analysis, source.project ?? NO_PROJECT));
  if (options.dryRun) {
    const left =
      changes.length > 0 ? analyse(text, { always: true, name: source.path, demands: analysis.demands }) : undefined;
    const result = checked(source, contents, left ?? analysis, options, changes);
    return { result: { ...result, diff: unifiedDiff(source.path, decoded.text, text) } };
  }
  const after = changes.length > 0 ? reencode(bytes, decoded, text) : bytes;
  const failure = after ? await written(source, options.follow, bytes, after) : AMBIGUOUS;
  const left =
    changes.length > 0 && failure === undefined
      ? analyse(text, { always: true, name: source.path, demands: analysis.demands })
      : undefined;
  const result = checked(source, contents, left ?? analysis, options, failure === undefined ? changes : []);
  return {
    result: failure === undefined ? result : { ...result, failure },
    ...(source.stdin ? { output: after ?? bytes } : {}),
  };
}
