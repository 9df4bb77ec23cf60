import { type CancellationToken, commands, l10n, type Progress, ProgressLocation, window } from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';
import type { Counts } from '../../server/src/lsp/workspace/workspace-check.ts';

type Bar = Progress<{ readonly message?: string; readonly increment?: number }>;

let asked = 0;

/** 检查工作区全部报告: has the server check every report, with a bar and a button to cancel, and says what came of it. */
export async function checkWorkspace(client: BaseLanguageClient): Promise<void> {
  const counts = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Checking all annual reports'), cancellable: true },
    (bar, token) => ask(client, bar, token),
  );
  const { reports, errors, warnings, others, cancelled } = counts;
  if (errors + warnings + others > 0) await commands.executeCommand('workbench.actions.view.problems');
  if (cancelled) {
    const said = l10n.t('Cancelled. {0} reports checked: {1} errors, {2} warnings, {3} hints', ...numbers(counts));
    void window.showWarningMessage(said);
  } else if (reports === 0) {
    void window.showInformationMessage(l10n.t('There is no annual report in this workspace.'));
  } else {
    const said = l10n.t('{0} reports checked: {1} errors, {2} warnings, {3} hints', ...numbers(counts));
    void (errors + warnings > 0 ? window.showWarningMessage(said) : window.showInformationMessage(said));
  }
}

function numbers({ reports, errors, warnings, others }: Counts): number[] {
  return [reports, errors, warnings, others];
}

/** The request, with its progress shown in a bar; cancelled, it still answers with what was judged until then. */
async function ask(client: BaseLanguageClient, bar: Bar, token: CancellationToken): Promise<Counts> {
  const workDoneToken = `zfxxgk-check-${++asked}`;
  let shown = 0;
  const subscription = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind !== 'report') return;
    const { percentage = shown, message } = value;
    bar.report({ increment: percentage - shown, ...(message === undefined ? {} : { message }) });
    shown = percentage;
  });
  try {
    return await client.sendRequest<Counts>('zfxxgk/checkWorkspace', { workDoneToken }, token);
  } finally {
    subscription.dispose();
  }
}
