import {
  type CodeAction,
  commands,
  type Disposable,
  type LogOutputChannel,
  l10n,
  Range,
  type TextEditor,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Status } from '../../server/src/lsp/status.ts';
import { checkWorkspace } from './check-workspace.ts';

const RECOMPUTE_ALL = 'source.recomputeTotals.zfxxgk';

/** The commands of the palette. Each starts the server when it is not yet running. */
export function registerCommands(
  client: LanguageClient,
  output: LogOutputChannel,
  start: () => Promise<void>,
): Disposable[] {
  const onEditor = (run: (editor: TextEditor) => Promise<void>) => async () => {
    const editor = window.activeTextEditor;
    if (!editor) {
      void window.showInformationMessage(l10n.t('Open an annual report first.'));
      return;
    }
    await start();
    await run(editor);
  };
  return [
    commands.registerCommand('zfxxgk.recomputeTotals', onEditor(recomputeTotals)),
    commands.registerCommand(
      'zfxxgk.checkFile',
      onEditor((editor) => checkFile(client, editor)),
    ),
    commands.registerCommand(
      'zfxxgk.explain',
      onEditor((editor) => explain(client, editor)),
    ),
    commands.registerCommand('zfxxgk.checkWorkspace', async () => {
      await start();
      await checkWorkspace(client);
    }),
    commands.registerCommand('zfxxgk.showOutput', () => output.show()),
  ];
}

/** 重算全部总计: the source action that every editor can ask of the server, applied as one undo step. */
async function recomputeTotals({ document }: TextEditor): Promise<void> {
  const end = document.lineAt(document.lineCount - 1).range.end;
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new Range(document.positionAt(0), end),
    RECOMPUTE_ALL,
    1,
  );
  const { edit, command } = actions.find((action) => action.kind?.value === RECOMPUTE_ALL) ?? {};
  if (!edit) void window.showInformationMessage(l10n.t('All totals already agree with their addends.'));
  else if (!(await workspace.applyEdit(edit))) {
    void window.showWarningMessage(l10n.t('The text changed meanwhile; nothing was edited.'));
  }
  // The server says what was done and what is left.
  else if (command) await commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** 显示读取结果: opens beside the report what was read of it. */
async function explain(client: LanguageClient, { document }: TextEditor): Promise<void> {
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const content = await client.sendRequest<string | null>('zfxxgk/explain', { textDocument: { uri } });
  if (content === null) {
    void window.showInformationMessage(NO_REPORT());
    return;
  }
  const result = await workspace.openTextDocument({ language: 'log', content });
  await window.showTextDocument(result, { viewColumn: ViewColumn.Beside, preview: true });
}

const NO_REPORT = () =>
  l10n.t(
    'This text does not read like an annual report. Set its language mode to 政府信息公开年报 to check it all the same.',
  );

/** 检查当前文件: checks the text now and says what came of it. */
async function checkFile(client: LanguageClient, { document }: TextEditor): Promise<void> {
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
