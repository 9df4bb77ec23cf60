import { commands, l10n, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import type { BaseLanguageClient, CodeAction, Range, WorkspaceEdit } from 'vscode-languageclient';
import { EXTRACT_SCHEME } from './client.ts';

const RECOMPUTE_ALL = 'source.recomputeTotals.zfxxgk';

/** More lines than this make a question that nobody reads. */
const MOST_LISTED = 12;

/**
 * 重算全部总计: the source action that every editor can ask of the server, applied as one undo step. Says before what it
 * will change; where prose or last year's report speak against a number, VS Code shows it to be confirmed.
 */
export async function recomputeTotals(
  client: BaseLanguageClient,
  { document }: TextEditor,
  asks: boolean,
): Promise<void> {
  if (document.uri.scheme === EXTRACT_SCHEME) {
    const told = l10n.t('This is the text of a document. Its quick fixes write into the file, one number at a time.');
    void window.showInformationMessage(told);
    return;
  }
  const { version } = document;
  const action = await ask(client, client.code2ProtocolConverter.asTextDocumentIdentifier(document).uri);
  const changes = changesOf(action?.edit);
  if (!action?.edit || changes.length === 0) {
    void window.showInformationMessage(l10n.t('All totals already agree with their addends.'));
    return;
  }
  if (asks && !(await confirm(client, document, action.title, changes))) return;
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(action.edit);
  const { command } = action;
  if (document.version === version && edit && (await workspace.applyEdit(edit))) {
    // The server says what was done and what is left.
    if (command) await commands.executeCommand(command.command, ...(command.arguments ?? []));
  } else if (document.version !== version) {
    void window.showWarningMessage(l10n.t('The text changed meanwhile; nothing was edited.'));
  } else void window.showInformationMessage(l10n.t('Nothing was edited.'));
}

/** Says what will be changed, line by line, and what speaks against it. */
async function confirm(
  client: BaseLanguageClient,
  document: TextDocument,
  title: string,
  changes: readonly Change[],
): Promise<boolean> {
  const lines = changes.map(({ range, newText, contested }) => {
    const now = document.getText(client.protocol2CodeConverter.asRange(range)).trim() || '—';
    const line = l10n.t('Line {0}: {1} → {2}', range.start.line + 1, now, newText.trim());
    return contested ? `${line} ${l10n.t('(at odds with the prose or last year’s report)')}` : line;
  });
  const anyContested = changes.some(({ contested }) => contested);
  const go = anyContested ? l10n.t('Review the changes') : l10n.t('Change');
  const more = lines.length > MOST_LISTED ? ['…'] : [];
  const detail = [...lines.slice(0, MOST_LISTED), ...more].join('\n');
  return (await window.showWarningMessage(title, { modal: true, detail }, go)) === go;
}

/** The action with its edit; undefined when there is nothing to recompute. */
async function ask(client: BaseLanguageClient, uri: string): Promise<CodeAction | undefined> {
  const start = { line: 0, character: 0 };
  const actions = await client.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start, end: start },
    context: { diagnostics: [], only: [RECOMPUTE_ALL] },
  });
  const action = actions?.find(({ kind }) => kind === RECOMPUTE_ALL);
  return action && !action.edit ? client.sendRequest<CodeAction>('codeAction/resolve', action) : action;
}

interface Change {
  readonly range: Range;
  readonly newText: string;
  readonly contested: boolean;
}

/** The changes of an edit of one document, in the order of its text. */
function changesOf(edit: WorkspaceEdit | undefined): Change[] {
  const { documentChanges = [], changeAnnotations = {} } = edit ?? {};
  const edits = documentChanges.flatMap((each) => ('edits' in each ? each.edits : []));
  const changes = edits.flatMap((each) => {
    if (!('newText' in each)) return [];
    const { range, newText } = each;
    const annotation = 'annotationId' in each ? changeAnnotations[each.annotationId] : undefined;
    return [{ range, newText, contested: annotation?.needsConfirmation === true }];
  });
  return changes.sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}
