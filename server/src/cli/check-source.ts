import type { Readable } from 'node:stream';
import { type Analysis, analyse, withPredecessor } from '../checks/analysis.ts';
import { makeDigest } from '../digest/make-digest.ts';
import { explain } from '../features/explain.ts';
import { reencode } from '../files/encoding.ts';
import { judge, NO_PROJECT } from '../project/project.ts';
import type { Span } from '../text/span.ts';
import { fixText, replaceFile } from './fix.ts';
import { reportJson } from './json-format.ts';
import { earlier, remember } from './predecessors.ts';
import { type Contents, readSource } from './read.ts';
import type { Change, Checked, Outcome, Skipped, Source } from './result.ts';

/** What to do with a source beside judging it. */
export interface SourceOptions {
  /** Make the safe repairs. */
  readonly fix: boolean;
  /** Tell how it was read. */
  readonly explain: boolean;
  /** Work out the fixes of each finding, too. */
  readonly fixes: boolean;
  /** Tell every value that was read, which is most of what there is to send from thread to thread. */
  readonly values: boolean;
}

/**
 * Reads and judges one source and, if wanted, makes the safe repairs in it. Never throws for what a file holds. When
 * standard input is to be fixed, the bytes to pass on come with the result.
 */
export async function checkSource(source: Source, options: SourceOptions, stdin: Readable): Promise<Outcome<Checked>> {
  const ignored: Skipped = { kind: 'skipped', source, reason: 'ignored' };
  if (source.project?.ignored && !source.stdin) return { result: ignored };
  const contents = await readSource(source, stdin, options.fix);
  // What is not understood passes through as it is: a filter must never swallow a text.
  const passes = options.fix && source.stdin;
  if (contents.kind === 'skipped') {
    const { bytes, ...result } = contents;
    return bytes && passes ? { result, output: bytes } : { result };
  }
  if (source.project?.ignored) return passes ? { result: ignored, output: contents.bytes } : { result: ignored };
  const analysis = analyse(contents.decoded.text);
  if (!analysis) {
    const result: Skipped = { kind: 'skipped', source, reason: 'not-a-report' };
    return passes ? { result, output: contents.bytes } : { result };
  }
  if (options.fix) return fixSource(source, contents, analysis, options);
  return { result: checked(source, await linked(source, analysis, options), options) };
}

/** What is found in a report together with what follows from that of the year before. */
async function linked(source: Source, analysis: Analysis, { fix }: SourceOptions): Promise<Analysis> {
  const { before, after, uri } = source;
  const now = before || after ? makeDigest(analysis) : undefined;
  if (!now) return analysis;
  // With repairs to come another thread could not know whether they were made here already.
  if (after && !fix) remember(uri, now);
  return before ? withPredecessor(analysis, now, await earlier(now, uri, before, fix)) : analysis;
}

async function fixSource(
  source: Source,
  { bytes, decoded }: Contents,
  analysis: Analysis,
  options: SourceOptions,
): Promise<Outcome<Checked>> {
  const { dismissed } = judge(analysis, source.project ?? NO_PROJECT);
  const { text, changes } = fixText(
    analysis,
    dismissed.map(({ finding }) => finding),
  );
  const after = changes.length > 0 ? reencode(bytes, decoded, text) : bytes;
  const failure = after ? await written(source, bytes, after) : '文件的编码有不止一种写法，写回会改动别处';
  const left = changes.length > 0 && failure === undefined ? analyse(text, { always: true }) : undefined;
  const linkedTo = await linked(source, left ?? analysis, options);
  const result = checked(source, linkedTo, options, failure === undefined ? changes : []);
  return {
    result: failure === undefined ? result : { ...result, failure },
    ...(source.stdin ? { output: after ?? bytes } : {}),
  };
}

/** Puts the repaired bytes into the file; standard input is passed on instead. */
async function written({ path, stdin }: Source, before: Buffer, after: Buffer): Promise<string | undefined> {
  return stdin || after === before ? undefined : replaceFile(path, before, after);
}

/** What is kept of a report once it is judged. */
function checked(source: Source, analysis: Analysis, options: SourceOptions, changes: readonly Change[] = []): Checked {
  const { shown: kept, dismissed } = judge(analysis, source.project ?? NO_PROJECT);
  const report = reportJson(source, analysis, { shown: kept, fixes: options.fixes, values: options.values });
  const { lines, text } = analysis.report;
  const shown = report.diagnostics.map(({ range }): [number, string] => {
    const { start, end } = lines[range.start.line] as Span;
    return [range.start.line, text.slice(start, end)];
  });
  // The files of the year before have done their work: there is no need to send them back to another thread.
  const { before, after, ...place } = source;
  const explanation = options.explain ? { explanation: explain(analysis, 'zh') } : {};
  return {
    kind: 'report',
    source: place,
    report,
    lines: new Map(shown),
    dismissed: dismissed.length,
    ...explanation,
    changes,
  };
}
