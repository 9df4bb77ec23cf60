import { type Analysis, withOthers } from '../checks/analysis.ts';
import { describe } from '../checks/wording/index.ts';
import { makeDigest } from '../digest/make-digest.ts';
import { explain } from '../features/explain.ts';
import { safeChanges } from '../features/fix-all.ts';
import type { Imported } from '../import/imported.ts';
import { NOTES } from '../import/wording.ts';
import { type Judged, judge, NO_PROJECT, sparedIn } from '../project/project.ts';
import type { Report } from '../report/report.ts';
import { copyString } from '../text/copy-string.ts';
import { lineAt } from '../text/lines.ts';
import { positionIn } from '../text/position.ts';
import { drawReport } from '../view/draw.ts';
import { MOST_CHARACTERS } from './code-frame.ts';
import { drawingId } from './drawing-id.ts';
import { type Parts, reportJson } from './json-format.ts';
import type { Locale } from './locale.ts';
import type { Contents } from './read.ts';
import type { Change, Checked, DismissedFinding, Source, SourceLine } from './result.ts';

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
  /** Draw it: once, so that what is to be compared with the year before is drawn when that is known. */
  readonly drawing: boolean;
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
    ...(options.countsFixes && shown.length > 0 && isWritten(imported) ? { fixable: fixableIn(alone, source) } : {}),
    ...(options.lines && shown.length > 0 ? { lines: shown.map((each) => sourceLine(analysis.report, each)) } : {}),
    ...(options.drawing && !(digest && options.digest) ? { drawing: drawingOf(source, analysis, shown, options) } : {}),
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

/** Whether `--fix` writes such files: texts, and of documents those of Word. */
function isWritten(imported: Imported | undefined): boolean {
  return !imported || imported.format === 'docx';
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
  return drawReport(analysis, shown, { locale, prefix: `${drawingId(source)}-`, name: source.path }).join('');
}

/** A whole table may stand on one line: no more of it is taken than can be shown. */
function sourceLine({ lines, text }: Report, { finding: { span } }: Judged): SourceLine {
  const line = lines.span(lineAt(lines, span.start));
  const start = Math.max(line.start, span.start - MOST_CHARACTERS);
  const stretch = Math.min(span.end, span.start + MOST_CHARACTERS);
  const end = Math.min(line.end, stretch + MOST_CHARACTERS);
  return { text: copyString(text.slice(start, Math.max(start, end))), offset: start - line.start };
}
