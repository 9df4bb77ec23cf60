import { commands, type Disposable, type LogOutputChannel, l10n, type TextEditor, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Status } from '../../server/src/lsp/status.ts';
import { onActiveEditor } from './active-editor.ts';
import { checkWorkspace } from './check-workspace.ts';
import { recomputeTotals } from './recompute.ts';

/** The commands of the palette. Each starts the server when it is not yet running. */
export function registerCommands(
  client: BaseLanguageClient,
  output: LogOutputChannel,
  start: () => Promise<void>,
): Disposable[] {
  return [
    // A key binding may have the argument `{ "ask": false }`.
    commands.registerCommand('zfxxgk.recomputeTotals', (given?: { readonly ask?: boolean }) =>
      onActiveEditor(start, (editor) => recomputeTotals(client, editor, given?.ask !== false))(),
    ),
    commands.registerCommand('zfxxgk.checkFile', async (file?: Uri) => {
      // From the menu of a file it comes with its address.
      if (file instanceof Uri) await window.showTextDocument(file, { preview: false });
      await onActiveEditor(start, (editor) => checkFile(client, editor))();
    }),
    commands.registerCommand('zfxxgk.checkWorkspace', async () => {
      await start();
      await checkWorkspace(client);
    }),
    commands.registerCommand('zfxxgk.showOutput', () => output.show()),
  ];
}

export const NO_REPORT = () =>
  l10n.t(
    'This text does not read like an annual report. Set its language mode to 政府信息公开年报 to check it all the same.',
  );

/** 检查当前文件: checks the text now and says what came of it. */
async function checkFile(client: BaseLanguageClient, { document }: TextEditor): Promise<void> {
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const status = await client.sendRequest<Status | null>('zfxxgk/check', { textDocument: { uri } });
  if (!status?.report) {
    void window.showInformationMessage(NO_REPORT());
    return;
  }
  const { errors, warnings, others } = status;
  if (errors + warnings + others === 0) void window.showInformationMessage(l10n.t('No findings in this annual report'));
  else {
    await commands.executeCommand('workbench.actions.view.problems');
    void window.showWarningMessage(l10n.t('{0} errors, {1} warnings, {2} hints', errors, warnings, others));
  }
}
