import { commands, type Disposable, l10n, Uri, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { DismissParams } from '../../server/src/lsp/dismissal.ts';
import type { DismissResult } from '../../server/src/lsp/handlers/dismiss.ts';

/** What the server's quick fix hands over. */
interface Target {
  readonly uri: string;
  readonly fingerprint: string;
}

/** 忽略此处…: asks for the reason; Esc writes nothing, an empty reason is one. The server knows where it goes. */
export function registerDismiss(client: LanguageClient): Disposable {
  return commands.registerCommand('zfxxgk.dismiss', async ({ uri, fingerprint }: Target) => {
    const reason = await window.showInputBox({
      title: l10n.t('Dismiss this finding'),
      prompt: l10n.t('Why may it stay? The reason is recorded in .zfxxgk.json. Esc cancels.'),
    });
    if (reason === undefined) return;
    const params: DismissParams = { textDocument: { uri }, fingerprint, reason };
    const unsaved = new Set(workspace.textDocuments.filter((each) => each.isDirty).map((each) => each.uri.toString()));
    const result = await client.sendRequest<DismissResult | null>('zfxxgk/dismiss', params);
    if (!result || 'failure' in result) {
      void window.showWarningMessage(result?.failure || l10n.t('Nothing was recorded.'));
      return;
    }
    // What somebody has not saved yet is theirs to save.
    const record = Uri.parse(result.uri);
    if (!unsaved.has(record.toString())) await (await workspace.openTextDocument(record)).save();
  });
}
