import {
  ConfigurationTarget,
  commands,
  type Disposable,
  l10n,
  TextEditorRevealType,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, Range } from 'vscode-languageclient';

/** What the lines above a table do, and 切换行内提示. */
export function registerSeeing(client: BaseLanguageClient): Disposable[] {
  return [
    commands.registerCommand('zfxxgk.goToFinding', (uri: string, range: Range) => goToFinding(client, uri, range)),
    commands.registerCommand('zfxxgk.compareYears', (before: string, now: string, range: Range) =>
      compareYears(client, before, now, range),
    ),
    commands.registerCommand('zfxxgk.toggleInlayHints', toggleInlayHints),
  ];
}

/** Shows the first number of a table that does not agree, with what is known about it. */
async function goToFinding(client: BaseLanguageClient, uri: string, place: Range): Promise<void> {
  const selection = client.protocol2CodeConverter.asRange(place);
  const editor = await window.showTextDocument(client.protocol2CodeConverter.asUri(uri), { selection });
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
  await commands.executeCommand('editor.action.showHover');
}

/** 与上年比较: last year's report and this one side by side, at the same table. */
async function compareYears(client: BaseLanguageClient, before: string, now: string, place: Range): Promise<void> {
  const [left, right] = [before, now].map((each) => client.protocol2CodeConverter.asUri(each)) as [Uri, Uri];
  const name = ({ path }: Uri) => path.split('/').at(-1) ?? '';
  const selection = client.protocol2CodeConverter.asRange(place);
  await commands.executeCommand('vscode.diff', left, right, `${name(left)} ↔ ${name(right)}`, { selection });
}

const NEXT: Readonly<Record<string, string>> = { off: 'totals', totals: 'all', all: 'off' };

/** Puts the next of the three values where the setting is set now: in the workspace, else for the user. */
async function toggleInlayHints(): Promise<void> {
  const settings = workspace.getConfiguration('zfxxgk');
  const next = NEXT[settings.get('inlayHints', 'totals')] ?? 'totals';
  const inWorkspace = settings.inspect('inlayHints')?.workspaceValue !== undefined;
  await settings.update('inlayHints', next, inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global);
  const words: Readonly<Record<string, string>> = {
    off: l10n.t('Inlay hints: off'),
    totals: l10n.t('Inlay hints: wrong totals'),
    all: l10n.t('Inlay hints: wrong totals and names of columns'),
  };
  window.setStatusBarMessage(words[next] ?? '', 4000);
}
