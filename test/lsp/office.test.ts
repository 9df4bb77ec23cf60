import { describe, expect, test } from 'vitest';
import type { CodeAction, Diagnostic, DocumentSymbol } from 'vscode-languageserver';
import { analyse } from '../../server/src/checks/analysis.ts';
import { importDocx } from '../../server/src/import/docx.ts';
import { docxOf, paragraph, renderDocx } from '../support/docx.ts';
import type { Numbers } from '../support/generate/numbers.ts';
import { plainStyle } from '../support/generate/style.ts';
import { misread } from '../support/read-back.ts';
import { sound, wrong } from '../support/wrong-total.ts';
import { type Editor, publishedOf, publishes } from './editor.ts';
import { type Folder, useFolders } from './folder.ts';
import { useServer } from './setup.ts';

const servers = useServer();
const folders = useFolders();

const SOUND = Buffer.from(renderDocx(sound, 'wps', plainStyle));
const WRONG = Buffer.from(renderDocx(wrong, 'wps', plainStyle));
const NAME = '年报.docx';

const shownAt = (folder: Folder, name: string) => folder.uriOf(name).replace(/^file:\/\//, 'zfxxgk-text:');

function start(folder: Folder) {
  return servers.start({ folders: [folder.uri], initialization: { extracts: true } });
}

/** Opens the text of a file, as the client does when it was asked to check it. */
async function openText(editor: Editor, folder: Folder, name = NAME) {
  const { text } = await editor.ask<{ text: string }>('zfxxgk/extract', { uri: folder.uriOf(name) });
  return editor.open(text, { uri: shownAt(folder, name), languageId: 'zfxxgk-report' });
}

async function fixesAt(editor: Editor, uri: string, { range }: Diagnostic): Promise<CodeAction[]> {
  const actions = await editor.ask<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [] },
  });
  return actions.filter(({ command }) => command?.command === 'zfxxgk.writeFix');
}

describe('the text of a Word file', () => {
  test('has findings and an outline, and a fix that is written into the file', async () => {
    const folder = folders({ [NAME]: WRONG });
    const editor = await start(folder);
    const text = await openText(editor, folder);
    const [found] = await publishes(editor, text.uri, 'row-total', 'outcome-total');
    expect(found?.message).toContain('（一）予以公开');
    const symbols = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: text });
    expect(symbols).toHaveLength(6);
    const [fix] = await fixesAt(editor, text.uri, found as Diagnostic);
    expect(fix).toMatchObject({ isPreferred: true });
    expect(fix).not.toHaveProperty('edit');
    const [params] = fix?.command?.arguments ?? [];
    expect(await editor.ask('zfxxgk/writeFix', params)).toEqual({ written: true });
    expect(await editor.ask('zfxxgk/writeFix', params)).toEqual({ failure: expect.stringContaining('文件已被改动') });
    const after = await editor.ask<{ text: string }>('zfxxgk/extract', { uri: folder.uriOf(NAME) });
    expect(after.text).toBe((importDocx(SOUND) as { text: string }).text);
  });

  test('follows the file, also when findings are shown on saving only', async () => {
    const folder = folders({ [NAME]: WRONG });
    const settings = { zfxxgk: { validate: { run: 'onSave' } } };
    const initialization = { extracts: true, settings };
    const editor = await servers.start({ folders: [folder.uri], initialization });
    const text = await openText(editor, folder);
    await publishes(editor, text.uri, 'row-total', 'outcome-total');
    folder.write(NAME, SOUND);
    await editor.wait(({ method }) => method === 'zfxxgk/extractChanged', 'word of the change');
    const { text: newText } = await editor.ask<{ text: string }>('zfxxgk/extract', { uri: folder.uriOf(NAME) });
    const end = { line: text.text.split('\n').length, character: 0 };
    editor.edit(text, { range: { start: { line: 0, character: 0 }, end }, newText });
    expect(await publishes(editor, text.uri)).toEqual([]);
  });

  test('is not written into while an office suite holds it open', async () => {
    const folder = folders({ [NAME]: WRONG, [`~$${NAME}`]: '' });
    const editor = await start(folder);
    const text = await openText(editor, folder);
    const [found] = await publishes(editor, text.uri, 'row-total', 'outcome-total');
    const [fix] = await fixesAt(editor, text.uri, found as Diagnostic);
    const answer = await editor.ask('zfxxgk/writeFix', fix?.command?.arguments?.[0]);
    expect(answer).toEqual({ failure: expect.stringContaining(`~$${NAME}`) });
    expect(folder.read(NAME)).toBe(WRONG.toString('utf8'));
  });

  test('as Markdown is read like the file, to the last cell', async () => {
    const folder = folders({ [NAME]: SOUND });
    const editor = await start(folder);
    const { text } = await editor.ask<{ text: string }>('zfxxgk/markdown', { uri: folder.uriOf(NAME) });
    expect(text).toMatch(/^# .*政府信息公开工作年度报告\n\n## 一、总体情况\n/);
    expect(misread(analyse(text), sound)).toEqual([]);
  });

  test('is annotated in a copy beside it', async () => {
    const folder = folders({ [NAME]: WRONG });
    const editor = await start(folder);
    const { uri, count } = await editor.ask<{ uri: string; count: number }>('zfxxgk/annotate', {
      uri: folder.uriOf(NAME),
    });
    expect({ uri, count }).toEqual({ uri: folder.uriOf('年报-批注.docx'), count: 2 });
    const copy = await editor.ask<{ text: string }>('zfxxgk/extract', { uri });
    expect(copy.text).toBe((importDocx(WRONG) as { text: string }).text);
  });
});

test('what cannot be read is said, with what to do', async () => {
  const folder = folders({ '旧.doc': Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), '坏.pdf': '%PDF-1.7' });
  const editor = await start(folder);
  const ask = (name: string) => editor.ask('zfxxgk/extract', { uri: folder.uriOf(name) });
  expect(await ask('旧.doc')).toEqual({ failure: expect.stringContaining('另存为 .docx') });
  expect(await ask('坏.pdf')).toEqual({ failure: expect.stringContaining('已损坏') });
  expect(await ask('没有.docx')).toEqual({ failure: '文件不在了' });
});

describe('files in the workspace', () => {
  const before: Numbers = { ...sound, year: sound.year - 1 };

  test('are checked with all reports; their findings stand in their texts', async () => {
    const folder = folders({
      'a/今年.docx': WRONG,
      '通知.docx': Buffer.from(docxOf(paragraph('会议通知'))),
      '旧.doc': 'x',
    });
    const editor = await start(folder);
    const counts = await editor.ask('zfxxgk/checkWorkspace', {});
    expect(counts).toMatchObject({ reports: 1, errors: 1 });
    const shown = publishedOf(editor, shownAt(folder, 'a/今年.docx')).at(-1)?.diagnostics;
    expect(shown?.map(({ code }) => code)).toEqual(['row-total', 'outcome-total']);
  });

  test('are the reports of the year before', async () => {
    const folder = folders({ '去年.docx': Buffer.from(renderDocx(before, 'word', plainStyle)) });
    const editor = await start(folder);
    const text = (importDocx(SOUND) as { text: string }).text;
    const draft = editor.open(text, { uri: folder.uriOf('今年.txt') });
    const isCompared = () =>
      publishedOf(editor, draft.uri)
        .at(-1)
        ?.diagnostics.find(({ relatedInformation }) =>
          relatedInformation?.some(({ location }) => location.uri === shownAt(folder, '去年.docx')),
        );
    await editor.wait(() => isCompared() !== undefined, 'a finding that names the report of the year before');
  });
});
