import { equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings, rules, textIs, until } from './events.ts';
import { cellRange, goodReport, RECEIVED, REVIEWS, SECRET, showText, TOTAL, typeOver, withCell } from './report.ts';
import { putBack, set } from './settings.ts';

describe('command', () => {
  afterEach(putBack);

  it('zfxxgk.recomputeTotals mends every 总计, as one step to undo', async () => {
    const bad = withCell(
      withCell(withCell(goodReport(), RECEIVED, TOTAL, '176'), SECRET, TOTAL, '41'),
      REVIEWS,
      TOTAL,
      '20',
    );
    const document = await showText(bad);
    await findings(document.uri, (found) => found.length > 0);
    await vscode.commands.executeCommand('zfxxgk.recomputeTotals', { ask: false });
    equal(document.getText(), goodReport());
    await rules(document.uri);
    await vscode.commands.executeCommand('undo');
    await textIs(document, bad);
  });

  it('zfxxgk.recomputeTotals leaves a report that adds up as it is', async () => {
    const document = await showText(goodReport());
    await vscode.commands.executeCommand('zfxxgk.recomputeTotals');
    equal(document.getText(), goodReport());
    equal(document.isDirty, false);
  });

  it('zfxxgk.checkFile judges at once, also where that would wait for a save', async () => {
    await set('zfxxgk.validate.run', 'onSave');
    const document = await showText(goodReport());
    await typeOver(document, cellRange(document, RECEIVED, TOTAL), '176');
    await vscode.commands.executeCommand('zfxxgk.checkFile');
    await rules(document.uri, 'row-total', 'carry-balance');
  });

  it('zfxxgk.showOutput shows the log', async () => {
    const shown = () => vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'output');
    await vscode.commands.executeCommand('zfxxgk.showOutput');
    const log = await until(vscode.window.onDidChangeVisibleTextEditors, shown);
    ok(log.document.fileName.includes('政府信息公开年报'), log.document.fileName);
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('none of them fails without an editor, or on other text', async () => {
    // They answer with a message that nobody closes here; the driven workbench reads it.
    void vscode.commands.executeCommand('zfxxgk.recomputeTotals');
    const document = await showText('会议通知\n');
    await vscode.commands.executeCommand('zfxxgk.recomputeTotals');
    await vscode.commands.executeCommand('zfxxgk.checkFile');
    equal(document.isDirty, false);
  });
});
