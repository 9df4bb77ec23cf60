import { describe, expect, test } from 'vitest';
import { type Editor, lastFound, messagesTo, publishedOf } from './editor.ts';
import { ODD, REVIEW_TOTAL, sample } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();
const report = sample();

/** Tells the server new settings the way a client without workspace/configuration does. */
async function configure(editor: Editor, zfxxgk: unknown): Promise<void> {
  editor.notify('workspace/didChangeConfiguration', { settings: { zfxxgk } });
  await editor.settle();
}

describe('where settings come from', () => {
  test('a client that can be asked is asked, at the start and after each change', async () => {
    let settings: unknown = { rules: { 'section-numbering': 'off' } };
    const asked: unknown[] = [];
    const answers = {
      'workspace/configuration': (params: unknown) => {
        asked.push(params);
        return [settings];
      },
    };
    const editor = await servers.start({ settings: () => settings, watchSettings: true, answers });
    const registration = await editor.wait(({ method }) => method === 'client/registerCapability', 'registration');
    expect(registration.params).toMatchObject({
      registrations: [{ method: 'workspace/didChangeConfiguration', registerOptions: { section: 'zfxxgk' } }],
    });
    const document = editor.open(ODD);
    await editor.settle();
    expect(lastFound(editor, document)).toEqual([]);
    settings = { rules: { 'section-numbering': 'error' } };
    editor.notify('workspace/didChangeConfiguration', { settings: null });
    await editor.settle();
    expect(lastFound(editor, document)).toEqual([['section-numbering', 1]]);
    expect(asked).toEqual([{ items: [{ section: 'zfxxgk' }] }, { items: [{ section: 'zfxxgk' }] }]);
  });

  test('a client that lets nobody register for changes is asked for no registration', async () => {
    const editor = await servers.start({ settings: () => ({}) });
    await editor.settle();
    expect(editor.received.filter(({ method }) => method === 'client/registerCapability')).toEqual([]);
  });

  test('another client sends them with initialize and with each change', async () => {
    const editor = await servers.start({ initialization: { settings: { rules: { 'section-numbering': 'hint' } } } });
    const document = editor.open(ODD);
    expect(await editor.published(document)).toMatchObject([{ code: 'section-numbering', severity: 4 }]);
    await configure(editor, { rules: {} });
    expect(lastFound(editor, document)).toEqual([['section-numbering', 2]]);
  });

  test('names may be written out with dots', async () => {
    const editor = await servers.start();
    const document = editor.open(ODD);
    await configure(editor, { 'validate.enable': false });
    expect(lastFound(editor, document)).toEqual([]);
  });
});

describe('rules', () => {
  test('may be of any severity', async () => {
    const editor = await servers.start();
    const document = editor.open(ODD);
    for (const [at, severity] of ['error', 'warning', 'information', 'hint'].entries()) {
      await configure(editor, { rules: { 'section-numbering': severity } });
      expect(lastFound(editor, document)).toEqual([['section-numbering', at + 1]]);
    }
  });

  test('that are off find nothing and offer no fix', async () => {
    const editor = await servers.start();
    const document = editor.open(ODD);
    await configure(editor, { rules: { 'section-numbering': 'off' } });
    expect(lastFound(editor, document)).toEqual([]);
    const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    const params = { textDocument: { uri: document.uri }, range, context: { diagnostics: [] } };
    expect(await editor.ask('textDocument/codeAction', params)).toEqual([]);
  });
});

describe('validate', () => {
  test('enable: false shows nothing, and true brings the findings back', async () => {
    const editor = await servers.start();
    const document = editor.open(ODD);
    await configure(editor, { validate: { enable: false } });
    expect(lastFound(editor, document)).toEqual([]);
    await configure(editor, { validate: { enable: true } });
    expect(lastFound(editor, document)).toEqual([['section-numbering', 2]]);
  });

  test('run: onSave publishes nothing while typing, and the new findings on saving', async () => {
    const editor = await servers.start({ initialization: { settings: { validate: { run: 'onSave' } } } });
    const document = editor.open(report.text);
    expect(await editor.published(document)).toEqual([]);
    editor.edit(document, { range: report.range(REVIEW_TOTAL), newText: '9' });
    await editor.settle();
    // Publishing the old findings again would put their old ranges over the new text.
    expect(publishedOf(editor, document.uri)).toHaveLength(1);
    editor.save(document);
    expect(await editor.published(document)).toMatchObject([{ code: 'review-total' }]);
  });

  test('run: onSave leaves a client that pulls with what it has until the file is saved', async () => {
    const initialization = { settings: { validate: { run: 'onSave' } } };
    const editor = await servers.start({ pull: true, initialization });
    const document = editor.open(report.text);
    const first = await editor.pull(document);
    expect(first).toMatchObject({ kind: 'full', items: [] });
    editor.edit(document, { range: report.range(REVIEW_TOTAL), newText: '9' });
    expect(await editor.pull(document, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    editor.save(document);
    expect(await editor.pull(document, first.resultId)).toMatchObject({
      kind: 'full',
      items: [{ code: 'review-total' }],
    });
  });
});

describe('files', () => {
  test('exclude: a file whose path fits a pattern gets nothing at all', async () => {
    const editor = await servers.start({ initialization: { settings: { files: { exclude: ['**/归档/**'] } } } });
    const inside = editor.open(ODD, { uri: `file:///reports/${encodeURIComponent('归档')}/a.txt` });
    const outside = editor.open(ODD, { uri: 'file:///reports/b.txt' });
    expect(await editor.published(inside)).toEqual([]);
    expect(await editor.published(outside)).toMatchObject([{ code: 'section-numbering' }]);
    const position = report.range(REVIEW_TOTAL).start;
    expect(await editor.ask('textDocument/hover', { textDocument: { uri: inside.uri }, position })).toBeNull();
  });

  test('exclude: a pattern that is half typed keeps the server going', async () => {
    const editor = await servers.start({ initialization: { settings: { files: { exclude: ['['] } } } });
    const document = editor.open(ODD);
    for (const pattern of ['', '[', '(', '!', '**/{a']) {
      const rules = { 'section-numbering': 'hint' };
      await configure(editor, { files: { exclude: [pattern, '**/nowhere/**'] }, rules });
      await configure(editor, { files: { exclude: [] } });
      expect(lastFound(editor, document)).toEqual([['section-numbering', 2]]);
    }
  });

  test('detect: languageMode checks files of that language mode only', async () => {
    const editor = await servers.start({ initialization: { settings: { files: { detect: 'languageMode' } } } });
    const plain = editor.open(ODD);
    const ours = editor.open(ODD, { languageId: 'zfxxgk-report' });
    expect(await editor.published(plain)).toEqual([]);
    expect(await editor.published(ours)).toMatchObject([{ code: 'section-numbering' }]);
  });
});

describe('a bad value', () => {
  test('is told of once, by name and value; its default is used and the others stay', async () => {
    const editor = await servers.start();
    const document = editor.open(ODD);
    const bad = { validate: { enable: 'ja', run: 'onType' }, rules: { 'section-numbering': 'hint' } };
    await configure(editor, bad);
    expect(messagesTo(editor)).toMatchObject([
      { type: 2, message: '设置 zfxxgk.validate.enable 的值 "ja" 无效，应为 boolean；已按默认值 true 处理。' },
    ]);
    expect(lastFound(editor, document)).toEqual([['section-numbering', 4]]);
    await configure(editor, bad);
    expect(messagesTo(editor)).toHaveLength(1);
  });

  test('is named, whichever setting it is of', async () => {
    const editor = await servers.start();
    const cases: [string, unknown, string][] = [
      ['zfxxgk.validate.run', { validate: { run: 'always' } }, '"always"'],
      ['zfxxgk.files.detect', { files: { detect: 3 } }, '3'],
      ['zfxxgk.files.exclude', { files: { exclude: '**/x' } }, '"**/x"'],
      ['zfxxgk.rules', { rules: 'off' }, '"off"'],
      ['zfxxgk.rules.row-total', { rules: { 'row-total': 'fatal' } }, '"fatal"'],
      ['zfxxgk.rules.row-sum', { rules: { 'row-sum': 'off' } }, '"off"'],
    ];
    for (const [at, [name, settings, value]] of cases.entries()) {
      await configure(editor, settings);
      expect(messagesTo(editor)).toHaveLength(at + 1);
      expect(messagesTo(editor)[at]?.message).toContain(`${name} 的值 ${value} 无效`);
    }
  });

  test('comes as a notification, which no client has to answer', async () => {
    const editor = await servers.start({ initialization: { settings: { validate: { enable: 1 } } } });
    await editor.settle();
    expect(messagesTo(editor).map(({ method }) => method)).toEqual(['window/showMessage']);
  });

  test('of the whole section falls back to all defaults', async () => {
    const editor = await servers.start({ settings: () => null });
    const document = editor.open(ODD);
    await editor.settle();
    await configure(editor, 'nonsense');
    expect(lastFound(editor, document)).toEqual([['section-numbering', 2]]);
  });
});

describe('zfxxgk.blankCells', () => {
  const { start, end } = report.range(REVIEW_TOTAL);
  const lines = report.text.split('\n');
  const line = lines[start.line] ?? '';
  const blank = (mark: string) =>
    lines.with(start.line, line.slice(0, start.character) + mark + line.slice(end.character)).join('\n');

  test('a blank is unknown until the setting says that it is zero, and again when it no longer does', async () => {
    const editor = await servers.start();
    for (const mark of ['', '/', '无']) {
      const document = editor.open(blank(mark));
      await editor.settle();
      expect(lastFound(editor, document)).toEqual([['cell-blank', 2]]);
      await configure(editor, { blankCells: 'zero' });
      expect(lastFound(editor, document)).toEqual([['review-total', 1]]);
      await configure(editor, { blankCells: 'unknown' });
      expect(lastFound(editor, document)).toEqual([['cell-blank', 2]]);
      editor.close(document);
    }
  });
});
