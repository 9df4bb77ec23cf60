import { commands, type Disposable, l10n, type QuickPickItem, type TextEditor, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Target } from '../../server/src/features/convert.ts';
import { onActiveEditor } from './active-editor.ts';

/** 整理表格 and 转换表格: the server's commands, with what they have to be told asked for here. */
export function registerTables(client: BaseLanguageClient, start: () => Promise<void>): Disposable[] {
  const execute = (command: string, { document }: TextEditor, more: object) => {
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    return client.sendRequest<number | null>('workspace/executeCommand', { command, arguments: [{ uri, ...more }] });
  };
  const align = async (editor: TextEditor) => {
    const changed = await execute('zfxxgk.server.alignTables', editor, { tabSize: editor.options.tabSize });
    if (changed === 0) void window.showInformationMessage(l10n.t('All columns stand below each other already.'));
  };
  const convert = async (editor: TextEditor) => {
    const to = (await window.showQuickPick(targets(), { title: l10n.t('Layout to convert the tables to') }))?.target;
    if (!to) return;
    const title = l10n.t('Which tables');
    const scope = await window.showQuickPick(scopes(), { title });
    if (!scope) return;
    await execute(
      'zfxxgk.server.convertTables',
      editor,
      scope.all ? { to } : { to, position: editor.selection.active },
    );
  };
  return [
    commands.registerCommand('zfxxgk.alignTables', onActiveEditor(start, align)),
    commands.registerCommand('zfxxgk.convertTables', onActiveEditor(start, convert)),
  ];
}

function targets(): (QuickPickItem & { readonly target: Target })[] {
  return [
    { label: l10n.t('Markdown table'), target: 'markdown' },
    { label: l10n.t('Tab-separated values (for Excel)'), target: 'tsv' },
    { label: l10n.t('Aligned text'), target: 'text' },
    { label: l10n.t('HTML table'), target: 'html' },
    { label: l10n.t('One cell a line (as from Word)'), target: 'cells' },
    { label: l10n.t('Comma-separated values (CSV)'), target: 'csv' },
  ];
}

function scopes(): (QuickPickItem & { readonly all: boolean })[] {
  return [
    { label: l10n.t('All tables'), all: true },
    { label: l10n.t('The table at the cursor'), all: false },
  ];
}
