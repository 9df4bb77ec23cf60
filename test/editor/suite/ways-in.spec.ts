import { equal, notEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import * as vscode from 'vscode';
import { encodeGb18030 } from '../../../server/src/files/gb18030.ts';
import { numbers } from '../../support/generate/numbers.ts';
import { LAYOUTS, plainStyle, render } from '../../support/generate/render.ts';
import { rules, until } from './events.ts';
import { cellRange, closeAll, goodReport, RECEIVED, show, TOTAL, typeOver, withCell, write } from './report.ts';
import { putBack, set } from './settings.ts';

const MODE = 'zfxxgk-report';
const FAILING = ['row-total', 'carry-balance'];

/** An editor as Ctrl+N opens it. */
async function newEditor(): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('workbench.action.files.newUntitledFile');
  return until(vscode.window.onDidChangeActiveTextEditor, () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.isUntitled && editor.document.getText() === '' ? editor : undefined;
  });
}

const paste = (editor: vscode.TextEditor, text: string) =>
  editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));

const hasMode = (document: vscode.TextDocument, mode: string) =>
  until(vscode.workspace.onDidOpenTextDocument, () => document.languageId === mode || undefined);

describe('a report that is not saved yet', () => {
  afterEach(putBack);

  it(`gets the language mode, in each of ${LAYOUTS.length} layouts`, async () => {
    const [some] = fc.sample(numbers, { seed: 4, numRuns: 1 });
    ok(some);
    for (const layout of LAYOUTS) {
      const editor = await newEditor();
      await paste(editor, render(some, layout, plainStyle).text);
      await hasMode(editor.document, MODE);
      await closeAll();
    }
  });

  it('keeps a mode that is chosen afterwards, or before anything was written', async () => {
    const bad = withCell(goodReport(), RECEIVED, TOTAL, '176');
    const { document } = await newEditor();
    const early = await vscode.languages.setTextDocumentLanguage(document, 'json');
    await paste(await vscode.window.showTextDocument(early), bad);
    const second = await newEditor();
    await paste(second, bad);
    await hasMode(second.document, MODE);
    await rules(second.document.uri, ...FAILING);
    const late = await vscode.languages.setTextDocumentLanguage(second.document, 'markdown');
    await vscode.window.showTextDocument(late);
    await typeOver(late, cellRange(late, RECEIVED, TOTAL), '174');
    await rules(late.uri);
    equal(late.languageId, 'markdown');
    // By now the first one would have been given another mode as well.
    equal(early.languageId, 'json');
  });

  it('is left alone where the setting says so', async () => {
    await set('zfxxgk.files.untitledLanguageMode', false);
    const off = await newEditor();
    await paste(off, goodReport());
    await set('zfxxgk.files.untitledLanguageMode', undefined);
    const on = await newEditor();
    await paste(on, goodReport());
    await hasMode(on.document, MODE);
    notEqual(off.document.languageId, MODE);
  });
});

describe('a report in GBK', () => {
  afterEach(closeAll);

  it('is read as garbage, and with its findings once it is opened again in its encoding', async () => {
    const uri = await write('');
    await vscode.workspace.fs.writeFile(uri, encodeGb18030(withCell(goodReport(), RECEIVED, TOTAL, '176')));
    const document = await show(uri);
    ok(document.getText().includes('\ufffd'));
    // The command waits in the status bar once the file was looked at.
    const again = () => vscode.commands.executeCommand('zfxxgk.reopenWithEncoding');
    while (document.getText().includes('\ufffd')) {
      await again();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await rules(uri, ...FAILING);
    equal(document.isDirty, false);
  });
});
