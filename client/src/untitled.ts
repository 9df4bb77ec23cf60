import { type Disposable, languages, type TextDocument, workspace } from 'vscode';
import { readsLikeReport } from '../../server/src/report/skim.ts';
import { LANGUAGE_ID } from './client.ts';

/**
 * Gives an unsaved editor whose text reads like a report the language mode 政府信息公开年报: VS Code guesses `ini` or
 * some other language for it. Once for each editor, so that whoever chooses another mode keeps it.
 */
export function followUntitled(): Disposable {
  const seen = new WeakSet<TextDocument>();
  const consider = (document: TextDocument) => {
    if (document.uri.scheme !== 'untitled' || document.languageId === LANGUAGE_ID || seen.has(document)) return;
    const wanted = workspace.getConfiguration('zfxxgk', document).get<boolean>('files.untitledLanguageMode', true);
    if (!wanted || !readsLikeReport(document.getText())) return;
    seen.add(document);
    void languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  };
  workspace.textDocuments.forEach(consider);
  return workspace.onDidChangeTextDocument(({ document }) => consider(document));
}
