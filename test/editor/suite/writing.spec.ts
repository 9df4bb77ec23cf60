import { deepEqual, equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { textIs, until } from './events.ts';
import { cellRange, closeAll, goodReport, PERSONS, RECEIVED, show, showText } from './report.ts';

/** The good report in the language mode of reports. */
async function inMode(text = goodReport()): Promise<vscode.TextEditor> {
  const document = await showText(text);
  await vscode.languages.setTextDocumentLanguage(document, 'zfxxgk-report');
  // The server is there when it has judged.
  await vscode.commands.executeCommand('zfxxgk.checkFile');
  return vscode.window.showTextDocument(document);
}

function select(editor: vscode.TextEditor, { start, end }: vscode.Range): void {
  editor.selection = new vscode.Selection(start, end);
}

describe('writing', () => {
  afterEach(closeAll);

  it('Format Document puts the columns below each other, as one step to undo', async () => {
    const { document } = await inMode();
    const before = document.getText();
    await vscode.commands.executeCommand('editor.action.formatDocument');
    ok(document.getText() !== before);
    equal(document.getText().replaceAll(' ', ''), before.replaceAll(' ', ''));
    await vscode.commands.executeCommand('undo');
    await textIs(document, before);
  });

  it('Tab walks from cell to cell, and is a tab in the prose', async () => {
    const editor = await inMode();
    select(editor, cellRange(editor.document, RECEIVED, PERSONS));
    await vscode.commands.executeCommand('zfxxgk.nextCell');
    ok(editor.selection.isEqual(cellRange(editor.document, RECEIVED, PERSONS + 1)));
    await vscode.commands.executeCommand('zfxxgk.previousCell');
    ok(editor.selection.isEqual(cellRange(editor.document, RECEIVED, PERSONS)));
    const before = editor.document.getText();
    select(editor, new vscode.Range(0, 0, 0, 0));
    await vscode.commands.executeCommand('zfxxgk.nextCell');
    await until(vscode.workspace.onDidChangeTextDocument, () => editor.document.getText() !== before || undefined);
    equal(editor.document.getText().trimStart(), before.trimStart());
  });

  it('what was read stands beside the report, read-only, and each line leads to its place', async () => {
    const { document } = await inMode();
    await vscode.commands.executeCommand('zfxxgk.explain');
    const shown = () => vscode.window.visibleTextEditors.find((each) => each.document.uri.scheme === 'zfxxgk-explain');
    const explained = await until(vscode.window.onDidChangeVisibleTextEditors, shown);
    equal(explained.document.isDirty, false);
    equal(vscode.workspace.fs.isWritableFileSystem('zfxxgk-explain'), undefined);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      explained.document.uri,
    );
    ok(links.length > 30, String(links.length));
    const line = document.positionAt(document.getText().indexOf(RECEIVED)).line + 1;
    deepEqual(
      links.filter(({ target }) => target?.fragment === `L${line}`).map(({ target }) => target?.path),
      [document.uri.path],
    );
    await show(document.uri);
  });
});
