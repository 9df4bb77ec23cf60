import type { CodeAction, CodeActionParams, Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isSum } from '../checks/finding.ts';
import { dismissTitle, type Fix, fixesFor, sourceFixes } from '../features/fixes.ts';
import { overlaps, type Span } from '../text/span.ts';
import { toCodeAction, toTextEdit } from './convert.ts';
import type { Session, Shown } from './session.ts';

/** What a code action carries until it is resolved: which text it was worked out for. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly edits: Fix['edits'];
}

/** The fixes for the findings in a range, and the source actions of the document. */
export function codeActions(session: Session, document: TextDocument, params: CodeActionParams): CodeAction[] {
  const analysis = session.analysis(document);
  if (!analysis) return [];
  const { locale } = session.client;
  const range = { start: document.offsetAt(params.range.start), end: document.offsetAt(params.range.end) };
  const wanted = (kind: string) =>
    params.context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
  const actions = new Map<string, { fix: Fix; diagnostics: Diagnostic[] }>();
  const add = (fix: Fix, diagnostics: Diagnostic[]) => {
    // Several findings may have the same fix; the same title may stand for the totals of two rows or tables.
    const key = JSON.stringify([fix.kind, fix.title, fix.edits]);
    const same = actions.get(key);
    if (!same) actions.set(key, { fix, diagnostics });
    else
      actions.set(key, {
        fix: fix.preferred ? fix : same.fix,
        diagnostics: [...same.diagnostics, ...diagnostics],
      });
  };
  for (const shown of session.shown(document)) {
    if (!wanted('quickfix') || !concerns(shown, range)) continue;
    for (const fix of fixesFor(analysis, shown.finding, locale)) add(fix, [session.toDiagnostic(document, shown)]);
  }
  // Without a filter these would crowd the light bulb of every line.
  if (params.context.only)
    for (const fix of sourceFixes(analysis, locale, session.dismissed(document))) if (wanted(fix.kind)) add(fix, []);
  const fixes = [...actions.values()].map(({ fix, diagnostics }) => {
    const action = toCodeAction(fix, diagnostics);
    if (!session.client.resolvesEdits) return { ...action, edit: toWorkspaceEdit(session, document, fix.edits) };
    const data: ActionData = { uri: document.uri, version: document.version, edits: fix.edits };
    return { ...action, data };
  });
  return [...fixes, ...(wanted('quickfix') ? dismissals(session, document, range) : [])];
}

/** Last of all, and never preferred: to leave a finding as it is, with a reason that the client asks for. */
function dismissals(session: Session, document: TextDocument, range: Span): CodeAction[] {
  if (!session.client.dismisses || !session.projects.recordFor(document.uri)) return [];
  const here = session.shown(document).filter(({ finding }) => overlaps(finding.span, range));
  return here.map((shown) => {
    const title = dismissTitle(shown.finding.code, session.client.locale);
    const target = { uri: document.uri, fingerprint: shown.fingerprint };
    return {
      title,
      kind: 'quickfix',
      diagnostics: [session.toDiagnostic(document, shown)],
      command: { title, command: 'zfxxgk.dismiss', arguments: [target] },
    };
  });
}

/** A finding is mended at its own place and at the cell that it suspects. */
function concerns({ finding }: Shown, range: Span): boolean {
  if (overlaps(finding.span, range)) return true;
  const suspect = isSum(finding) ? finding.facts.suspect : undefined;
  return suspect !== undefined && overlaps(suspect.cell.span, range);
}

/** Gives an action its edit, unless the text has changed since; then the action stays without one. */
export function resolveAction(
  session: Session,
  action: CodeAction,
  find: (uri: string) => TextDocument | undefined,
): CodeAction {
  const data = action.data as Partial<ActionData> | undefined;
  const document = typeof data?.uri === 'string' ? find(data.uri) : undefined;
  if (!document || document.version !== data?.version || !Array.isArray(data.edits)) return action;
  return { ...action, edit: toWorkspaceEdit(session, document, data.edits) };
}

function toWorkspaceEdit(session: Session, document: TextDocument, edits: Fix['edits']): WorkspaceEdit {
  const changes = edits.map((edit) => toTextEdit(document, edit));
  const { uri, version } = document;
  if (!session.client.versionedEdits) return { changes: { [uri]: changes } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
}
