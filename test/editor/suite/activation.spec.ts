import { equal, ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { findings } from './events.ts';

const ID = 'zfxxgk.zfxxgk-report';

async function open(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, 'the suite runs over a folder');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Where the stated total of 一、本年新收 begins and ends: the last number of its line. */
function newRequestsTotal(document: vscode.TextDocument): vscode.Range {
  const row = /^一、本年新收.*?(\d+)\s*$/m.exec(document.getText());
  ok(row?.[1], 'the fixture holds the row 一、本年新收');
  const start = row.index + row[0].trimEnd().length - row[1].length;
  return new vscode.Range(document.positionAt(start), document.positionAt(start + row[1].length));
}

describe('activation', () => {
  // Reverted first: closing a changed file would ask whether to save it, and nobody is there to answer.
  afterEach(async () => {
    while (vscode.window.activeTextEditor) {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  it('is the installed package, not the source tree', () => {
    const extension = vscode.extensions.getExtension(ID);
    ok(extension, `${ID} is installed`);
    equal(existsSync(join(extension.extensionPath, 'server', 'src')), false, extension.extensionPath);
  });

  it('offers the language mode', async () => {
    ok((await vscode.languages.getLanguages()).includes('zfxxgk-report'));
  });

  it('checks a report in a plain text file', async () => {
    const document = await open('report.txt');
    equal(document.languageId, 'plaintext');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, newRequestsTotal(document), '999');
    await vscode.workspace.applyEdit(edit);
    const found = await findings(document.uri, (all) =>
      all.some((one) => one.range.isEqual(newRequestsTotal(document))),
    );
    equal(vscode.extensions.getExtension(ID)?.isActive, true);
    ok(found.every((one) => one.message !== ''));
  });
});
