import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, type Locale } from '../checks/wording/index.ts';
import { applyEdits } from '../edits/edit.ts';
import { addDismissal, removeDismissal } from '../project/dismiss.ts';
import { notificationText } from '../text/foreign.ts';
import type { Server } from './context.ts';
import { toTextEdit } from './convert.ts';
import type { OpenReport } from './store/open-report.ts';
import { nameOf } from './uri.ts';

/** What the client asks when someone has said why a finding may stay. */
export interface DismissParams {
  readonly textDocument: { readonly uri: string };
  readonly fingerprint: string;
  readonly reason: string;
}

/** The edit that records a dismissal, and the text that the file has then. */
export interface Recording {
  readonly uri: string;
  readonly text: string;
  readonly edit: WorkspaceEdit;
}

/** Works out how to record a dismissal: in the file as it stands in an editor, if it does. */
export function recordDismissal(
  { client, configuration, documents }: Server,
  report: OpenReport,
  { fingerprint, reason }: Pick<DismissParams, 'fingerprint' | 'reason'>,
): Recording | { readonly failure: string } {
  const words = WORDS[client.locale];
  const found = report.findings.shown.find((shown) => shown.fingerprint === fingerprint);
  const record = configuration.projects.recordFor(report.uri);
  if (!found || !record) return { failure: words.changed };
  const { uri, path } = record;
  const opened = documents.get(uri);
  const file = opened ?? TextDocument.create(uri, 'jsonc', 0, record.text ?? '');
  const message = describe(found.finding, 'zh');
  const edits = addDismissal(file.getText(), { path, code: found.finding.code, fingerprint, reason, message });
  if (!edits) return { failure: words.bad(uri) };
  const change: TextDocumentEdit = {
    textDocument: { uri, version: opened?.version ?? null },
    edits: edits.map((edit) => toTextEdit(file, edit)),
  };
  const create = { kind: 'create', uri, options: { ignoreIfExists: true } } as const;
  const documentChanges = record.text === undefined && !opened ? [create, change] : [change];
  return { uri, text: applyEdits(file.getText(), edits), edit: { documentChanges } };
}

/** Works out how to take a dismissal back: out of the first file above that holds it. */
export function withdrawDismissal(
  { client, configuration, documents }: Server,
  report: OpenReport,
  fingerprint: string,
): Recording | { readonly failure: string } {
  for (const { uri, path, text } of configuration.projects.recordsAbove(report.uri)) {
    const opened = documents.get(uri);
    const file = opened ?? TextDocument.create(uri, 'jsonc', 0, text);
    const edits = removeDismissal(file.getText(), path, fingerprint);
    if (!edits) continue;
    const textDocument = { uri, version: opened?.version ?? null };
    const change = { textDocument, edits: edits.map((edit) => toTextEdit(file, edit)) };
    return { uri, text: applyEdits(file.getText(), edits), edit: { documentChanges: [change] } };
  }
  return { failure: WORDS[client.locale].gone };
}

interface Words {
  readonly changed: string;
  readonly gone: string;
  readonly bad: (uri: string) => string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  zh: {
    changed: '文本已变化，这一处问题已经不在，没有记录。',
    gone: '.zfxxgk.json 中没有忽略这一处的记录。',
    bad: (uri) => `${notificationText(nameOf(uri, 2))} 的格式有误，请先改正，再忽略这一处。`,
  },
  en: {
    gone: 'No .zfxxgk.json dismisses this finding.',
    changed: 'The text has changed and this finding is gone; nothing was recorded.',
    bad: (uri) => `${notificationText(nameOf(uri, 2))} is faulty; mend it first, then dismiss the finding.`,
  },
};
