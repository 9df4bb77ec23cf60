import { deepEqual, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, goodReport, showText } from './report.ts';

describe('outline', () => {
  afterEach(closeAll);

  it('holds six sections, their tables, and groups and rows with their totals', async () => {
    const { uri } = await showText(goodReport());
    const sections = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    deepEqual(
      sections.map((one) => one.name.slice(0, 2)),
      ['一、', '二、', '三、', '四、', '五、', '六、'],
    );
    const rows = sections.map((one) => one.children[0]?.children.length ?? 0);
    deepEqual(rows, [0, 6, 10, 1, 0, 0]);
    const received = sections[2]?.children[0]?.children[0];
    ok(received?.detail.includes('总计 174'), received?.detail);
  });

  it('is nothing for other text', async () => {
    const { uri } = await showText('会议通知\n');
    const found = await vscode.commands.executeCommand<unknown[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    deepEqual(found ?? [], []);
  });

  it('gives the stretches to fold: each section and each table', async () => {
    const document = await showText(goodReport());
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const first = ranges.map(({ start }) => document.lineAt(start).text);
    for (const ordinal of ['一', '二', '三', '四', '五', '六']) {
      ok(
        first.some((line) => line.startsWith(`${ordinal}、`)),
        `${ordinal} among ${first.join(' | ')}`,
      );
    }
    const last = Math.max(...ranges.map(({ end }) => end));
    ok(last < document.lineCount);
  });
});
