import { commands, type Disposable, l10n, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DismissParams } from '../../server/src/lsp/dismissal.ts';
import type { DismissResult } from '../../server/src/lsp/handlers/dismiss.ts';
import type { DismissedItem } from '../../server/src/lsp/handlers/execute.ts';
import { activeEditor } from './active-editor.ts';

/** What the server's quick fix hands over. */
interface Target {
  readonly uri: string;
  readonly fingerprint: string;
}

/** 忽略此处…: asks for the reason; Esc writes nothing, an empty reason is one. The server knows where it goes. */
function registerAsking(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('zfxxgk.dismiss', async ({ uri, fingerprint }: Target) => {
    const reason = await window.showInputBox({
      title: l10n.t('Dismiss this finding'),
      prompt: l10n.t('Why may it stay? The reason is recorded in .zfxxgk.json. Esc cancels.'),
    });
    if (reason === undefined) return;
    const params: DismissParams = { textDocument: { uri }, fingerprint, reason };
    const unsaved = unsavedNow();
    const result = await client.sendRequest<DismissResult | null>('zfxxgk/dismiss', params);
    if (!result || 'failure' in result) {
      void window.showWarningMessage(result?.failure || l10n.t('Nothing was recorded.'));
      return;
    }
    await save(result.uri, unsaved);
  });
}

/** What somebody has not saved yet is theirs to save. */
async function save(uri: string, unsaved: ReadonlySet<string>): Promise<void> {
  const record = Uri.parse(uri);
  if (!unsaved.has(record.toString())) await (await workspace.openTextDocument(record)).save();
}

const unsavedNow = () =>
  new Set(workspace.textDocuments.filter((each) => each.isDirty).map((each) => each.uri.toString()));

export function registerDismiss(client: BaseLanguageClient, start: () => Promise<void>): Disposable[] {
  return [
    registerAsking(client),
    commands.registerCommand('zfxxgk.showDismissed', async () => {
      const document = activeEditor()?.document;
      if (!document) return;
      await start();
      await showDismissed(client, client.code2ProtocolConverter.asUri(document.uri));
    }),
  ];
}

/** 显示已忽略的问题: lists what was dismissed in the report, and takes back what is chosen. */
async function showDismissed(client: BaseLanguageClient, uri: string): Promise<void> {
  const execute = <Result>(command: string, argument: object) =>
    client.sendRequest<Result | null>('workspace/executeCommand', { command, arguments: [{ uri, ...argument }] });
  const dismissed = (await execute<DismissedItem[]>('zfxxgk.server.listDismissed', {})) ?? [];
  if (dismissed.length === 0) {
    void window.showInformationMessage(l10n.t('Nothing is dismissed in this report.'));
    return;
  }
  const items = dismissed.map(({ message, code, reason, fingerprint, range }) => ({
    label: message,
    description: `${range.start.line + 1} · ${code}`,
    detail: reason,
    fingerprint,
  }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Dismissed findings'),
    placeHolder: l10n.t('Choose one to have it reported again'),
    matchOnDetail: true,
  });
  if (!chosen) return;
  const unsaved = unsavedNow();
  const result = await execute<DismissResult>('zfxxgk.server.restore', { fingerprint: chosen.fingerprint });
  if (result && 'uri' in result) await save(result.uri, unsaved);
}
