import { expect, test } from 'vitest';
import { publishedOf } from './editor.ts';
import { NOTES, REVIEW_TOTAL, sample } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();
const report = sample();

test('a pull gives the findings with a result id, and after it only what has changed', async () => {
  const editor = await servers.start({ pull: true });
  const document = editor.open(report.text);
  const first = await editor.pull(document);
  expect(first).toMatchObject({ kind: 'full', resultId: expect.any(String), items: [] });
  expect(await editor.pull(document, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });

  editor.edit(document, { range: report.range(REVIEW_TOTAL), newText: '9' });
  const second = await editor.pull(document, first.resultId);
  expect(second).toMatchObject({ kind: 'full', items: [{ code: 'review-total', range: report.range(REVIEW_TOTAL) }] });
  expect(second.resultId).not.toBe(first.resultId);
  expect(await editor.pull(document, second.resultId)).toEqual({ kind: 'unchanged', resultId: second.resultId });
});

test('nothing is published to a client that pulls', async () => {
  const editor = await servers.start({ pull: true });
  const document = editor.open(report.text);
  editor.edit(document, { range: report.range(REVIEW_TOTAL), newText: '9' });
  await editor.pull(document);
  editor.close(document);
  await editor.settle();
  expect(publishedOf(editor, document.uri)).toEqual([]);
});

test('a closed file has no findings', async () => {
  const editor = await servers.start({ pull: true });
  const document = editor.open(report.text.replace('六、', '6、'));
  expect(await editor.pull(document)).toMatchObject({ items: [{ code: 'section-numbering' }] });
  editor.close(document);
  expect(await editor.pull(document)).toMatchObject({ kind: 'full', items: [] });
});

test('a file that was reopened with another text under the same version is judged anew', async () => {
  const editor = await servers.start({ pull: true });
  const document = editor.open(report.text);
  const { resultId } = await editor.pull(document);
  editor.close(document);
  // Editors count from 1 again, and the file may have changed on disk meanwhile.
  const again = editor.open(report.text.replace('六、', '6、'), { uri: document.uri });
  expect(await editor.pull(again, resultId)).toMatchObject({ kind: 'full', items: [{ code: 'section-numbering' }] });
});

test('a file that was reopened in another language mode is judged anew', async () => {
  const editor = await servers.start({ pull: true });
  const document = editor.open(NOTES);
  const { resultId } = await editor.pull(document);
  editor.close(document);
  const again = editor.open(NOTES, { uri: document.uri, languageId: 'zfxxgk-report' });
  const pulled = await editor.pull(again, resultId);
  expect(pulled.kind).toBe('full');
});

test('new settings make what was pulled out of date, and a client that can be told is told', async () => {
  let settings = {};
  const editor = await servers.start({ pull: true, refresh: true, settings: () => settings });
  const document = editor.open(report.text.replace('六、', '6、'));
  const { resultId } = await editor.pull(document);
  const refreshes = () => editor.received.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
  await editor.settle();
  const before = refreshes();
  settings = { rules: { 'section-numbering': 'hint' } };
  editor.notify('workspace/didChangeConfiguration', { settings: null });
  await editor.wait(
    ({ method }) => method === 'workspace/diagnostic/refresh' && refreshes() > before,
    'refresh after a change of settings',
  );
  expect(await editor.pull(document, resultId)).toMatchObject({ kind: 'full', items: [{ severity: 4 }] });
});
