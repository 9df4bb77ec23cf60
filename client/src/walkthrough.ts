import {
  commands,
  type Diagnostic,
  type Disposable,
  type ExtensionContext,
  languages,
  Selection,
  type TextDocument,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { Status } from '../../server/src/lsp/status.ts';
import { LANGUAGE_ID } from './client.ts';
import { findingsIn } from './findings.ts';
import type { StatusItem } from './status-item.ts';

/** The steps of the walkthrough: an example with one slip, where it is, how it is mended, and a report of one's own. */
export function registerWalkthrough({ extensionUri }: ExtensionContext, status: StatusItem): Disposable[] {
  let example: TextDocument | undefined;
  const hadErrors = new Set<string>();
  return [
    commands.registerCommand('zfxxgk.openExample', async () => {
      const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'walkthrough', 'example.txt'));
      const content = new TextDecoder().decode(bytes);
      example = await workspace.openTextDocument({ language: LANGUAGE_ID, content });
      await window.showTextDocument(example, ViewColumn.Beside);
    }),
    commands.registerCommand('zfxxgk.showFirstProblem', () => goToProblem(example, 'editor.action.marker.next')),
    commands.registerCommand('zfxxgk.fixFirstProblem', () => goToProblem(example, 'editor.action.quickFix')),
    status.onDidCheck((checked) => checked.report && remember(checked, hadErrors)),
  ];
}

/** Which steps are done is told by contexts, for the walkthrough looks at these. */
function remember({ uri, errors }: Status, hadErrors: Set<string>): void {
  if (errors > 0) hadErrors.add(uri);
  else if (hadErrors.delete(uri)) void commands.executeCommand('setContext', 'zfxxgk.hasFixed', true);
  if (!uri.startsWith('untitled:')) void commands.executeCommand('setContext', 'zfxxgk.hasOwnReport', true);
}

/** A report that was just opened is checked within this time (ms). */
const LONGEST_CHECK = 3000;

/** The first error, waited for where the report is being checked. */
async function firstProblem(uri: Uri): Promise<Diagnostic | undefined> {
  if (findingsIn(uri).length === 0) {
    await new Promise<void>((resolve) => {
      const end = () => {
        listener.dispose();
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(end, LONGEST_CHECK);
      const listener = languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((each) => each.toString() === uri.toString())) end();
      });
    });
  }
  return findingsIn(uri)[0];
}

/** After a click on a button of its own the walkthrough takes the focus again (ms), which would close a menu. */
const FOCUS_TAKEN_BACK = 400;

/** Puts the caret on the first error of the example, or of another report that is shown, and runs a command there. */
async function goToProblem(example: TextDocument | undefined, command: string): Promise<void> {
  const shown = window.visibleTextEditors.map(({ document }) => document);
  const opened = example?.isClosed === false ? example : undefined;
  const document = shown.find(({ uri }) => findingsIn(uri).length > 0) ?? opened;
  if (!document) {
    await commands.executeCommand('zfxxgk.openExample');
    return;
  }
  const first = await firstProblem(document.uri);
  const column = window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
  const where = column ?? ViewColumn.Beside;
  const start = first?.range.start;
  if (!window.activeTextEditor) await new Promise((resolve) => setTimeout(resolve, FOCUS_TAKEN_BACK));
  const editor = await window.showTextDocument(document, where);
  if (!start) return;
  editor.selection = new Selection(start, start);
  editor.revealRange(first.range);
  await commands.executeCommand(command);
}
