import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, type Locale } from '../checks/wording/index.ts';
import { applyEdits } from '../edits/edit.ts';
import { addDismissal } from '../project/dismiss.ts';
import { toTextEdit } from './convert.ts';
import type { Session } from './session.ts';

/** What the client asks when someone has said why a finding may stay. */
export interface DismissParams {
  readonly textDocument: { readonly uri: string };
  readonly fingerprint: string;
  readonly reason: string;
}

/** Where it was recorded, for the client to save, or why it was not. */
export type DismissResult = { readonly uri: string } | { readonly failure: string };

/** The edit that records a dismissal, and the text that the file has then. */
interface Recording {
  readonly uri: string;
  readonly text: string;
  readonly edit: WorkspaceEdit;
}

/**
 * Works out how to record a dismissal in the nearest `.zfxxgk.json`.
 *
 * @param open the text of that file as it stands in an editor, if it does
 */
export function recordDismissal(
  session: Session,
  document: TextDocument,
  { fingerprint, reason }: DismissParams,
  open: (uri: string) => TextDocument | undefined,
): Recording | { readonly failure: string } {
  const words = WORDS[session.client.locale];
  const found = session.shown(document).find((shown) => shown.fingerprint === fingerprint);
  const record = session.projects.recordFor(document.uri);
  if (!found || !record) return { failure: words.changed };
  const { uri, path } = record;
  const opened = open(uri);
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

const WORDS: Readonly<Record<Locale, { readonly changed: string; readonly bad: (uri: string) => string }>> = {
  zh: {
    changed: '文本已变化，这一处问题已经不在，没有记录。',
    bad: (uri) => `${nameOf(uri)} 的格式有误，请先改正，再忽略这一处。`,
  },
  en: {
    changed: 'The text has changed and this finding is gone; nothing was recorded.',
    bad: (uri) => `${nameOf(uri)} is faulty; mend it first, then dismiss the finding.`,
  },
};

/** The last two parts of an address, which people know it by. */
export function nameOf(uri: string): string {
  const parts = uri.split('/').slice(-2).join('/');
  try {
    return decodeURIComponent(parts);
  } catch {
    return parts;
  }
}
