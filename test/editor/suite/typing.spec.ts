import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings, ruleOf, rules } from './events.ts';
import {
  cellRange,
  closeAll,
  goodReport,
  IN_BROWSER,
  RECEIVED,
  REPEATED,
  SECRET,
  show,
  showText,
  TOTAL,
  typeOver,
  withCell,
  write,
} from './report.ts';

describe('findings', () => {
  afterEach(closeAll);

  it('are none on a report that adds up', async () => {
    // The faulty one beside it is judged later, so its findings say that the good one was judged too.
    const good = await showText(goodReport());
    const bad = await show(await write(withCell(goodReport(), REPEATED, TOTAL, '8')), vscode.ViewColumn.Beside);
    await findings(bad.uri, (found) => found.length > 0);
    deepEqual(vscode.languages.getDiagnostics(good.uri), []);
  });

  it('stand on the total, with the numbers, the rule, its page and the addends', async () => {
    const document = await showText(withCell(goodReport(), RECEIVED, TOTAL, '176'));
    const [row] = await rules(document.uri, 'row-total', 'carry-balance');
    ok(row);
    ok(row.range.isEqual(cellRange(document, RECEIVED, TOTAL)));
    equal(row.severity, vscode.DiagnosticSeverity.Error);
    match(row.message, /176, should be 174, off by 2/);
    equal(row.relatedInformation?.length, 6, 'one for each addend that is not zero');
    if (IN_BROWSER) return;
    const target = typeof row.code === 'object' ? row.code.target : undefined;
    ok(target?.path.endsWith('row-total.md'), String(target));
  });

  it('come and go while typing', async () => {
    const document = await showText(goodReport());
    await typeOver(document, cellRange(document, SECRET, TOTAL), '15');
    const wrong = await findings(document.uri, (found) => found.length > 0);
    ok(wrong.map(ruleOf).includes('row-total'));
    await typeOver(document, cellRange(document, SECRET, TOTAL), '14');
    await rules(document.uri);
  });

  it('move with the text above them', async () => {
    const document = await showText(withCell(goodReport(), RECEIVED, TOTAL, '176'));
    await rules(document.uri, 'row-total', 'carry-balance');
    await typeOver(document, new vscode.Range(1, 0, 1, 0), '\n\n');
    const at = () => cellRange(document, RECEIVED, TOTAL);
    await findings(document.uri, (found) => found.some((one) => one.range.isEqual(at())));
  });

  it('end when the text is undone to what it was', async () => {
    const document = await showText(goodReport());
    await typeOver(document, cellRange(document, SECRET, TOTAL), '15');
    await findings(document.uri, (found) => found.length > 0);
    await vscode.commands.executeCommand('undo');
    await rules(document.uri);
    equal(document.getText(), goodReport());
  });

  it('are cleared when the file is closed', async () => {
    const { uri } = await showText(withCell(goodReport(), RECEIVED, TOTAL, '176'));
    await rules(uri, 'row-total', 'carry-balance');
    await closeAll();
    await rules(uri);
  });
});
