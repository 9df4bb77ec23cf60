import { expect, test } from 'vitest';
import type { DocumentSymbol, FoldingRange } from 'vscode-languageserver';
import { sample, textIn } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();

test('document symbols: the sections, their tables, and the rows with their totals', async () => {
  const editor = await servers.start();
  const { text } = sample();
  const { uri } = editor.open(text);
  const symbols = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
  expect(symbols.map(({ name, children }) => [name, children?.map((child) => child.name)])).toEqual([
    ['一、总体情况', []],
    ['二、主动公开政府信息情况', ['表二']],
    ['三、收到和处理政府信息公开申请情况', ['表三']],
    ['四、政府信息公开行政复议、行政诉讼情况', ['表四']],
    ['五、存在的主要问题及改进情况', []],
    ['六、其他需要报告的事项', []],
  ]);
  const rows = symbols[2]?.children?.[0]?.children ?? [];
  expect(rows).toHaveLength(25);
  expect(rows.slice(0, 3).map(({ name, detail }) => `${name}: ${detail}`)).toEqual([
    '一、本年新收政府信息公开申请数量: 总计 14',
    '二、上年结转政府信息公开申请数量: 总计 3',
    '（一）予以公开: 总计 12',
  ]);
  expect(rows[2] && textIn(text, rows[2].selectionRange)).toBe('（一）予以公开');
  for (const symbol of symbols) holdsTogether(symbol, text);
});

/** Editors refuse the whole outline when a selection or a child lies outside its symbol. */
function holdsTogether({ range, selectionRange, children = [] }: DocumentSymbol, text: string): void {
  const whole = textIn(text, range);
  expect(whole).toContain(textIn(text, selectionRange));
  for (const child of children) {
    expect(whole).toContain(textIn(text, child.range));
    holdsTogether(child, text);
  }
}

test('folding ranges: each section of several lines, and each table', async () => {
  const editor = await servers.start();
  const { text } = sample('tsv', { newline: '\r\n' });
  const { uri } = editor.open(text);
  const ranges = await editor.ask<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
  const lines = text.split('\r\n');
  const ends = ranges.map(({ startLine, endLine }) => [lines[startLine]?.trim(), lines[endLine]?.trim().slice(0, 12)]);
  expect(ends).toEqual([
    ['一、总体情况', expect.stringContaining('公开事项')],
    ['二、主动公开政府信息情况', expect.stringContaining('行政事业性收费')],
    ['三、收到和处理政府信息公开申请情况', expect.stringContaining('四、结转下年度继续办理')],
    ['四、政府信息公开行政复议、行政诉讼情况', expect.stringMatching(/^1\t0/)],
    ['五、存在的主要问题及改进情况', expect.stringContaining('改进情况')],
    ['六、其他需要报告的事项', expect.stringContaining('对照')],
    ['第二十条第（一）项', expect.stringContaining('行政事业性收费')],
    [expect.stringContaining('勾稽关系'), expect.stringContaining('四、结转下年度继续办理')],
    [expect.stringMatching(/^行政复议/), expect.stringMatching(/^1\t0/)],
  ]);
  for (const { startLine, endLine } of ranges) expect(endLine).toBeGreaterThan(startLine);
});
