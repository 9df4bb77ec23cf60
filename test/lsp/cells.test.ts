import { describe, expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver';
import type { PasteResult } from '../../server/src/lsp/handlers/cells.ts';
import { plainStyle } from '../support/generate/render.ts';
import { renderWordPage } from '../support/saved-page.ts';
import { applyAll, type Editor, type Open } from './editor.ts';
import { NUMBERS, positionAt, sample } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();

describe('cells', () => {
  const next = (editor: Editor, { uri }: Open, position: object, back = false) =>
    editor.ask<Range | null>('zfxxgk/nextCell', { textDocument: { uri }, position, back });

  test('are walked through in the order of the text, there and back', async () => {
    const editor = await servers.start();
    const report = sample('spaced');
    const document = editor.open(report.text);
    const at = (column: number, row = 2) => report.range({ table: 3, row, column });
    expect(await next(editor, document, at(0).end)).toEqual(at(1));
    expect(await next(editor, document, at(1).start, true)).toEqual(at(0));
    expect(await next(editor, document, at(6).end)).toEqual(at(0, 3));
    expect(await next(editor, document, { line: 0, character: 0 })).toBeNull();
  });

  const paste = (editor: Editor, { uri }: Open, range: Range, text: string, html?: string) =>
    editor.ask<PasteResult | null>('zfxxgk/paste', { textDocument: { uri }, range, text, ...(html ? { html } : {}) });
  const pasted = (document: Open, range: Range, result: PasteResult | null) =>
    applyAll(document.text, [{ range, newText: result?.insert ?? '' }, ...(result?.others ?? [])]);

  test('from a spreadsheet replace just as many cells', async () => {
    const editor = await servers.start();
    const report = sample('mdtable');
    const document = editor.open(report.text);
    const range = report.range({ table: 3, row: 4, column: 1 });
    const result = await paste(editor, document, range, '7\t8\r\n9\t10\r\n');
    expect(result?.kind).toBe('cells');
    const lines = pasted(document, range, result)
      .split('\n')
      .filter((line) => /国家秘密|其他法律/.test(line));
    expect(
      lines.map((line) =>
        line
          .split('|')
          .slice(4, 8)
          .map((cell) => cell.trim()),
      ),
    ).toEqual([
      ['0', '7', '8', '0'],
      ['0', '9', '10', '0'],
    ]);
    // One value, words, and more than there are cells are pasted plainly.
    expect(await paste(editor, document, range, '7')).toBeNull();
    expect(await paste(editor, document, range, '一个\t数')).toBeNull();
    expect(await paste(editor, document, report.range({ table: 3, row: 24, column: 6 }), '1\t2\n3\t4')).toBeNull();
  });

  const WORD = renderWordPage(NUMBERS, plainStyle);
  test.each([
    ['a page', sample('html').text, '<html><body>', '', ''],
    // As Word copies it: its own markup, comments around what was chosen, and the cells as plain text beside it.
    [
      'Word',
      WORD,
      WORD.slice(0, WORD.indexOf('<p ')),
      '一、本年新收政府信息公开申请数量\t\t\t9\t1\t0\t0\t4\t0\t14\r\n',
      'StartFragment',
    ],
  ])('of a whole table from %s come in the layout of the report', async (_, page, head, plain, mark) => {
    const editor = await servers.start();
    const from = page.indexOf('<table', page.indexOf('三、收到和处理'));
    const fragment = mark === '' ? '' : `<!--${mark}-->`;
    const html = `${head}${fragment}${page.slice(from, page.indexOf('</table>', from) + 8)}${fragment.replace('Start', 'End')}</body></html>`;
    const without = sample('mdtable').text.replace(/\| （本列[\s\S]*?\n(?=\n## 四)/, '‸\n');
    const at = positionAt(without, without.indexOf('‸'));
    const document = editor.open(without.replace('‸', ''));
    const range = { start: at, end: at };
    const result = await paste(editor, document, range, plain, html);
    expect(result?.kind).toBe('table');
    const text = pasted(document, range, result);
    expect(text).toMatch(/^\| 三、本年度办理结果 \| （一）予以公开 \| +\| 8 +\|/m);
    expect(await editor.published(editor.open(text))).toEqual([]);
    expect(await paste(editor, document, range, '', '<table><tr><td>名单</td><td>1</td></tr></table>')).toBeNull();
  });
});
