import { type CodeAction, commands, type Disposable, l10n, type Range, type TextEditor, window } from 'vscode';
import { EXTRACT_SCHEME } from './client.ts';

/**
 * 快速修复 in the text of a Word file: VS Code offers no code actions in an editor that is read-only, neither by Ctrl+. nor
 * by its light bulb. Here they are commands that write into the file.
 */
export function registerDocumentFixes(): Disposable {
  return commands.registerCommand('zfxxgk.fixDocument', async () => {
    const editor = window.activeTextEditor;
    if (editor?.document.uri.scheme === EXTRACT_SCHEME) await offerFixes(editor);
  });
}

async function offerFixes({ document, selection }: TextEditor): Promise<void> {
  const ask = async (range: Range) => {
    const name = 'vscode.executeCodeActionProvider';
    const actions = await commands.executeCommand<CodeAction[]>(name, document.uri, range, 'quickfix');
    return actions.flatMap(({ title, command }) => (command ? { label: title, command } : []));
  };
  const here = await ask(selection);
  // As VS Code does it: where the caret stands on nothing, its line counts.
  const items = here.length > 0 ? here : await ask(document.lineAt(selection.active.line).range);
  if (items.length === 0) {
    void window.showInformationMessage(l10n.t('Nothing here can be mended in the file.'));
    return;
  }
  const chosen = await window.showQuickPick(items);
  if (chosen) await commands.executeCommand(chosen.command.command, ...(chosen.command.arguments ?? []));
}
