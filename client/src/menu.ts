import {
  commands,
  DiagnosticSeverity,
  type Disposable,
  l10n,
  languages,
  type QuickPickItem,
  type TextDocument,
  window,
} from 'vscode';
import { activeEditor } from './active-editor.ts';
import { EXTRACT_SCHEME, LANGUAGE_ID } from './client.ts';
import { findingsIn } from './findings.ts';

interface Choice extends QuickPickItem {
  readonly run: () => Thenable<unknown>;
}

const choice = (icon: string, label: string, command: string, ...args: unknown[]): Choice => ({
  label: `$(${icon}) ${label}`,
  run: () => commands.executeCommand(command, ...args),
});

/** 菜单: what can be done with the report in the editor; a click on the status item opens it. */
export function registerMenu(): Disposable[] {
  return [
    commands.registerCommand('zfxxgk.showMenu', async () => {
      const document = window.activeTextEditor?.document;
      const chosen = await window.showQuickPick(choicesFor(document), { title: l10n.t('Annual report') });
      await chosen?.run();
    }),
    commands.registerCommand('zfxxgk.showProblems', async () => {
      const document = activeEditor()?.document;
      if (document) await showProblems(document);
    }),
  ];
}

function choicesFor(document: TextDocument | undefined): Choice[] {
  const isOffice = document?.uri.scheme === EXTRACT_SCHEME;
  const isWord = isOffice && /\.(?:docx|docm)$/i.test(document.uri.path);
  const found = document ? findingsIn(document.uri).length : 0;
  const mode = document?.languageId === LANGUAGE_ID;
  return [
    choice('list-unordered', l10n.t('Problems of this file ({0})', found), 'zfxxgk.showProblems'),
    ...(isWord ? [choice('lightbulb', l10n.t('Quick fixes, written into the file'), 'zfxxgk.fixDocument')] : []),
    choice('check', l10n.t('Check this file'), 'zfxxgk.checkFile'),
    ...(isOffice ? [] : [choice('sync', l10n.t('Recompute all totals'), 'zfxxgk.recomputeTotals')]),
    choice('table', l10n.t('Draw the tables'), 'zfxxgk.draw'),
    choice('book', l10n.t('Show what was read'), 'zfxxgk.explain'),
    choice('eye-closed', l10n.t('Show dismissed findings'), 'zfxxgk.showDismissed'),
    choice('eye', l10n.t('Inlay hints'), 'zfxxgk.toggleInlayHints'),
    ...(isWord ? [choice('comment', l10n.t('Write comments into a copy'), 'zfxxgk.annotate', document.uri)] : []),
    mode || !document
      ? choice('symbol-keyword', l10n.t('Change the language mode'), 'workbench.action.editor.changeLanguageMode')
      : {
          label: `$(symbol-keyword) ${l10n.t('Set the language mode to 政府信息公开年报')}`,
          run: () => languages.setTextDocumentLanguage(document, LANGUAGE_ID),
        },
    choice('checklist', l10n.t('Check all reports of the workspace'), 'zfxxgk.checkWorkspace'),
    choice('list-tree', l10n.t('Reports of the workspace'), 'zfxxgk.reports.focus'),
    choice('gear', l10n.t('Settings'), 'workbench.action.openSettings', '@ext:zfxxgk.zfxxgk-report'),
  ];
}

const ICONS: Readonly<Record<DiagnosticSeverity, string>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'info',
  [DiagnosticSeverity.Hint]: 'lightbulb',
};

/** The findings of one file, the gravest first; the one that is chosen is shown in the text. */
async function showProblems(document: TextDocument): Promise<void> {
  const items = findingsIn(document.uri).map(({ message, severity, range }) => ({
    label: `$(${ICONS[severity]}) ${message}`,
    description: String(range.start.line + 1),
    range,
  }));
  if (items.length === 0) {
    void window.showInformationMessage(l10n.t('No findings in this annual report'));
    return;
  }
  const chosen = await window.showQuickPick(items, { title: l10n.t('Problems of this file ({0})', items.length) });
  if (chosen) await window.showTextDocument(document, { selection: chosen.range });
}
