import { describe, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { applyAll, type Editor, type Open } from './editor.ts';
import { find, NOTES, sample } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();
const OPTIONS = { tabSize: 4, insertSpaces: true };

const format = (editor: Editor, { uri }: Open) =>
  editor.ask<TextEdit[] | null>('textDocument/formatting', { textDocument: { uri }, options: OPTIONS });

/** Where each bar of a line stands when Chinese characters are two columns wide. */
const bars = (line: string) => {
  const columns: number[] = [];
  let column = 0;
  for (const character of line) {
    if (character === '|') columns.push(column);
    column += character.charCodeAt(0) > 0x2e80 ? 2 : 1;
  }
  return columns;
};

describe('formatting', () => {
  test('puts the columns of a Markdown table below each other, and finds nothing to do the second time', async () => {
    const editor = await servers.start();
    expect(editor.initialized.capabilities).toMatchObject({ documentFormattingProvider: true });
    const document = editor.open(sample('mdtable', { digits: 'fullwidth' }).text);
    const text = applyAll(document.text, (await format(editor, document)) ?? []);
    const rows = text.split('\n').filter((line) => /(?:\|\s*[０-９]+\s*){7}\|$/.test(line) && bars(line).length === 11);
    expect(rows).toHaveLength(25);
    expect(new Set(rows.map((line) => bars(line).slice(-8).join())).size).toBe(1);
    expect(text.replaceAll(/[ -]/g, '')).toBe(document.text.replaceAll(/[ -]/g, ''));
    const again = editor.open(text);
    expect(await format(editor, again)).toEqual([]);
  });

  test('also where only the name of the file tells the year', async () => {
    const editor = await servers.start();
    const text = sample('mdtable')
      .text.replace(/^.*年度报告.*$/m, '')
      .replaceAll('2024', '');
    const document = editor.open(text, { uri: 'file:///reports/2024.md', languageId: 'markdown' });
    expect((await format(editor, document))?.length).toBeGreaterThan(20);
  });

  test('of a selection changes its lines alone', async () => {
    const editor = await servers.start();
    const document = editor.open(sample('mdtable').text);
    const range = {
      start: { line: find(document.text, '（一）予以公开').start.line, character: 0 },
      end: find(document.text, '（一）予以公开').end,
    };
    const edits = await editor.ask<TextEdit[]>('textDocument/rangeFormatting', {
      textDocument: { uri: document.uri },
      range,
      options: OPTIONS,
    });
    expect(edits.length).toBeGreaterThan(0);
    expect(new Set(edits.map((each) => each.range.start.line))).toEqual(new Set([range.start.line]));
  });

  test('a digit typed into an aligned row moves nothing behind it', async () => {
    const editor = await servers.start();
    const first = editor.open(sample('mdtable').text);
    const aligned = applyAll(first.text, (await format(editor, first)) ?? []);
    const document = editor.open(aligned);
    const row = find(aligned, '（一）予以公开').start.line;
    const line = aligned.split('\n')[row] ?? '';
    const at = { line: row, character: line.indexOf('| 8 ') + 3 };
    editor.edit(document, { range: { start: at, end: at }, newText: '5' });
    const position = { line: row, character: at.character + 1 };
    const edits = await editor.ask<TextEdit[]>('textDocument/onTypeFormatting', {
      textDocument: { uri: document.uri },
      position,
      ch: '5',
      options: OPTIONS,
    });
    expect(applyAll(document.text, edits).split('\n')[row]).toBe(line.replace('| 8  ', '| 85 '));
  });

  test('says nothing of other texts and of files of values', async () => {
    const editor = await servers.start();
    expect(await format(editor, editor.open(NOTES))).toBeNull();
    expect(await format(editor, editor.open(sample('tsv').text, { languageId: 'tsv' }))).toBeNull();
  });

  test('is registered for the language modes that a client names, and only there', async () => {
    const registered: unknown[] = [];
    const editor = await servers.start({
      initialization: { formats: ['zfxxgk-report'] },
      answers: {
        'client/registerCapability': (params) => {
          registered.push(...(params as { registrations: unknown[] }).registrations);
          return null;
        },
      },
    });
    await editor.settle();
    expect(editor.initialized.capabilities).not.toHaveProperty('documentFormattingProvider');
    expect(registered).toMatchObject(
      ['formatting', 'rangeFormatting', 'onTypeFormatting'].map((name) => ({
        method: `textDocument/${name}`,
        registerOptions: { documentSelector: [{ language: 'zfxxgk-report' }] },
      })),
    );
  });
});
