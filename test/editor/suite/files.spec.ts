import { deepEqual, equal, ok } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { findings, findingsNow, rules, textIs } from './events.ts';
import {
  cellRange,
  closeAll,
  folder,
  goodReport,
  RECEIVED,
  SECRET,
  show,
  showText,
  TOTAL,
  typeOver,
  withCell,
  write,
} from './report.ts';

const FAILING = ['row-total', 'carry-balance'];

describe('a file', () => {
  let bad = '';
  before(() => {
    bad = withCell(goodReport(), RECEIVED, TOTAL, '176');
  });
  afterEach(closeAll);

  it('takes its findings along when it is renamed', async () => {
    const { uri } = await showText(bad);
    await rules(uri, ...FAILING);
    const renamed = vscode.Uri.joinPath(folder(), '改名后的年报.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, renamed);
    ok(await vscode.workspace.applyEdit(edit));
    await rules(renamed, ...FAILING);
    await rules(uri);
  });

  it('leaves no findings when it is deleted', async () => {
    const { uri } = await showText(bad);
    await rules(uri, ...FAILING);
    await vscode.workspace.fs.delete(uri);
    await closeAll();
    await rules(uri);
  });

  it('is judged anew when another program changes it', async () => {
    const document = await showText(bad);
    await rules(document.uri, ...FAILING);
    writeFileSync(document.uri.fsPath, goodReport());
    await textIs(document, goodReport());
    await rules(document.uri);
  });

  it('has findings of its own beside another', async () => {
    const left = await showText(bad);
    const right = await show(await write(withCell(goodReport(), SECRET, TOTAL, '41')), vscode.ViewColumn.Beside);
    await rules(left.uri, ...FAILING);
    await rules(right.uri, 'row-total', 'outcome-total');
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document === right);
    ok(editor);
    await editor.edit((edit) => edit.replace(cellRange(right, SECRET, TOTAL), '14'));
    await rules(right.uri);
    equal(findingsNow(left.uri).length, 2);
  });

  it('of 1 MB is judged, and again after a change', async () => {
    const paragraph = `存在问题：公开内容的深度还需拓展。${'改进情况：加强培训，拓宽渠道，完善制度。'.repeat(4)}\n`;
    const copies = Math.ceil(1_000_000 / Buffer.byteLength(paragraph));
    const text = bad.replace('六、其他需要', `${paragraph.repeat(copies)}\n六、其他需要`);
    ok(Buffer.byteLength(text) > 1_000_000);
    const document = await showText(text);
    await rules(document.uri, ...FAILING);
    await typeOver(document, cellRange(document, RECEIVED, TOTAL), '174');
    await rules(document.uri);
  });

  it('with CRLF or a byte order mark gives the same findings, and keeps both when it is mended', async () => {
    for (const [bom, newline] of [
      ['', '\r\n'],
      ['\uFEFF', '\n'],
      ['\uFEFF', '\r\n'],
    ] as const) {
      const document = await showText(bom + bad.replaceAll('\n', newline));
      const [row] = await rules(document.uri, ...FAILING);
      ok(row?.range.isEqual(cellRange(document, RECEIVED, TOTAL)));
      await vscode.commands.executeCommand('zfxxgk.recomputeTotals', { ask: false });
      await rules(document.uri);
      await document.save();
      const written = Buffer.from(await vscode.workspace.fs.readFile(document.uri)).toString('utf8');
      equal(written, bom + goodReport().replaceAll('\n', newline));
      await closeAll();
    }
  });

  it('is checked in the language mode, whatever it reads like', async () => {
    const document = await showText('会议通知\n');
    deepEqual(findingsNow(document.uri), []);
    const report = await vscode.languages.setTextDocumentLanguage(document, 'zfxxgk-report');
    await findings(report.uri, (found) => found.length >= 6);
    const plain = await vscode.languages.setTextDocumentLanguage(report, 'plaintext');
    await rules(plain.uri);
  });

  it('of a web page is checked while it is open, and mended there', async () => {
    const document = await showText(`<html><body><pre>\n${bad}\n</pre></body></html>\n`, '.html');
    equal(document.languageId, 'html');
    await rules(document.uri, ...FAILING);
    await typeOver(document, cellRange(document, RECEIVED, TOTAL), '174');
    await rules(document.uri);
  });

  it('in the language mode is shown without boxes around its full-width signs', async () => {
    const { uri } = await showText(bad);
    const scope = { uri, languageId: 'zfxxgk-report' };
    const editor = vscode.workspace.getConfiguration('editor', scope);
    equal(editor.get('unicodeHighlight.ambiguousCharacters'), false);
    equal(editor.get('wordWrap'), 'on');
  });

  it('not yet saved is checked too', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: bad });
    await vscode.window.showTextDocument(document);
    equal(document.uri.scheme, 'untitled');
    await rules(document.uri, ...FAILING);
  });

  it('becomes a report while it is written', async () => {
    const document = await showText('柳河镇人民政府\n');
    await typeOver(document, new vscode.Range(0, 0, 1, 0), '');
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), bad));
    await rules(document.uri, ...FAILING);
  });
});
