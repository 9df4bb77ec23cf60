import { describe, expect, test } from 'vitest';
import type { Editor, Open } from './editor.ts';
import { NOTES, ODD, REVIEW_TOTAL, sample } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();
const report = sample();

const status = async (editor: Editor, { uri, version }: Open) => {
  const { params } = await editor.wait(
    ({ method, params }) =>
      method === 'zfxxgk/status' &&
      (params as { uri: string }).uri === uri &&
      (params as { version: number }).version === version,
    `status of version ${version}`,
  );
  return params;
};

describe('the notification zfxxgk/status', () => {
  test('follows the document when the client wants it', async () => {
    const editor = await servers.start({ pull: true, initialization: { status: true } });
    const document = editor.open(ODD);
    const { uri } = document;
    const none = { errors: 0, warnings: 0, others: 0 };
    expect(await status(editor, document)).toEqual({ uri, version: 1, report: true, ...none, warnings: 1 });
    editor.edit(document, { range: report.range(REVIEW_TOTAL), newText: '9' });
    expect(await status(editor, document)).toEqual({ uri, version: 2, report: true, ...none, warnings: 1, errors: 1 });
    const notes = editor.open(NOTES);
    expect(await status(editor, notes)).toEqual({ uri: notes.uri, version: 1, report: false, ...none });
  });

  test('says what is not checked because organ or year is unknown', async () => {
    const editor = await servers.start({ pull: true, initialization: { status: true } });
    const title = ODD.slice(0, ODD.indexOf('\n'));
    const document = editor.open(ODD.replace(title, '政府信息公开工作年度报告').replaceAll(/20\d\d年/g, '当年'));
    expect(await status(editor, document)).toMatchObject({
      unknown: [expect.stringContaining('不与上年的报告比对'), expect.stringContaining('不检查年份是否一致')],
    });
    const whole = editor.open(ODD);
    expect(await status(editor, whole)).not.toHaveProperty('unknown');
  });

  test('is not sent to a client that did not ask for it', async () => {
    const editor = await servers.start();
    await editor.published(editor.open(ODD));
    expect(editor.received.filter(({ method }) => method === 'zfxxgk/status')).toEqual([]);
  });

  test('counts what is shown: in mode onSave the findings of the last save', async () => {
    const initialization = { status: true, settings: { validate: { run: 'onSave' } } };
    const editor = await servers.start({ initialization });
    const document = editor.open(report.text);
    expect(await status(editor, document)).toMatchObject({ errors: 0 });
    editor.edit(document, { range: report.range(REVIEW_TOTAL), newText: '9' });
    await editor.settle();
    const told = editor.received.filter(({ method }) => method === 'zfxxgk/status').at(-1);
    expect(told?.params).toMatchObject({ errors: 0 });
  });
});

describe('the request zfxxgk/check', () => {
  test('answers with the counts of the text as it is', async () => {
    const editor = await servers.start();
    const { uri } = editor.open(ODD);
    const counts = { version: 1, report: true, errors: 0, warnings: 1, others: 0 };
    expect(await editor.ask('zfxxgk/check', { textDocument: { uri } })).toEqual({ uri, ...counts });
    expect(await editor.ask('zfxxgk/check', { textDocument: { uri: 'file:///unknown.txt' } })).toBeNull();
  });

  test('judges now, even in mode onSave', async () => {
    const editor = await servers.start({ initialization: { settings: { validate: { run: 'onSave' } } } });
    const document = editor.open(report.text);
    await editor.published(document);
    editor.edit(document, { range: report.range(REVIEW_TOTAL), newText: '9' });
    const checked = await editor.ask('zfxxgk/check', { textDocument: { uri: document.uri } });
    expect(checked).toMatchObject({ version: 2, errors: 1 });
    expect(await editor.published(document)).toMatchObject([{ code: 'review-total' }]);
  });
});

describe('the language of messages', () => {
  const CHINESE = '标题“其他需要报告的事项”的序号写的是“6、”，按规定格式应为“六、”。';
  const ENGLISH = 'Heading “其他需要报告的事项” is numbered “6、”; the form has “六、”.';
  test.each([
    [undefined, CHINESE],
    ['zh-cn', CHINESE],
    ['zh-TW', CHINESE],
    ['en', ENGLISH],
    ['de', ENGLISH],
  ])('for a client whose language is %s', async (locale, message) => {
    const editor = await servers.start(locale === undefined ? {} : { locale });
    expect(await editor.published(editor.open(ODD))).toMatchObject([{ message }]);
  });

  test('in English the settings, the hovers and the fixes are English too', async () => {
    const settings = { validate: { run: 'never' } };
    const editor = await servers.start({ locale: 'en', initialization: { settings } });
    const { uri } = editor.open(ODD);
    const told = await editor.wait(({ method }) => method?.startsWith('window/showMessage') === true, 'a message');
    expect(told.params).toMatchObject({
      message: 'Setting zfxxgk.validate.run: "never" is not valid, expected onType | onSave; using "onType".',
    });
    const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
    expect(await editor.ask('textDocument/codeAction', params)).toMatchObject([
      { title: 'Change the ordinal to “六、”' },
    ]);
    const { start: position } = report.range({ ...REVIEW_TOTAL, column: 0 });
    const hover = await editor.ask('textDocument/hover', { textDocument: { uri }, position });
    expect(hover).toMatchObject({ contents: { value: expect.stringContaining('Total of “行政复议”: 2 ✓') } });
  });
});
