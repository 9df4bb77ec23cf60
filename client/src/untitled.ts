import { type Disposable, languages, type TextDocument, workspace } from 'vscode';
import { readsLikeReport } from '../../server/src/report/skim.ts';
import { LANGUAGE_ID } from './client.ts';

/**
 * Gives an unsaved editor whose text reads like a report the language mode 政府信息公开年报: VS Code guesses `ini` or
 * some other language for it. Once for each editor, so that whoever chooses another mode keeps it; and not where a mode was
 * chosen while nothing was written yet, for then VS Code had nothing to guess from.
 */
export function followUntitled(): Disposable {
  const seen = new WeakSet<TextDocument>();
  const consider = (document: TextDocument) => {
    const { uri, languageId } = document;
    if (uri.scheme !== 'untitled' || seen.has(document)) return;
    const settings = workspace.getConfiguration(undefined, document);
    const text = document.getText();
    if (text === '') {
      const initial = settings.get<string>('files.defaultLanguage') || 'plaintext';
      if (languageId !== initial && languageId !== 'plaintext') seen.add(document);
      return;
    }
    if (languageId === LANGUAGE_ID || !settings.get<boolean>('zfxxgk.files.untitledLanguageMode', true)) return;
    if (!readsLikeReport(text)) return;
    seen.add(document);
    void languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  };
  workspace.textDocuments.forEach(consider);
  const opened = workspace.onDidOpenTextDocument((document) => document.getText() === '' && consider(document));
  const changed = workspace.onDidChangeTextDocument(({ document }) => consider(document));
  return {
    dispose: () => {
      opened.dispose();
      changed.dispose();
    },
  };
}
