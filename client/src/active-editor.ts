import { l10n, type TextEditor, window } from 'vscode';

/** The editor with the caret; where there is none, that is told. */
export function activeEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (!editor) void window.showInformationMessage(l10n.t('Open an annual report first.'));
  return editor;
}
