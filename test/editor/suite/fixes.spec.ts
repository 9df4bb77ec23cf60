import { deepEqual, equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings, rules, textIs } from './events.ts';
import {
  CARRIED_IN,
  cellRange,
  closeAll,
  goodReport,
  OUTCOMES,
  PERSONS,
  RECEIVED,
  REVIEWS,
  SECRET,
  showText,
  TOTAL,
  withCell,
} from './report.ts';

function quickFixes(document: vscode.TextDocument, range: vscode.Range): Thenable<vscode.CodeAction[]> {
  // The number makes VS Code resolve the edits as well.
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, 'quickfix', 20);
}

/** A report with faults, its findings worked out, and the menu at a place in it. */
async function menu(text: string, at: (document: vscode.TextDocument) => vscode.Range) {
  const document = await showText(text);
  await findings(document.uri, (found) => found.length > 0);
  return { document, actions: await quickFixes(document, at(document)) };
}

/** Applies the fix with that title; then undoes it, once. */
async function applyAndUndo(
  document: vscode.TextDocument,
  actions: readonly vscode.CodeAction[],
  title: string,
  text: string,
) {
  const before = document.getText();
  const action = actions.find((one) => one.title.startsWith(title));
  ok(action?.edit, `“${title}” among ${actions.map((one) => one.title).join(' | ')}`);
  ok(await vscode.workspace.applyEdit(action.edit));
  equal(document.getText(), text);
  if (text === goodReport()) await rules(document.uri);
  await vscode.commands.executeCommand('undo');
  await textIs(document, before);
  await findings(document.uri, (found) => found.length > 0);
  return action;
}

const at = (label: string, column: number) => (document: vscode.TextDocument) => cellRange(document, label, column);
const on = (text: string) => (document: vscode.TextDocument) => {
  const start = document.positionAt(document.getText().indexOf(text));
  return new vscode.Range(start, start.translate(0, 1));
};

describe('quick fix', () => {
  let good = '';
  before(() => {
    good = goodReport();
  });
  afterEach(closeAll);

  it('repairs the suspect, first and preferred', async () => {
    const bad = withCell(good, SECRET, PERSONS, '11');
    const { document, actions } = await menu(bad, at(SECRET, TOTAL));
    const action = await applyAndUndo(document, actions, 'Correct “1.属于国家秘密·自然人”: 11 → 8', good);
    equal(action, actions[0]);
    deepEqual(
      actions.map((one) => one.isPreferred === true),
      actions.map((_, index) => index === 0),
    );
  });

  it('is offered on the suspect as well as on the totals that fail', async () => {
    const { actions } = await menu(withCell(good, SECRET, PERSONS, '11'), at(SECRET, PERSONS));
    ok(actions.some((one) => one.title.startsWith('Correct “1.属于国家秘密·自然人”')));
  });

  it('recomputes this 总计', async () => {
    const { document, actions } = await menu(withCell(good, RECEIVED, TOTAL, '176'), at(RECEIVED, TOTAL));
    const action = await applyAndUndo(
      document,
      actions,
      'Recompute “一、本年新收政府信息公开申请数量·总计”: 176 → 174',
      good,
    );
    equal(action.isPreferred, true);
  });

  it('recomputes all totals of the row', async () => {
    const bad = withCell(withCell(good, OUTCOMES, PERSONS, '88'), OUTCOMES, TOTAL, '190');
    const { document, actions } = await menu(bad, at(OUTCOMES, TOTAL));
    await applyAndUndo(document, actions, 'Recompute all totals of this row', good);
  });

  it('recomputes all totals of the table, and of the report', async () => {
    const table = withCell(withCell(good, RECEIVED, TOTAL, '176'), SECRET, TOTAL, '41');
    const report = withCell(table, REVIEWS, TOTAL, '20');
    const { document, actions } = await menu(report, at(RECEIVED, TOTAL));
    await applyAndUndo(document, actions, 'Recompute all totals of this table', withCell(good, REVIEWS, TOTAL, '20'));
    await applyAndUndo(document, actions, 'Recompute all totals of the report', good);
  });

  it('fills in a blank 总计', async () => {
    const { document, actions } = await menu(withCell(good, CARRIED_IN, TOTAL, ''), at(CARRIED_IN, TOTAL));
    await applyAndUndo(document, actions, 'Fill in “二、上年结转政府信息公开申请数量·总计”: 24', good);
  });

  it('joins a split number', async () => {
    const { document, actions } = await menu(withCell(good, OUTCOMES, PERSONS, '8 7'), at(OUTCOMES, PERSONS));
    await applyAndUndo(document, actions, 'Replace “8 7” by “87”', good);
  });

  it('corrects an ordinal', async () => {
    const bad = good.replace('三、收到和处理', '5、收到和处理');
    const { document, actions } = await menu(bad, on('5、收到和处理'));
    await applyAndUndo(document, actions, 'Change the ordinal to “三、”', good);
  });

  it('inserts a missing section with its table', async () => {
    const from = good.indexOf('四、政府信息公开行政复议');
    const bad = good.slice(0, from) + good.slice(good.indexOf('五、存在的主要问题'));
    const document = await showText(bad);
    const [missing] = await rules(document.uri, 'section-missing');
    ok(missing);
    const [action] = await quickFixes(document, missing.range);
    ok(action?.edit, action?.title);
    await vscode.workspace.applyEdit(action.edit);
    ok(document.getText().includes('四、政府信息公开行政复议、行政诉讼情况'));
    // The new table says 0 of what the prose has counted.
    await rules(document.uri, 'prose-mismatch', 'prose-mismatch');
    await vscode.commands.executeCommand('undo');
    await textIs(document, bad);
  });
});
