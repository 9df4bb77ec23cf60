import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { rules } from './events.ts';
import {
  cellRange,
  closeAll,
  goodReport,
  OUTCOMES,
  PERSONS,
  RECEIVED,
  SECRET,
  showText,
  TOTAL,
  withCell,
} from './report.ts';

/** All that the editor would show at a place, as Markdown. */
async function hoverText(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  const parts = hovers.flatMap((hover) => hover.contents);
  return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
}

describe('hover', () => {
  afterEach(closeAll);

  it('says first what a wrong total should be, then whether row, column and balance hold', async () => {
    const document = await showText(withCell(goodReport(), RECEIVED, TOTAL, '176'));
    await rules(document.uri, 'row-total', 'carry-balance');
    const text = await hoverText(document, cellRange(document, RECEIVED, TOTAL).start);
    match(text, /^\*\*.*\*\*: 176, should be \*\*174\*\*, off by 2/, 'the answer comes first');
    match(text, /174.*✗.*176/);
    match(text, /总计”.*✗/, 'the balance of the column 总计 fails too');
  });

  it('ticks a total that is right', async () => {
    const document = await showText(goodReport());
    const text = await hoverText(document, cellRange(document, OUTCOMES, TOTAL).start);
    match(text, /197.*✓/);
    ok(!text.includes('✗'), text);
  });

  it('names row and column of any other value', async () => {
    const document = await showText(goodReport());
    match(await hoverText(document, cellRange(document, SECRET, PERSONS).start), /属于国家秘密·自然人\*\*: 8/);
  });

  it("gives the totals of a row on its label, and of the table on its section's heading", async () => {
    const document = await showText(goodReport());
    const place = (text: string) => document.positionAt(document.getText().indexOf(text) + 2);
    match(await hoverText(document, place(SECRET)), /属于国家秘密[\s\S]*14.*✓/);
    match(await hoverText(document, place('三、收到和处理')), /✓ \d+, ✗ 0/);
  });

  it('says nothing in prose', async () => {
    const document = await showText(goodReport());
    equal(await hoverText(document, new vscode.Position(4, 3)), '');
  });
});
