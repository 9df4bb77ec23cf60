import { equal, ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { findingsNow, rules } from './events.ts';
import { languageServers } from './processes.ts';
import {
  closeAll,
  EXTENSION,
  folder,
  goodReport,
  IN_BROWSER,
  RECEIVED,
  show,
  showText,
  TOTAL,
  withCell,
} from './report.ts';

// The first file of the suite by its name: here alone nothing of ours has run yet.
describe('activation', () => {
  afterEach(closeAll);

  it('is the installed package, not the source tree', function () {
    // In a browser there is no disk to look at.
    if (IN_BROWSER) this.skip();
    const extension = vscode.extensions.getExtension(EXTENSION);
    ok(extension, `${EXTENSION} is installed`);
    equal(existsSync(join(extension.extensionPath, 'server', 'src')), false, extension.extensionPath);
  });

  it('offers the language mode', async () => {
    ok((await vscode.languages.getLanguages()).includes('zfxxgk-report'));
  });

  it('starts no server for other text', async function () {
    // Windows has no `ps` to list the children of the extension host with.
    if (process.platform === 'win32') this.skip();
    const notes = await show(vscode.Uri.joinPath(folder(), 'notes.txt'));
    equal(notes.languageId, 'plaintext');
    const minutes = await showText('# 会议纪要\n\n一、总体情况\n\n会议讨论了年度工作。\n', '.md');
    // Resolves when activation has run to its end, with both files open.
    await vscode.extensions.getExtension(EXTENSION)?.activate();
    // A server would be asked for these, and be up before they are answered.
    for (const { uri } of [notes, minutes])
      await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
    equal(languageServers(), 0);
    equal(findingsNow(notes.uri).length + findingsNow(minutes.uri).length, 0);
  });

  it('starts one server with the first report, in a plain text file', async () => {
    const document = await showText(withCell(goodReport(), RECEIVED, TOTAL, '176'));
    equal(document.languageId, 'plaintext');
    const found = await rules(document.uri, 'row-total', 'carry-balance');
    ok(found.every((one) => one.message !== ''));
    if (process.platform !== 'win32') equal(languageServers(), IN_BROWSER ? 0 : 1);
  });

  it('checks a Markdown file, by the same server', async () => {
    const document = await showText(withCell(goodReport(), RECEIVED, TOTAL, '176'), '.md');
    equal(document.languageId, 'markdown');
    await rules(document.uri, 'row-total', 'carry-balance');
    if (process.platform !== 'win32') equal(languageServers(), IN_BROWSER ? 0 : 1);
  });
});
