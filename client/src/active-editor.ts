import { l10n, type TextEditor, window } from 'vscode';

/** The editor with the caret; where there is none, that is told. */
export function activeEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (!editor) void window.showInformationMessage(l10n.t('Open an annual report first.'));
  return editor;
}

/** A command that starts the server and does `run` with the active editor. */
export const onActiveEditor = (start: () => Promise<void>, run: (editor: TextEditor) => Promise<void>) => async () => {
  const editor = activeEditor();
  if (!editor) return;
  await start();
  await run(editor);
};
