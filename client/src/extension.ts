import { commands, type ExtensionContext, type LogOutputChannel, type TextDocument, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { readsLikeReport } from '../../server/src/report/skim.ts';
import { registerCells } from './cells.ts';
import { LANGUAGE_ID, SELECTOR } from './client.ts';
import { registerCommands } from './commands.ts';
import { registerDismiss } from './dismiss.ts';
import { registerDocumentFixes } from './document-fixes.ts';
import { registerDrawing } from './drawing.ts';
import { followEncodings } from './encoding.ts';
import { registerExplain } from './explain.ts';
import { registerMenu } from './menu.ts';
import { registerNewReport } from './new-report.ts';
import { registerOffice } from './office.ts';
import { registerReports } from './reports-view.ts';
import { registerSeeing } from './seeing.ts';
import { StatusItem } from './status-item.ts';
import { registerTables } from './tables.ts';
import { followUntitled } from './untitled.ts';
import { registerWalkthrough } from './walkthrough.ts';

/**
 * Waits for the first report and only then starts the server: a workspace full of other text pays nothing. What a
 * report is, the server's own reader says.
 *
 * @param createClient makes the client that starts the server where this runs
 */
export function activateWith(
  context: ExtensionContext,
  createClient: (context: ExtensionContext, output: LogOutputChannel) => BaseLanguageClient,
): void {
  const output = window.createOutputChannel('政府信息公开年报', { log: true });
  const client = createClient(context, output);
  const status = new StatusItem(client);
  let started: Promise<void> | undefined;
  const start = () => {
    started ??= client
      .start()
      .then(announce)
      .catch((error: unknown) => {
        // The next report, or a command, tries again.
        started = undefined;
        output.error(String(error));
        throw error;
      });
    return started;
  };
  const consider = (document: TextDocument) => {
    if (!started && isReport(document)) start().catch(() => output.show(true));
  };
  context.subscriptions.push(
    output,
    status,
    workspace.onDidOpenTextDocument(consider),
    workspace.onDidChangeTextDocument(({ document }) => consider(document)),
    followUntitled(),
    ...followEncodings(),
    ...registerMenu(),
    registerDocumentFixes(),
    ...registerCommands(client, output, start),
    ...registerTables(client, start),
    registerNewReport(client, start),
    ...registerCells(client),
    ...registerExplain(client, start),
    ...registerDismiss(client, start),
    ...registerDrawing(context, client, start, (listener) => status.onDidCheck(({ uri }) => listener(uri))),
    ...registerReports(client, start),
    ...registerWalkthrough(context, status),
    ...registerSeeing(client),
    ...registerOffice(client, start, context.globalState),
    { dispose: () => client.dispose() },
  );
  workspace.textDocuments.forEach(consider);
}

/** Views and menus that only reports need are shown from now on. */
async function announce(): Promise<void> {
  await commands.executeCommand('setContext', 'zfxxgk.isRunning', true);
}

/** The language mode decides; a text in another mode must read like a report. */
function isReport(document: TextDocument): boolean {
  if (document.languageId === LANGUAGE_ID) return true;
  const ours = SELECTOR.some(
    ({ language, scheme }) => language === document.languageId && scheme === document.uri.scheme,
  );
  return ours && readsLikeReport(document.getText());
}
