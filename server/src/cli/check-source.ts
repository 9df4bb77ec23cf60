import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { type Analysis, analyse, withOthers } from '../checks/analysis.ts';
import { describe } from '../checks/wording/index.ts';
import { makeDigest } from '../digest/make-digest.ts';
import { explain } from '../features/explain.ts';
import { safeChanges } from '../features/fix-all.ts';
import { reencode } from '../files/encoding.ts';
import { NOTES } from '../import/wording.ts';
import { demandsOf, type Judged, judge, NO_PROJECT, sparedIn } from '../project/project.ts';
import type { Report } from '../report/report.ts';
import { copyString } from '../text/copy-string.ts';
import { lineAt } from '../text/lines.ts';
import { positionIn } from '../text/position.ts';
import { drawReport } from '../view/draw.ts';
import { MOST_CHARACTERS } from './code-frame.ts';
import { drawingId } from './drawing-id.ts';
import { AMBIGUOUS, fixText, settle, writeFixed } from './fix.ts';
import { type Parts, reportJson } from './json-format.ts';
import type { Locale } from './locale.ts';
import { pieceProject } from './piece.ts';
import { type Contents, readSource } from './read.ts';
import type { Change, Checked, DismissedFinding, Outcome, Skipped, Source, SourceLine } from './result.ts';
import type { Words } from './system-error.ts';

/** What to do with a source beside checking it. */
export interface CheckSourceOptions {
  /** Make the safe repairs. */
  readonly fix: boolean;
  /** Show what they would change, and write nothing. */
  readonly dryRun: boolean;
  /** Count what they would change. */
  readonly countsFixes: boolean;
  /** Make them also where a link leads out of the folder. */
  readonly follow: boolean;
  /** Tell how it was read. */
  readonly explain: boolean;
  /** What to tell of each finding. */
  readonly parts: Parts;
  /** Give the source lines of the findings. */
  readonly lines: boolean;
  /** Give its digest, so that reports can be compared with that of the year before. */
  readonly digest: boolean;
  /** Take it for a report, or for a piece of one. */
  readonly assumeReport: boolean;
  /** The language of messages. */
  readonly locale: Locale;
  /** Tell which findings were dismissed, and why. */
  readonly showDismissed: boolean;
  /** Draw it. */
  readonly drawing: boolean;
}

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
  if (options.fix && !options.dryRun && !source.stdin) await settle(source.path);
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
  if (options.fix)
    return contents.imported
      ? (await import('./fix-document.ts')).fixDocument(judged, contents, contents.imported, analysis, options)
      : fixSource(judged, contents, analysis, options);
  return { result: checked(judged, contents, analysis, options) };
}

async function fixSource(
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
    const { unifiedDiff } = await import('./unified-diff.ts');
    return { result: { ...result, diff: unifiedDiff(source.path, decoded.text, text) } };
  }
  const after = changes.length > 0 ? reencode(bytes, decoded, text) : bytes;
  const failure = after ? await written(source, options, bytes, after) : AMBIGUOUS;
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

/** Puts the repaired bytes into the file; standard input is passed on instead. */
export async function written(
  { path, stdin, folder = dirname(path) }: Source,
  { follow }: CheckSourceOptions,
  before: Buffer,
  after: Buffer,
): Promise<Words | undefined> {
  return stdin || after === before ? undefined : writeFixed(path, before, after, { folder, follow });
}

/** What is kept of a report once it is checked. */
export function checked(
  source: Source,
  { isFile, imported }: Contents,
  alone: Analysis,
  options: CheckSourceOptions,
  changes: readonly Change[] = [],
): Checked {
  // What can be read once only, standard input or a pipe, is compared with no other report.
  const digest = isFile && (options.digest || source.others) ? makeDigest(alone) : undefined;
  const analysis = digest && source.others ? withOthers(alone, digest, source.others) : alone;
  const { shown, dismissed } = judge(analysis, source.project ?? NO_PROJECT);
  return {
    kind: 'report',
    source,
    report: reportJson(source, analysis, shown, options, imported?.origins),
    dismissed: dismissed.length,
    ...(options.showDismissed ? { dismissals: dismissalsIn(analysis, dismissed, options) } : {}),
    changes,
    ...(options.countsFixes && shown.length > 0 ? { fixable: fixableIn(alone, source) } : {}),
    ...(options.lines && shown.length > 0 ? { lines: shown.map((each) => sourceLine(analysis.report, each)) } : {}),
    ...(options.drawing ? { drawing: drawingOf(source, analysis, shown, options) } : {}),
    ...(options.explain ? { explanation: explain(analysis, options.locale) } : {}),
    ...(imported ? { notes: imported.notes.map((note) => NOTES[note]) } : {}),
    ...(digest ? { digest } : {}),
  };
}

function dismissalsIn(
  { report }: Analysis,
  dismissed: readonly Judged[],
  { locale }: CheckSourceOptions,
): DismissedFinding[] {
  return dismissed.map(({ finding, fingerprint, reason = '' }) => {
    const { line, character } = positionIn(report.lines, finding.span.start);
    const place = { line: line + 1, column: character + 1 };
    return { ...place, code: finding.code, message: describe(finding, locale), reason, fingerprint };
  });
}

function fixableIn(analysis: Analysis, { project }: Source): number {
  return safeChanges(analysis, sparedIn(analysis, project ?? NO_PROJECT)).length;
}

function drawingOf(
  source: Source,
  analysis: Analysis,
  shown: readonly Judged[],
  { locale }: CheckSourceOptions,
): string {
  return drawReport(analysis, shown, { locale, prefix: `${drawingId(source)}-` }).join('');
}

/** A whole table may stand on one line: no more of it is taken than can be shown. */
function sourceLine({ lines, text }: Report, { finding: { span } }: Judged): SourceLine {
  const line = lines.span(lineAt(lines, span.start));
  const start = Math.max(line.start, span.start - MOST_CHARACTERS);
  const stretch = Math.min(span.end, span.start + MOST_CHARACTERS);
  const end = Math.min(line.end, stretch + MOST_CHARACTERS);
  return { text: copyString(text.slice(start, Math.max(start, end))), offset: start - line.start };
}
