import {
  commands,
  type Disposable,
  l10n,
  type QuickPickItem,
  SnippetString,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Target } from '../../server/src/features/convert.ts';
import type { Draft } from '../../server/src/features/draft/draft.ts';
import type { NewReportParams } from '../../server/src/lsp/handlers/new-report.ts';
import { LANGUAGE_ID } from './client.ts';

/** 新建年度报告: the blank form, or a draft from last year's report; Tab walks through what is to be written. */
export function registerNewReport(client: BaseLanguageClient, start: () => Promise<void>): Disposable {
  return commands.registerCommand('zfxxgk.newReport', async () => {
    await start();
    const params = await ask(client);
    if (!params) return;
    const draft = await client.sendRequest<Draft | null>('zfxxgk/newReport', params);
    if (!draft) {
      void window.showWarningMessage(l10n.t('This is no annual report, or it does not say on which year it is.'));
      return;
    }
    const document = await workspace.openTextDocument({ language: LANGUAGE_ID });
    const editor = await window.showTextDocument(document);
    await editor.insertSnippet(new SnippetString(draft.snippet));
  });
}

async function ask(client: BaseLanguageClient): Promise<NewReportParams | undefined> {
  const current = window.activeTextEditor?.document;
  const blank = { label: l10n.t('The blank form'), from: 'blank' as const };
  const open = {
    label: l10n.t('From the report in this editor'),
    description: l10n.t('last year’s'),
    from: 'open' as const,
  };
  const file = { label: l10n.t('From a file…'), description: l10n.t('last year’s'), from: 'file' as const };
  const title = l10n.t('New annual report');
  const source = await window.showQuickPick(current ? [open, file, blank] : [file, blank], { title });
  if (!source) return undefined;
  if (source.from === 'blank') return askBlank(title);
  const uri = source.from === 'open' ? current?.uri : await chooseFile();
  if (!uri) return undefined;
  await workspace.openTextDocument(uri);
  const layout = await askLayout(title, true);
  const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
  return layout && (layout.target ? { textDocument, layout: layout.target } : { textDocument });
}

async function askBlank(title: string): Promise<NewReportParams | undefined> {
  const agency = await window.showInputBox({ title, prompt: l10n.t('Name of the organ') });
  if (agency === undefined) return undefined;
  const value = String(new Date().getFullYear() - 1);
  const year = await window.showInputBox({
    title,
    prompt: l10n.t('Year that is reported on'),
    value,
    validateInput: (typed) => (/^(?:19|20|21)\d\d$/.test(typed) ? undefined : l10n.t('A year such as {0}', value)),
  });
  const layout = year === undefined ? undefined : await askLayout(title, false);
  return layout?.target && { agency, year: Number(year), layout: layout.target };
}

async function chooseFile(): Promise<Uri | undefined> {
  const filters = { [l10n.t('Annual reports')]: ['txt', 'md', 'html', 'htm', 'csv', 'tsv'] };
  return (await window.showOpenDialog({ canSelectMany: false, filters }))?.[0];
}

type LayoutItem = QuickPickItem & { readonly target?: Target };

function askLayout(title: string, asBefore: boolean): Thenable<LayoutItem | undefined> {
  const items: LayoutItem[] = [
    ...(asBefore ? [{ label: l10n.t('Tables as they are in last year’s report') }] : []),
    { label: l10n.t('Markdown table'), target: 'markdown' },
    { label: l10n.t('Tab-separated values (for Excel)'), target: 'tsv' },
    { label: l10n.t('HTML table'), target: 'html' },
    { label: l10n.t('One cell a line (as from Word)'), target: 'cells' },
    { label: l10n.t('Comma-separated values (CSV)'), target: 'csv' },
  ];
  return window.showQuickPick(items, { title });
}
