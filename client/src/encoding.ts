import {
  commands,
  type Disposable,
  l10n,
  StatusBarAlignment,
  type TextDocument,
  ThemeColor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { readsLikeReport } from '../../server/src/report/skim.ts';
import { notificationText } from '../../server/src/text/foreign.ts';
import { SELECTOR } from './client.ts';

/** The encodings that drafts come in, as the platform and as VS Code name them, and as people do. */
const ENCODINGS = [
  { label: 'gb18030', id: 'gb18030', name: 'GB18030' },
  { label: 'utf-8', id: 'utf8', name: 'UTF-8' },
] as const;

type Encoding = (typeof ENCODINGS)[number];

/** A larger file than this is not read a second time: reports have a few kilobytes. */
const LONGEST = 2 * 1024 * 1024;

/** What VS Code has from 1.100 on: a document is opened in an encoding of choice. */
interface Opens {
  openTextDocument(uri: Uri, options: { readonly encoding: string }): Thenable<TextDocument>;
}
const canReopen = (document: TextDocument) => typeof (document as { encoding?: unknown }).encoding === 'string';

/**
 * A report that was written in GBK shows as garbage where VS Code takes every file for UTF-8, and nothing is found in it.
 * Says so, and offers to open it again in its own encoding; in the status bar as long as it is shown.
 */
export function followEncodings(): Disposable[] {
  const known = new WeakMap<TextDocument, Encoding>();
  const item = window.createStatusBarItem('zfxxgk.encoding', StatusBarAlignment.Right, 101);
  item.name = l10n.t('Encoding of the annual report');
  item.command = 'zfxxgk.reopenWithEncoding';
  item.backgroundColor = new ThemeColor('statusBarItem.warningBackground');
  const show = () => {
    const document = window.activeTextEditor?.document;
    const encoding = document && known.get(document);
    if (!encoding || !looksGarbled(document)) return item.hide();
    item.text = `$(warning) ${l10n.t('Reopen as {0}', encoding.name)}`;
    item.tooltip = said(document, encoding);
    item.show();
  };
  const consider = async (document: TextDocument) => {
    if (!looksGarbled(document)) return;
    const encoding = await encodingOf(document.uri);
    if (!encoding || known.has(document)) return;
    known.set(document, encoding);
    show();
    const reopen = l10n.t('Reopen as {0}', encoding.name);
    if ((await window.showWarningMessage(said(document, encoding), reopen)) === reopen) await open(document, encoding);
  };
  const reopen = async () => {
    const document = window.activeTextEditor?.document;
    const encoding = document && known.get(document);
    if (encoding) await open(document, encoding);
  };
  workspace.textDocuments.forEach((document) => void consider(document));
  return [
    item,
    workspace.onDidOpenTextDocument((document) => void consider(document)),
    workspace.onDidChangeTextDocument(({ document }) => document === window.activeTextEditor?.document && show()),
    window.onDidChangeActiveTextEditor(show),
    commands.registerCommand('zfxxgk.reopenWithEncoding', reopen),
  ];
}

/** 政府信息公开 in GBK read as Latin-1, and in UTF-8 read as GBK, from an even or an odd byte on; and what stands for no character. */
const GARBLED = /\ufffd|\u00d5\u00fe\u00b8\u00ae\u00d0\u00c5\u00cf\u00a2|鏀垮簻淇℃伅|斂搴滀俊鎭/;

function looksGarbled(document: TextDocument): boolean {
  const { uri, languageId } = document;
  const isFile = SELECTOR.some(({ language, scheme }) => language === languageId && scheme === uri.scheme);
  if (!isFile || uri.scheme === 'untitled') return false;
  const text = document.getText();
  return text.length <= LONGEST && GARBLED.test(text);
}

/** The encoding in which the file reads like a report. */
async function encodingOf(uri: Uri): Promise<Encoding | undefined> {
  try {
    const bytes = await workspace.fs.readFile(uri);
    return ENCODINGS.find(({ label }) => readsLikeReport(decoded(bytes, label)));
  } catch {
    return undefined;
  }
}

/** Nothing where the bytes are not in this encoding. */
function decoded(bytes: Uint8Array, label: string): string {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}

function said({ uri }: TextDocument, { name }: Encoding): string {
  const file = notificationText(uri.path.slice(uri.path.lastIndexOf('/') + 1));
  return l10n.t(
    '{0} is an annual report in {1} and was opened in another encoding, so nothing in it is checked.',
    file,
    name,
  );
}

async function open(document: TextDocument, encoding: Encoding): Promise<void> {
  await window.showTextDocument(document);
  if (document.isDirty) {
    void window.showWarningMessage(l10n.t('Save or revert the changes first: they were made in garbled text.'));
  } else if (canReopen(document)) {
    await (workspace as unknown as Opens).openTextDocument(document.uri, { encoding: encoding.id });
  } else await commands.executeCommand('workbench.action.editor.changeEncoding');
}
