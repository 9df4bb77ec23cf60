import type { CodeAction, CodeActionParams, Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import { LSPErrorCodes, type Range, ResponseError } from 'vscode-languageserver';
import { isSum } from '../../checks/finding.ts';
import { dismissTitle, type Fix, fixesFor, sourceFixes } from '../../features/fixes.ts';
import type { Judged } from '../../project/project.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { Server } from '../context.ts';
import { toCodeAction, toTextEdit } from '../convert.ts';
import type { OpenReport } from '../store/open-report.ts';
import { answer } from './answer.ts';

/** Quick fixes and source actions. Where the client resolves them, an edit is made only for the one that is chosen. */
export function handleCodeActions(server: Server): void {
  const { connection, client, store } = server;
  connection.onCodeAction(
    answer(store, (report, { range, context }: CodeActionParams) => {
      const question: Question = { range, only: context.only };
      const actions = fixesAt(server, report, question).map(({ fix, findings }, at): CodeAction => {
        const action = toCodeAction(fix, diagnosticsOf(report, findings));
        if (!client.resolvesEdits) return { ...action, edit: toWorkspaceEdit(server, report, fix) };
        const data: ActionData = { uri: report.uri, version: report.document.version, question, at };
        return { ...action, data };
      });
      return [...actions, ...dismissals(server, report, question)];
    }),
  );
  connection.onCodeActionResolve((action) => {
    // A command has no edit.
    if (action.command) return action;
    const data = readData(action.data);
    const report = data && store.get(data.uri);
    const fix = report?.document.version === data?.version ? chosenFix(server, report, data) : undefined;
    if (!report || fix?.title !== action.title)
      return new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed');
    return { ...action, edit: toWorkspaceEdit(server, report, fix) };
  });
}

/** What was asked for: fixes for this range, of these kinds. */
interface Question {
  readonly range: Range;
  readonly only: readonly string[] | undefined;
}

/** What a code action carries until it is resolved: what it was an answer to, on which text, and which of the answers. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly question: Question;
  readonly at: number;
}

/** A fix and the findings that it is offered for. */
interface Offer {
  readonly fix: Fix;
  readonly findings: readonly Judged[];
}

function fixesAt({ client }: Server, report: OpenReport, question: Question): Offer[] {
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
  if (isWanted('quickfix', question))
    for (const judged of findings.shown.filter((each) => concerns(each, span)))
      for (const fix of fixesFor(analysis, judged.finding, client.locale)) add(fix, [judged]);
  // Without a filter these would crowd the light bulb of every line.
  if (question.only) {
    const dismissed = findings.verdict.dismissed.map(({ finding }) => finding);
    for (const fix of sourceFixes(analysis, client.locale, dismissed)) if (isWanted(fix.kind, question)) add(fix, []);
  }
  return [...offers.values()];
}

function isWanted(kind: string, { only }: Question): boolean {
  return only?.some((each) => kind === each || kind.startsWith(`${each}.`)) ?? true;
}

function spanOf({ document }: OpenReport, { range }: Question): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** A finding is mended at its own place and at the cell that it suspects. */
function concerns({ finding }: Judged, span: Span): boolean {
  if (overlaps(finding.span, span)) return true;
  const suspect = isSum(finding) ? finding.facts.suspect : undefined;
  return suspect !== undefined && overlaps(suspect.cell.span, span);
}

/** Last of all, and never preferred: to leave a finding as it is, with a reason that the client asks for. */
function dismissals({ client, configuration }: Server, report: OpenReport, question: Question): CodeAction[] {
  if (!isWanted('quickfix', question) || !client.dismisses || !configuration.projects.recordFor(report.uri)) return [];
  const span = spanOf(report, question);
  const here = report.findings.shown.filter(({ finding }) => overlaps(finding.span, span));
  return here.map((judged) => {
    const title = dismissTitle(judged.finding.code, client.locale);
    const target = { uri: report.uri, fingerprint: judged.fingerprint };
    return {
      title,
      kind: 'quickfix',
      diagnostics: diagnosticsOf(report, [judged]),
      command: { title, command: 'zfxxgk.dismiss', arguments: [target] },
    };
  });
}

function diagnosticsOf({ findings }: OpenReport, wanted: readonly Judged[]): Diagnostic[] {
  return wanted.flatMap((judged) => findings.diagnostics[findings.shown.indexOf(judged)] ?? []);
}

function toWorkspaceEdit({ client }: Server, { document }: OpenReport, { edits }: Fix): WorkspaceEdit {
  const changes = edits.map((edit) => toTextEdit(document, edit));
  const { uri, version } = document;
  if (!client.versionedEdits) return { changes: { [uri]: changes } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
}

/** The same question on the same text has the same answers. */
function chosenFix(server: Server, report: OpenReport | undefined, data: ActionData | undefined): Fix | undefined {
  return report && data && fixesAt(server, report, data.question)[data.at]?.fix;
}

/** What came back may be anything; whatever is not the server's own is no offer of this text. */
function readData(value: unknown): ActionData | undefined {
  const { uri, version, question, at } = (value ?? {}) as Partial<ActionData>;
  const { start, end } = question?.range ?? {};
  const whole = typeof start?.line === 'number' && typeof end?.line === 'number' && typeof at === 'number';
  return whole && typeof uri === 'string' && version !== undefined && question
    ? { uri, version, question, at }
    : undefined;
}
