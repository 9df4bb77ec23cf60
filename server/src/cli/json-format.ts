import type { Analysis } from '../checks/analysis.ts';
import { type Finding, isSum } from '../checks/finding.ts';
import { waysOf } from '../checks/wording/advice.ts';
import { describe, relate } from '../checks/wording/index.ts';
import { type FindingData, findingData, type SeverityNumber, severityNumber } from '../features/diagnostics.ts';
import { fixesFor } from '../features/fixes.ts';
import { type Origin, originAt } from '../import/imported.ts';
import type { Judged } from '../project/project.ts';
import type { Report } from '../report/report.ts';
import { visibleText } from '../report/visible.ts';
import { copyString } from '../text/copy-string.ts';
import { type Range, rangeIn } from '../text/position.ts';
import type { Locale } from './locale.ts';
import type { Skipped, SkipReason, Source } from './source.ts';
import { type TablesJson, tablesJson } from './tables-json.ts';

/** A finding as `--format json` prints it. */
export interface DiagnosticJson {
  readonly code: string;
  readonly severity: SeverityNumber;
  readonly message: string;
  readonly range: Range;
  readonly relatedInformation: readonly { location: { uri: string; range: Range }; message: string }[];
  readonly data?: FindingData;
  /** Stays the same while the same is wrong with the same numbers, whatever changes elsewhere in the report. */
  readonly fingerprint: string;
  /** Of a file of Word, Excel or a PDF: where it is found there; `range` is that in the text that `zfxxgk text` prints. */
  readonly source?: SourcePlace;
  /** What the editor offers to change, the best first; only where the output format shows it. */
  readonly fixes?: readonly FixJson[];
}

/** Rows and columns by the names of the form; pages and paragraphs count from 1. */
export interface SourcePlace {
  readonly table?: number;
  readonly row?: string;
  readonly column?: string;
  readonly page?: number;
  readonly paragraph?: number;
}

/** A finding on its way to a printer: what no printer of this run shows is absent. */
export type Diagnostic = Pick<DiagnosticJson, 'code' | 'severity' | 'message' | 'range' | 'source'> &
  Partial<DiagnosticJson> & { readonly ways?: readonly string[] };

/** What is worked out of a report and its findings, which is most of the work of sending them from thread to thread. */
export interface Parts {
  /** Every value that was read; `tables` is empty without. */
  readonly values: boolean;
  readonly related: boolean;
  readonly data: boolean;
  readonly fingerprints: boolean;
  readonly fixes: boolean;
  /** The ways to correct a sum, where there are several. */
  readonly ways: boolean;
}

/** What to tell of the findings, and in which language. */
interface Wanted {
  readonly parts: Parts;
  readonly locale: Locale;
}

export interface FixJson {
  readonly title: string;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

export interface ReportJson<Found = DiagnosticJson> {
  readonly path: string;
  /** On one line; empty when there is none, as is `agency`. */
  readonly title: string;
  readonly agency: string;
  readonly year: number | null;
  readonly form: string;
  readonly tables: TablesJson;
  readonly diagnostics: readonly Found[];
}

/** The one object that `--format json` prints. */
export interface OutputJson {
  readonly version: 1;
  readonly reports: readonly ReportJson[];
  readonly skipped: readonly SkippedJson[];
}

export interface SkippedJson {
  readonly path: string;
  readonly reason: SkipReason;
}

export function skippedJson({ source, reason }: Skipped): SkippedJson {
  return { path: source.path, reason };
}

/**
 * What was read of a report and found in it.
 *
 * @param shown the findings to tell of
 */
export function reportJson(
  { path, uri }: Source,
  analysis: Analysis,
  shown: readonly Judged[],
  wanted: Wanted,
  origins?: readonly Origin[],
): ReportJson<Diagnostic> {
  const { report } = analysis;
  return {
    path,
    title: report.title ? copyString(visibleText(report.text, report.title.span)) : '',
    agency: copyString(report.agency),
    year: report.year ?? null,
    form: report.form.year,
    tables: wanted.parts.values ? tablesJson(report) : {},
    diagnostics: shown.map((each) => diagnosticJson(uri, analysis, each, wanted, origins)),
  };
}

function diagnosticJson(
  uri: string,
  analysis: Analysis,
  judged: Judged,
  { parts, locale }: Wanted,
  origins: readonly Origin[] | undefined,
): Diagnostic {
  const { report } = analysis;
  const { finding, severity } = judged;
  const data = parts.data ? findingData(finding) : undefined;
  return {
    code: finding.code,
    severity: severityNumber(severity),
    message: copyString(describe(finding, locale)),
    range: rangeIn(report.lines, finding.span),
    ...(parts.related ? { relatedInformation: relatedJson(uri, report, finding, locale) } : {}),
    ...(data ? { data } : {}),
    ...(origins ? { source: sourcePlace(finding, origins) } : {}),
    ...(parts.fingerprints ? { fingerprint: judged.fingerprint } : {}),
    ...(parts.ways ? waysJson(finding, locale) : {}),
    ...(parts.fixes ? { fixes: fixesJson(analysis, judged, locale) } : {}),
  };
}

function sourcePlace(finding: Finding, origins: readonly Origin[]): SourcePlace {
  const { table, row, column } = (findingData(finding) ?? {}) as SourcePlace;
  const { paragraph, page } = originAt(origins, finding.span.start) ?? {};
  return {
    ...(table === undefined ? {} : { table }),
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    ...(page === undefined ? {} : { page }),
    ...(paragraph === undefined ? {} : { paragraph }),
  };
}

function relatedJson(
  uri: string,
  report: Report,
  finding: Finding,
  locale: Locale,
): DiagnosticJson['relatedInformation'] {
  return relate(finding, locale).map(({ span, message, document }) => ({
    location: document ?? { uri, range: rangeIn(report.lines, span) },
    message,
  }));
}

function waysJson(finding: Finding, locale: Locale): { ways?: readonly string[] } {
  const ways = isSum(finding) ? waysOf(finding.facts, locale) : [];
  return ways.length > 0 ? { ways } : {};
}

function fixesJson(analysis: Analysis, { finding }: Judged, locale: Locale): FixJson[] {
  const fixes = fixesFor(analysis, finding, locale);
  return [...fixes.filter(({ preferred }) => preferred), ...fixes.filter(({ preferred }) => !preferred)].map(
    ({ title, edits }) => ({
      title,
      edits: edits.map(({ span, newText }) => ({ range: rangeIn(analysis.report.lines, span), newText })),
    }),
  );
}
