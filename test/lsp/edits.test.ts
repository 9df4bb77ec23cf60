import { describe, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { LAYOUTS } from '../support/generate/render.ts';
import { CARRIED_OUT_NATURAL, find, GRANTED_NATURAL, GRANTED_TOTAL, REVIEW_TOTAL, sample, textIn } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();

const insertion = (line: number, character: number, newText: string): TextEdit => ({
  range: { start: { line, character }, end: { line, character } },
  newText,
});

test('the squiggle appears with the mistake and goes with it, in every layout and with both line ends', async () => {
  const editor = await servers.start();
  for (const [at, layout] of LAYOUTS.entries()) {
    const report = sample(layout, { newline: at % 2 === 0 ? '\n' : '\r\n' });
    const document = editor.open(report.text);
    expect(await editor.published(document)).toEqual([]);
    editor.edit(document, { range: report.range(REVIEW_TOTAL), newText: '102' });
    const [found, ...others] = await editor.published(document);
    expect(others).toEqual([]);
    expect(found && textIn(document.text, found.range), layout).toBe('102');
    editor.edit(document, { range: found?.range ?? report.range(REVIEW_TOTAL), newText: '2' });
    expect(await editor.published(document)).toEqual([]);
    editor.close(document);
  }
});

describe('ranges are counted as the protocol counts', () => {
  test('in UTF-16 units: characters outside the basic plane before the cell on its line', async () => {
    const editor = await servers.start();
    const document = editor.open(sample().text);
    // 𠮷 and 📄 take two units each; the row keeps its label.
    const label = find(document.text, '三、本年度办理结果');
    editor.edit(document, { range: label, newText: '三、本年度办理结果📄𠮷' });
    expect(await editor.published(document)).toEqual([]);
    const { start, end } = sample().range(GRANTED_TOTAL);
    const moved = {
      start: { line: start.line, character: start.character + 4 },
      end: { line: end.line, character: end.character + 4 },
    };
    editor.edit(document, { range: moved, newText: '13' });
    const [found] = await editor.published(document);
    expect(found?.range).toEqual(moved);
    expect(textIn(document.text, moved)).toBe('13');
  });

  test('in lines: a line with an emoji is put above the cell', async () => {
    const editor = await servers.start();
    const document = editor.open(sample('tsv', { newline: '\r\n' }).text);
    editor.edit(document, insertion(0, 0, '😀😀\r\n'), insertion(1, 0, '\r\n'));
    const { start, end } = sample().range(GRANTED_TOTAL);
    const moved = { start: { ...start, line: start.line + 2 }, end: { ...end, line: end.line + 2 } };
    editor.edit(document, { range: moved, newText: '13' });
    expect(await editor.published(document)).toMatchObject([{ code: 'row-total', range: moved }, {}]);
  });
});

describe('several changes in one notification', () => {
  test('are made one after the other, each on the text that the one before left', async () => {
    const editor = await servers.start();
    const report = sample();
    const document = editor.open(report.text);
    const { start, end } = report.range(GRANTED_NATURAL);
    const wider = { start, end: { ...end, character: end.character + 2 } };
    editor.edit(
      document,
      { range: { start, end }, newText: '108' },
      { range: wider, newText: '9' },
      insertion(0, 0, '\n'),
    );
    const found = await editor.published(document);
    expect(document.text.slice(1)).toBe(report.text.replace('\t8\t0\t0\t0\t4', '\t9\t0\t0\t0\t4'));
    expect(found.map(({ code }) => code)).toEqual(['row-total', 'outcome-total']);
    for (const { message } of found) expect(message).toContain('刚由 8 改为 9');
  });

  test('may replace the whole text', async () => {
    const editor = await servers.start();
    const document = editor.open('草稿');
    document.version = 2;
    editor.notify('textDocument/didChange', {
      textDocument: { uri: document.uri, version: 2 },
      contentChanges: [{ text: sample().text.replace('六、', '6、') }],
    });
    expect(await editor.published(document)).toMatchObject([{ code: 'section-numbering' }]);
  });
});

describe('edits at the very end', () => {
  test('the last section is cut off and written again', async () => {
    const editor = await servers.start();
    const report = sample('tsv', { finalNewline: false });
    const document = editor.open(report.text);
    const from = find(report.text, '六、').start;
    const lines = report.text.split('\n');
    const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    editor.edit(document, { range: { start: from, end }, newText: '' });
    expect(await editor.published(document)).toMatchObject([{ code: 'section-missing' }]);
    editor.edit(
      document,
      insertion(from.line, 0, '六、其他需要报告的事项\n本年度未收取信息处理费，没有其他需要报告的事项。'),
    );
    expect(await editor.published(document)).toEqual([]);
  });

  test('the last cell of a draft that ends with it', async () => {
    const editor = await servers.start();
    const report = sample();
    const row = report.range({ ...CARRIED_OUT_NATURAL, column: 6 });
    const lines = report.text.split('\n').slice(0, row.end.line + 1);
    const document = editor.open(lines.join('\n'));
    const { line, character } = row.end;
    const sums = async () => (await editor.published(document)).filter(({ code }) => String(code).endsWith('total'));
    expect(await sums()).toEqual([]);
    editor.edit(document, insertion(line, character, '0'));
    expect(await sums()).toMatchObject([{ code: 'row-total', data: { stated: 10, computed: 1 } }]);
  });
});
