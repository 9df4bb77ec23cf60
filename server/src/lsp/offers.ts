import type { CodeAction, Command, Diagnostic, Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isSum } from '../checks/finding.ts';
import { dismissTitle, FIX_ALL, type Fix, fixesFor, RECOMPUTE_ALL, sourceFixes } from '../features/fixes.ts';
import { insertMissing, tellsOfMissing } from '../features/missing-parts.ts';
import type { Judged } from '../project/project.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Server } from './context.ts';
import { toSpan } from './convert.ts';
import { COMMANDS } from './executable.ts';
import type { OpenReport } from './store/open-report.ts';

/** What was asked for: fixes for this range, of these kinds. */
export interface Question {
  readonly range: Range;
  readonly only: readonly string[] | undefined;
}

/** A fix and the findings that it is offered for. */
export interface Offer {
  readonly fix: Fix;
  readonly findings: readonly Judged[];
}

export function fixesAt({ client }: Server, report: OpenReport, question: Question): Offer[] {
  const { analysis, findings } = report;
  if (!analysis) return [];
  const span = spanOf(report, question);
  const offers = new Map<string, Offer>();
  const add = (fix: Fix, judged: readonly Judged[]) => {
    // Several findings may have the same fix; the same title may stand for the totals of two rows or tables.
    const key = JSON.stringify([fix.kind, fix.title, fix.edits]);
    const same = offers.get(key);
    const better = same && !fix.preferred ? same.fix : fix;
    offers.set(key, { fix: better, findings: [...(same?.findings ?? []), ...judged] });
  };
  const here = isWanted('quickfix', question) ? findings.shown.filter((each) => concerns(report, each, span)) : [];
  for (const judged of here) for (const fix of fixesFor(analysis, judged.finding, client.locale)) add(fix, [judged]);
  const missing = here.filter(({ finding }) => tellsOfMissing(finding));
  const all = missing.length > 0 ? insertMissing(analysis, client.locale, findings.spared) : undefined;
  if (all) add(all, missing);
  // Without a filter these would crowd the light bulb of every line.
  if (question.only) {
    for (const fix of sourceFixes(analysis, client.locale, findings.spared))
      if (isWanted(fix.kind, question)) add(fix, []);
  }
  return [...offers.values()];
}

/** What runs after a source action, and says what it has done. */
export function tellingOf({ client }: Server, { uri }: OpenReport, { kind, title, edits }: Fix): { command?: Command } {
  if (!client.executes || (kind !== FIX_ALL && kind !== RECOMPUTE_ALL)) return {};
  return { command: { title, command: COMMANDS.tellOutcome, arguments: [{ uri, changed: edits.length }] } };
}

function isWanted(kind: string, { only }: Question): boolean {
  return only?.some((each) => kind === each || kind.startsWith(`${each}.`)) ?? true;
}

function spanOf({ document }: OpenReport, { range }: Question): Span {
  return toSpan(document, range);
}

/** A finding is mended at its own place, where the caret stands at the start of its line, and at the cell that it suspects. */
function concerns({ document }: OpenReport, { finding }: Judged, span: Span): boolean {
  if (overlaps(finding.span, span) || isLineStart(document, finding.span.start, span)) return true;
  const suspect = isSum(finding) ? finding.facts.suspect : undefined;
  return suspect !== undefined && overlaps(suspect.cell.span, span);
}

/** Whether nothing is selected and nothing visible stands between the start of the line with this offset and the caret. */
function isLineStart(document: TextDocument, offset: number, { start, end }: Span): boolean {
  const { line, character } = document.positionAt(start);
  const found = document.positionAt(offset);
  if (start !== end || line !== found.line || character > found.character) return false;
  const range = { start: { line, character: 0 }, end: { line, character } };
  return character === 0 || document.getText(range).trim() === '';
}

/**
 * Last of all, and never preferred: to leave a finding as it is. Our own client asks for a reason; in other editors it can
 * be written into the file afterwards.
 */
export function dismissals({ client, configuration }: Server, report: OpenReport, question: Question): CodeAction[] {
  const command = client.dismisses ? 'zfxxgk.dismiss' : COMMANDS.dismiss;
  const can = client.dismisses || (client.executes && client.createsFiles);
  if (!can || !isWanted('quickfix', question) || !configuration.projects.recordFor(report.uri)) return [];
  const span = spanOf(report, question);
  const here = report.findings.shown.filter(({ finding }) => overlaps(finding.span, span));
  return here.map((judged) => {
    const title = dismissTitle(judged.finding.code, client.locale);
    const target = { uri: report.uri, fingerprint: judged.fingerprint };
    return {
      title,
      kind: 'quickfix',
      diagnostics: diagnosticsOf(report, [judged]),
      command: { title, command, arguments: [target] },
    };
  });
}

export function diagnosticsOf({ findings }: OpenReport, wanted: readonly Judged[]): Diagnostic[] {
  return wanted.flatMap((judged) => findings.diagnostics[findings.shown.indexOf(judged)] ?? []);
}

/** What a code action carries until it is resolved: what it was an answer to, on which text, and which of the answers. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly question: Question;
  readonly at: number;
}

/** What came back may be anything; whatever is not the server's own is no offer of this text. */
export function readActionData(value: unknown): ActionData | undefined {
  const { uri, version, question, at } = (value ?? {}) as Partial<ActionData>;
  const { start, end } = question?.range ?? {};
  const whole = typeof start?.line === 'number' && typeof end?.line === 'number' && typeof at === 'number';
  return whole && typeof uri === 'string' && version !== undefined && question
    ? { uri, version, question, at }
    : undefined;
}
