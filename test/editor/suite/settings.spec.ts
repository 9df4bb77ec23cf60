import { deepEqual, equal } from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings, findingsNow, ruleOf, rules } from './events.ts';
import { cellRange, goodReport, RECEIVED, SECRET, showText, TOTAL, typeOver, withCell } from './report.ts';
import { putBack, set } from './settings.ts';

describe('settings, changed while a report is open', () => {
  let document: vscode.TextDocument;
  beforeEach(async () => {
    document = await showText(withCell(goodReport(), RECEIVED, TOTAL, '176'));
    await rules(document.uri, 'row-total', 'carry-balance');
  });
  afterEach(putBack);

  it('zfxxgk.rules makes a rule a warning, or silent', async () => {
    await set('zfxxgk.rules', { 'row-total': 'warning', 'carry-balance': 'off' });
    const [row] = await rules(document.uri, 'row-total');
    equal(row?.severity, vscode.DiagnosticSeverity.Warning);
    await set('zfxxgk.rules', undefined);
    const both = await rules(document.uri, 'row-total', 'carry-balance');
    deepEqual(
      both.map((one) => one.severity),
      [vscode.DiagnosticSeverity.Error, vscode.DiagnosticSeverity.Information],
    );
  });

  it('zfxxgk.validate.enable switches checking off and on', async () => {
    await set('zfxxgk.validate.enable', false);
    await rules(document.uri);
    await set('zfxxgk.validate.enable', true);
    await rules(document.uri, 'row-total', 'carry-balance');
  });

  it('zfxxgk.validate.run: onSave waits for the file to be saved', async () => {
    await set('zfxxgk.validate.run', 'onSave');
    const other = await showText(goodReport());
    await typeOver(other, cellRange(other, SECRET, TOTAL), '15');
    // What is typed into a second report and answered there shows that the first change was passed over, not late.
    await typeOver(document, cellRange(document, RECEIVED, TOTAL), '174');
    await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
    deepEqual(findingsNow(other.uri), []);
    deepEqual(findingsNow(document.uri).map(ruleOf), ['row-total', 'carry-balance']);
    await document.save();
    await rules(document.uri);
    await other.save();
    await vscode.window.showTextDocument(other);
    await findings(other.uri, (found) => found.length > 0);
  });

  it('zfxxgk.files.detect: languageMode asks for the language mode', async () => {
    await set('zfxxgk.files.detect', 'languageMode');
    await rules(document.uri);
    const typed = await vscode.languages.setTextDocumentLanguage(document, 'zfxxgk-report');
    await rules(typed.uri, 'row-total', 'carry-balance');
  });

  it('zfxxgk.files.exclude leaves files alone', async () => {
    await set('zfxxgk.files.exclude', ['**/draft-*.txt']);
    await rules(document.uri);
    await set('zfxxgk.files.exclude', []);
    await rules(document.uri, 'row-total', 'carry-balance');
  });

  it('a value that means nothing leaves the others in force', async () => {
    await set('zfxxgk.validate.run', 'sometimes');
    await set('zfxxgk.rules', { 'row-total': 'fatal', 'carry-balance': 'off' });
    const [row] = await rules(document.uri, 'row-total');
    equal(row?.severity, vscode.DiagnosticSeverity.Error);
    await typeOver(document, cellRange(document, RECEIVED, TOTAL), '174');
    await rules(document.uri);
  });
});
