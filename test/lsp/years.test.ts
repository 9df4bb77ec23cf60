import { encode } from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { CodeAction, Diagnostic, Hover, TextDocumentEdit } from 'vscode-languageserver';
import { report } from '../support/report.ts';
import { applyAll, type Editor, type Open, publishedOf, publishes, tell } from './editor.ts';
import { useFolders } from './folder.ts';
import { find, positionAt, textIn } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();
const folders = useFolders();

const titled = (year: number, agency = '砚泠市档案局') => `${agency}${year}年政府信息公开工作年度报告`;
const CARRIED_IN = '二、上年结转政府信息公开申请数量\t\t\t';
const CARRIED_OUT = '四、结转下年度继续办理\t\t\t';

/** The report on a year; that on 2023 agrees with that on 2024 unless other numbers are given. */
function reportOn(year: number, carriedOut = '2 0 0 0 0 1 3', agency?: string): string {
  const before = year === 2023 ? { two: '行政规范性文件 | 4 2 10', one: '（一）主动公开。另有一说。' } : {};
  return report({ ...before, title: titled(year, agency), three: `四、结转下年度继续办理 | ${carriedOut}` });
}

/** Silent by itself; its 上年结转 is 2 0 0 0 0 1 3. */
const NOW = report({ title: titled(2024) });
const ONE_LESS = '1 0 0 0 0 1 2';

describe('the report of the year before', () => {
  test('is found in the folder, though it is not open, and both of its numbers are told', async () => {
    const folder = folders({ '归档/2023.txt': reportOn(2023, ONE_LESS), '2024.txt': NOW });
    const editor = await servers.start({ folders: [folder.uri] });
    const document = editor.open(NOW, { uri: folder.uriOf('2024.txt') });
    const found = await publishes(editor, document.uri, 'carryover-mismatch', 'carryover-mismatch');
    expect(found.map(({ range, severity }) => [textIn(NOW, range), severity])).toEqual([
      ['2', 2],
      ['3', 2],
    ]);
    const before = reportOn(2023, ONE_LESS);
    const { start } = find(before, `${CARRIED_OUT}1`);
    const at = { line: start.line, character: CARRIED_OUT.length };
    expect(found[0]).toMatchObject({
      data: { stated: 2, computed: 1, column: '自然人', before: { uri: folder.uriOf('归档/2023.txt'), year: 2023 } },
      relatedInformation: [
        {
          location: {
            uri: folder.uriOf('归档/2023.txt'),
            range: { start: at, end: { ...at, character: at.character + 1 } },
          },
        },
      ],
    });
  });

  test('is read in any encoding, and not where programs keep their files', async () => {
    const before = reportOn(2023, ONE_LESS);
    const folder = folders({ '2023.txt': encode(before, 'gb18030'), 'node_modules/a/2022.txt': before });
    const editor = await servers.start({ folders: [folder.uri] });
    const document = editor.open(NOW, { uri: folder.uriOf('2024.txt') });
    await publishes(editor, document.uri, 'carryover-mismatch', 'carryover-mismatch');
    const other = folders({ '.git/2023.txt': before, 'node_modules/2023.txt': before, '2023.docx': before });
    const silent = await servers.start({ folders: [other.uri] });
    const same = silent.open(NOW, { uri: other.uriOf('2024.txt') });
    await silent.ask('zfxxgk/checkWorkspace', {});
    expect(await silent.published(same)).toEqual([]);
  });

  test('counts as the editor shows it while it is open, and as the disk has it when it is closed', async () => {
    const folder = folders({ '2023.txt': reportOn(2023) });
    const editor = await servers.start({ folders: [folder.uri] });
    const now = editor.open(NOW, { uri: folder.uriOf('2024.txt') });
    await publishes(editor, now.uri);
    const before = editor.open(reportOn(2023), { uri: folder.uriOf('2023.txt') });
    editor.edit(before, { range: find(before.text, `${CARRIED_OUT}2`), newText: `${CARRIED_OUT}5` });
    await publishes(editor, now.uri, 'carryover-mismatch');
    editor.close(before);
    await publishes(editor, now.uri);
  });

  test('is linked between open documents where there is no folder', async () => {
    const editor = await servers.start();
    const now = editor.open(NOW, { uri: 'untitled:now' });
    editor.open(reportOn(2023, ONE_LESS), { uri: 'vscode-vfs://github/a/before.txt' });
    await publishes(editor, now.uri, 'carryover-mismatch', 'carryover-mismatch');
  });

  test('is followed when files change, go, and come in a folder of another name', async () => {
    const folder = folders({ 'a/2023.txt': reportOn(2023) });
    const editor = await servers.start({ folders: [folder.uri], watch: true });
    const { uri } = editor.open(NOW, { uri: folder.uriOf('2024.txt') });
    await editor.wait(({ method }) => method === 'client/registerCapability', 'wish to be told of files');
    await editor.ask('zfxxgk/checkWorkspace', {});
    const MISMATCH = ['carryover-mismatch', 'carryover-mismatch'];
    tell(editor, folder.write('a/2023.txt', reportOn(2023, ONE_LESS)));
    await publishes(editor, uri, ...MISMATCH);
    tell(editor, folder.remove('a/2023.txt'));
    await publishes(editor, uri);
    tell(editor, folder.write('b/2023.txt', reportOn(2023, ONE_LESS)));
    await publishes(editor, uri, ...MISMATCH);
    tell(editor, folder.rename('b', 'c'));
    const [found] = await publishes(editor, uri, ...MISMATCH);
    expect(found).toBeDefined();
    await editor.ask('zfxxgk/checkWorkspace', {});
    expect(publishedOf(editor, uri).at(-1)?.diagnostics[0]?.data).toMatchObject({
      before: { uri: folder.uriOf('c/2023.txt') },
    });
  });

  test('is told of to a client that pulls by asking it to pull again', async () => {
    const folder = folders({ '2023.txt': reportOn(2023, ONE_LESS) });
    const editor = await servers.start({ folders: [folder.uri], pull: true, refresh: true });
    const document = editor.open(NOW, { uri: folder.uriOf('2024.txt') });
    const first = await editor.pull(document);
    await editor.wait(({ method }) => method === 'workspace/diagnostic/refresh', 'wish to be pulled again');
    const second = await editor.pull(document, first.resultId);
    expect(second).toMatchObject({ kind: 'full', items: [{ code: 'carryover-mismatch' }, {}] });
  });

  test('is heeded in mode onSave as well, as long as the text was not changed', async () => {
    const folder = folders({ '2023.txt': reportOn(2023, ONE_LESS) });
    const settings = () => ({ validate: { run: 'onSave' } });
    const editor = await servers.start({ folders: [folder.uri], settings });
    const document = editor.open(NOW, { uri: folder.uriOf('2024.txt') });
    await publishes(editor, document.uri, 'carryover-mismatch', 'carryover-mismatch');
  });

  test('does not count when it is excluded, nor where all rules about it are off', async () => {
    const folder = folders({ '归档/2023.txt': reportOn(2023, ONE_LESS) });
    let settings: object = { files: { exclude: ['**/归档/**'] } };
    const editor = await servers.start({ folders: [folder.uri], settings: () => settings });
    const { uri } = editor.open(NOW, { uri: folder.uriOf('2024.txt') });
    await editor.ask('zfxxgk/checkWorkspace', {});
    await publishes(editor, uri);
    settings = {};
    editor.notify('workspace/didChangeConfiguration', { settings: null });
    await publishes(editor, uri, 'carryover-mismatch', 'carryover-mismatch');
    settings = { rules: { 'carryover-mismatch': 'off' } };
    editor.notify('workspace/didChangeConfiguration', { settings: null });
    await publishes(editor, uri);
  });

  test('costs nothing while no report is open: no file is asked for, and no bar is shown', async () => {
    const folder = folders({ '2023.txt': reportOn(2023) });
    const editor = await servers.start({ folders: [folder.uri], watch: true, progress: true });
    editor.open('会议通知\n', { uri: folder.uriOf('notes.txt') });
    await editor.settle();
    // The settings of a project are watched from the start, reports are not.
    const told = JSON.stringify(editor.received);
    expect(told).toContain('**/.zfxxgk.json');
    expect(told).not.toMatch(/workDoneProgress|\{txt,md,html/);
  });
});

describe('on 上年结转', () => {
  async function start(before: string, text = NOW): Promise<{ editor: Editor; document: Open; uri: string }> {
    const folder = folders({ '上年（定稿）.txt': before });
    const editor = await servers.start({ folders: [folder.uri], versioned: true });
    const document = editor.open(text, { uri: folder.uriOf('2024.txt') });
    await editor.ask('zfxxgk/checkWorkspace', {});
    return { editor, document, uri: folder.uriOf('上年（定稿）.txt') };
  }

  async function hover({ uri, text }: Open, editor: Editor, part: string): Promise<string> {
    const at = text.indexOf(part) + part.length;
    const found = await editor.ask<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: positionAt(text, at),
    });
    return (found?.contents as { value: string } | undefined)?.value ?? '';
  }

  test('the hover shows last year’s 结转下年度, and leads there', async () => {
    const before = reportOn(2023, ONE_LESS);
    const { editor, document, uri } = await start(before);
    const { line } = find(before, CARRIED_OUT).start;
    const link = `[上年（定稿）.txt](${uri}#L${line + 1})`;
    expect(await hover(document, editor, CARRIED_IN)).toContain(
      `2023 年度报告（${link}）结转下年度：1 ✗ 写的是 2，差 1`,
    );
    expect(await hover(document, editor, `${CARRIED_IN}2\t`)).toContain(`（${link}）结转下年度：0 ✓`);
    expect(await hover(document, editor, '行政规范性文件\t3\t1\t')).toContain('：10 + 3 − 1 = **12** ✓');
    expect(await hover(document, editor, CARRIED_OUT)).not.toContain('2023');
  });

  test('the fix takes all of last year’s numbers in one edit, and touches these cells alone', async () => {
    const text = NOW.replace(`${CARRIED_IN}2\t0\t0`, `${CARRIED_IN}２\t0\t0`);
    const { editor, document } = await start(reportOn(2023, '1 3 0 0 0 1 5'), text);
    const [first] = await publishes(editor, document.uri, ...Array(3).fill('carryover-mismatch'));
    const actions = await editor.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: document.uri },
      range: first?.range,
      context: { diagnostics: [] },
    });
    const fix = actions.find(({ title }) => title.startsWith('取上年报告的数'));
    expect(fix?.title).toBe('取上年报告的数：“自然人”：2 → 1，“商业企业”：0 → 3，“总计”：3 → 5');
    expect(fix?.isPreferred).toBeUndefined();
    const [change] = (fix?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    const edits = (change?.edits ?? []).map((edit) => edit as { range: Diagnostic['range']; newText: string });
    const fixed = applyAll(text, edits);
    expect(fixed).toBe(text.replace(`${CARRIED_IN}２\t0\t0\t0\t0\t1\t3`, `${CARRIED_IN}１\t3\t0\t0\t0\t1\t5`));
  });
});
