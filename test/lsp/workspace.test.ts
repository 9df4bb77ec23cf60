import { describe, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { report } from '../support/report.ts';
import { type Editor, publishedOf, publishes, tell } from './editor.ts';
import { useFolders } from './folder.ts';
import { useServer } from './setup.ts';
import { BAD, BEFORE, GOOD, OWN } from './two-years.ts';

const servers = useServer();
const folders = useFolders();

const codesOf = (items: readonly Diagnostic[] | undefined) => items?.map(({ code }) => code);
const shown = (editor: Editor, uri: string) => codesOf(publishedOf(editor, uri).at(-1)?.diagnostics);

describe('检查工作区全部报告', () => {
  const check = (editor: Editor, params = {}) => editor.ask<object>('zfxxgk/checkWorkspace', params);

  test('publishes the findings of all reports, also to a client that pulls, and counts them', async () => {
    const files = { 'a/2024.txt': BAD, 'a/2023.md': BEFORE, 'good.html': report(), 'notes.txt': '会议通知\n' };
    const folder = folders(files);
    const editor = await servers.start({ folders: [folder.uri], pull: true });
    const counts = await check(editor);
    expect(shown(editor, folder.uriOf('a/2024.txt'))).toEqual([
      'carryover-mismatch',
      'carryover-mismatch',
      'section-numbering',
    ]);
    expect(shown(editor, folder.uriOf('a/2023.md'))).toEqual(OWN);
    expect(counts).toEqual({ reports: 3, errors: 2, warnings: 5, others: 0, cancelled: false });
    expect(publishedOf(editor, folder.uriOf('notes.txt'))).toEqual([]);
  });

  test('tells how far it has come', async () => {
    const folder = folders({ '2024.txt': BAD });
    const editor = await servers.start({ folders: [folder.uri] });
    await check(editor, { workDoneToken: 'bar' });
    const told = editor.received.filter(({ method }) => method === '$/progress').map(({ params }) => params);
    const steps = told.map((params) => params as { token: string; value: { kind: string; percentage?: number } });
    expect(steps.map(({ token }) => token)).toEqual(steps.map(() => 'bar'));
    expect(steps.map(({ value: { kind, percentage } }) => [kind, percentage])).toEqual([
      ['begin', 0],
      ['report', 50],
      ['report', 100],
      ['end', undefined],
    ]);
  });

  test('when it is cancelled, answers with what was judged until then', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.txt`, BAD]));
    const folder = folders(files);
    const editor = await servers.start({ folders: [folder.uri] });
    const id = 'check';
    editor.burst([
      { id, method: 'zfxxgk/checkWorkspace', params: {} },
      { method: '$/cancelRequest', params: { id } },
    ]);
    const { result } = await editor.wait((message) => message.id === id, 'answer');
    expect(result).toMatchObject({ cancelled: true });
    expect((result as { reports: number }).reports).toBeLessThan(300);
  });

  test('an open report is told of by its document alone; closed, by its file', async () => {
    const folder = folders({ '2024.txt': BAD });
    const uri = folder.uriOf('2024.txt');
    const editor = await servers.start({ folders: [folder.uri], pull: true });
    await check(editor);
    expect(shown(editor, uri)).toEqual(['section-numbering']);
    const document = editor.open(BAD, { uri });
    await publishes(editor, uri);
    expect((await editor.pull(document)) as object).toMatchObject({ items: [{ code: 'section-numbering' }] });
    expect(await check(editor)).toMatchObject({ reports: 1, warnings: 1 });
    expect(shown(editor, uri)).toEqual([]);
    editor.close(document);
    await publishes(editor, uri, 'section-numbering');
  });

  test('follows files that change or go, and reports whose year before does', async () => {
    const folder = folders({ '2024.txt': BAD, '2023.txt': BEFORE });
    const uri = folder.uriOf('2024.txt');
    const editor = await servers.start({ folders: [folder.uri], watch: true });
    await check(editor);
    tell(editor, folder.write('2024.txt', GOOD));
    await publishes(editor, uri, 'carryover-mismatch', 'carryover-mismatch');
    tell(editor, folder.remove('2023.txt'));
    await publishes(editor, folder.uriOf('2023.txt'));
    await publishes(editor, uri);
    tell(editor, folder.write('new.txt', BAD));
    await publishes(editor, folder.uriOf('new.txt'), 'section-numbering');
    tell(editor, folder.write('new.txt', '会议通知\n'));
    await publishes(editor, folder.uriOf('new.txt'));
  });

  test('heeds settings, also when they change', async () => {
    const folder = folders({ '2024.txt': BAD, '草稿/2024.txt': BAD });
    let settings: object = { files: { exclude: ['**/草稿/**'] } };
    const editor = await servers.start({ folders: [folder.uri], settings: () => settings });
    await editor.settle();
    expect(await check(editor)).toMatchObject({ reports: 1 });
    settings = { rules: { 'section-numbering': 'off' } };
    editor.notify('workspace/didChangeConfiguration', { settings: null });
    await publishes(editor, folder.uriOf('2024.txt'));
    expect(await check(editor)).toMatchObject({ reports: 2, warnings: 0 });
  });

  test('finds nothing where there is no folder, or none on this disk', async () => {
    const none = { reports: 0, errors: 0, warnings: 0, others: 0, cancelled: false };
    expect(await check(await servers.start())).toEqual(none);
    expect(await check(await servers.start({ folders: ['vscode-vfs://github/a'] }))).toEqual(none);
    expect(await check(await servers.start({ folders: ['file:///no/such/folder'] }))).toEqual(none);
  });
});
