import type { AnnotatedTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '../edits/edit.ts';
import type { Fix } from '../features/fixes.ts';
import type { Server } from './context.ts';
import { toTextEdit } from './convert.ts';
import type { OpenReport } from './store/open-report.ts';

const CONTESTED = 'contested';

/** The edits of a fix; those that prose or last year's report speak against are to be confirmed, where the client can ask. */
export function toWorkspaceEdit({ client }: Server, { document }: OpenReport, fix: Fix): WorkspaceEdit {
  const { uri, version } = document;
  const contested = new Set(client.confirmsEdits && client.versionedEdits ? fix.contested : []);
  const changes = fix.edits.map((edit): TextEdit | AnnotatedTextEdit => {
    const change = toTextEdit(document, edit);
    return contested.has(edit) ? { ...change, annotationId: CONTESTED } : change;
  });
  if (!client.versionedEdits) return { changes: { [uri]: changes } };
  const documentChanges = [{ textDocument: { uri, version }, edits: changes }];
  if (contested.size === 0) return { documentChanges };
  const annotation = { ...WORDS[client.locale], needsConfirmation: true };
  return { documentChanges, changeAnnotations: { [CONTESTED]: annotation } };
}

/** Edits that nobody need confirm. */
export function workspaceEditOf({ client }: Server, { document }: OpenReport, edits: readonly Edit[]): WorkspaceEdit {
  const { uri, version } = document;
  const changes = edits.map((each) => toTextEdit(document, each));
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}

const WORDS = {
  zh: { label: '与正文或上年报告不一致，请确认', description: '正文或上年报告写的是原来的数' },
  en: { label: 'At odds with the prose or last year’s report', description: 'They state the number that is there now' },
} as const;
