import { expect, test } from 'vitest';
import type { DocumentSymbol, FoldingRange } from 'vscode-languageserver';
import { sample, textIn } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();

test('document symbols: the sections, their tables, groups, and the rows with their totals', async () => {
  const editor = await servers.start();
  const { text } = sample();
  const { uri } = editor.open(text);
  const symbols = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
  expect(symbols.map(({ name, children }) => [name, children?.map((child) => child.name)])).toEqual([
    [
      '一、总体情况',
      ['（一）主动公开', '（二）依申请公开', '（三）政府信息管理', '（四）政府信息公开平台建设', '（五）监督保障'],
    ],
    ['二、主动公开政府信息情况', ['表二']],
    ['三、收到和处理政府信息公开申请情况', ['表三']],
    ['四、政府信息公开行政复议、行政诉讼情况', ['表四']],
    ['五、存在的主要问题及改进情况', []],
    ['六、其他需要报告的事项', []],
  ]);
  const rows = symbols[2]?.children?.[0]?.children ?? [];
  expect(rows.map(({ name }) => name)).toEqual([
    '一、本年新收政府信息公开申请数量',
    '二、上年结转政府信息公开申请数量',
    '（一）予以公开',
    '（二）部分公开',
    '（三）不予公开',
    '（四）无法提供',
    '（五）不予处理',
    '（六）其他处理',
    '（七）总计',
    '四、结转下年度继续办理',
  ]);
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

test('folding ranges: each section, aspect, table and group of several lines', async () => {
  const editor = await servers.start();
  const { text } = sample('tsv', { newline: '\r\n' });
  const { uri } = editor.open(text);
  const ranges = await editor.ask<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
  const lines = text.split('\r\n');
  const ends = ranges.map(({ startLine, endLine }) => [lines[startLine]?.trim(), lines[endLine]?.trim().slice(0, 12)]);
  const ASPECTS = [
    '（一）主动公开',
    '（二）依申请公开',
    '（三）政府信息管理',
    '（四）政府信息公开平台建设',
    '（五）监督保障',
  ];
  const GROUPS = ['（三）不予公开', '（四）无法提供', '（五）不予处理', '（六）其他处理'];
  const begins = (words: string) => expect.stringMatching(new RegExp(`^${words}`));
  const any = expect.any(String);
  expect(ends).toEqual([
    ['一、总体情况', begins('公开事项')],
    ...ASPECTS.map((name) => [name, any]),
    ['二、主动公开政府信息情况', begins('行政事业性收费')],
    ['第二十条第（一）项', begins('行政事业性收费')],
    ['三、收到和处理政府信息公开申请情况', begins('四、结转下年度继续办理')],
    [expect.stringContaining('勾稽关系'), begins('四、结转下年度继续办理')],
    ...GROUPS.map((name) => [begins(name), begins('[3-8]\\.')]),
    ['四、政府信息公开行政复议、行政诉讼情况', begins('1\t0')],
    [begins('行政复议'), begins('1\t0')],
    ['五、存在的主要问题及改进情况', begins('改进情况')],
    ['六、其他需要报告的事项', begins('对照')],
  ]);
  for (const { startLine, endLine } of ranges) expect(endLine).toBeGreaterThan(startLine);
});
