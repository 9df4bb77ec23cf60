import { describe, expect, test } from 'vitest';
import type {
  CodeLens,
  InlayHint,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import type { Editor, Open } from './editor.ts';
import { useFolders } from './folder.ts';
import { find, GRANTED_TOTAL, NOTES, positionAt, sample, textIn } from './sample.ts';
import { useServer } from './setup.ts';
import { BEFORE, GOOD } from './two-years.ts';

const servers = useServer();
const folders = useFolders();
const { text, range } = sample();

const wholeOf = (document: Open) => ({
  textDocument: { uri: document.uri },
  range: { start: { line: 0, character: 0 }, end: positionAt(document.text, document.text.length) },
});

const hints = (editor: Editor, document: Open) =>
  editor.ask<InlayHint[] | null>('textDocument/inlayHint', wholeOf(document));

/** Types another number over a total. */
function spoil(editor: Editor, document: Open): void {
  editor.edit(document, { range: range(GRANTED_TOTAL), newText: '13' });
}

const refreshed = (editor: Editor, what: string) =>
  editor.wait(({ method }) => method === `workspace/${what}/refresh`, what);

describe('inlay hints', () => {
  test('stand behind a total that is wrong, from the version on in which it is', async () => {
    const editor = await servers.start({ seeing: true });
    const document = editor.open(text);
    expect(await hints(editor, document)).toEqual([]);
    spoil(editor, document);
    const found = (await hints(editor, document)) ?? [];
    expect(found.map(({ label }) => label)).toEqual(['= 12 ✗', '= 17 ✗']);
    expect(found[0]?.position).toEqual(range(GRANTED_TOTAL).end);
    expect(found[0]).toMatchObject({ paddingLeft: true, tooltip: expect.stringContaining('（一）予以公开') });
  });

  test('follow their setting at once, and name columns when all are wanted', async () => {
    let wanted = 'off';
    const settings = () => ({ inlayHints: wanted });
    const editor = await servers.start({ seeing: true, settings });
    const document = editor.open(text);
    spoil(editor, document);
    await refreshed(editor, 'inlayHint');
    expect(await hints(editor, document)).toEqual([]);
    wanted = 'all';
    editor.notify('workspace/didChangeConfiguration', { settings: null });
    await editor.settle();
    const found = (await hints(editor, document)) ?? [];
    expect(found.filter(({ kind }) => kind === 1)).toHaveLength(2);
    expect(found[0]).toMatchObject({ label: '本年制发件数', kind: 2, paddingRight: true });
  });
});

describe('semantic tokens', () => {
  const full = (editor: Editor, { uri }: Open) =>
    editor.ask<SemanticTokens | null>('textDocument/semanticTokens/full', { textDocument: { uri } });

  test('a key press sends what it changed: applied to the tokens before, it gives those of now', async () => {
    const editor = await servers.start({ seeing: true });
    const document = editor.open(text);
    const before = await full(editor, document);
    spoil(editor, document);
    const { edits, resultId } = await editor.ask<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      textDocument: { uri: document.uri },
      previousResultId: before?.resultId,
    });
    const data = [...(before?.data ?? [])];
    for (const { start, deleteCount, data: put = [] } of edits) data.splice(start, deleteCount, ...put);
    const now = await full(editor, document);
    expect(data).toEqual(now?.data);
    expect(resultId).not.toBe(before?.resultId);
    expect(edits.flatMap((edit) => edit.data ?? []).length).toBeLessThan(data.length / 10);
  });

  test('an unknown version before is answered with all tokens', async () => {
    const editor = await servers.start({ seeing: true });
    const document = editor.open(text);
    const found = await editor.ask<SemanticTokens>('textDocument/semanticTokens/full/delta', {
      textDocument: { uri: document.uri },
      previousResultId: 'of another day',
    });
    expect(found.data).toEqual((await full(editor, document))?.data);
  });

  test('a range has the tokens of its lines; a text that is no report has none', async () => {
    const editor = await servers.start({ seeing: true });
    const document = editor.open(text);
    const line = range(GRANTED_TOTAL).start.line;
    const part = {
      textDocument: { uri: document.uri },
      range: { start: { line, character: 0 }, end: range(GRANTED_TOTAL).end },
    };
    const { data } = await editor.ask<SemanticTokens>('textDocument/semanticTokens/range', part);
    expect(data.length / 5).toBe(8);
    expect(await full(editor, editor.open(NOTES))).toBeNull();
  });
});

describe('lenses', () => {
  const lenses = async (editor: Editor, document: Open) => {
    const found = await editor.ask<CodeLens[] | null>('textDocument/codeLens', { textDocument: { uri: document.uri } });
    return found?.map(({ range: { start }, command }) => [
      document.text.split('\n')[start.line]?.slice(0, 5),
      command?.title,
      command?.command,
    ]);
  };

  test('with our own client: what is wrong above each table, and commands for it', async () => {
    const folder = folders({ '2023.txt': BEFORE });
    const editor = await servers.start({ seeing: true, initialization: { lenses: true }, folders: [folder.uri] });
    const document = editor.open(GOOD, { uri: folder.uriOf('2024.txt') });
    await refreshed(editor, 'codeLens');
    const found = await lenses(editor, document);
    expect(found?.slice(0, 3)).toEqual([
      ['信息内容\t', '表二 ✓', ''],
      ['信息内容\t', '画出表格', 'zfxxgk.draw'],
      ['信息内容\t', '与上年比较', 'zfxxgk.compareYears'],
    ]);
    expect(found?.[3]).toEqual(['申请人情况', '表三：2 处不符', 'zfxxgk.goToFinding']);
    expect(found).toHaveLength(9);
  });

  test('with another client: the same words, and the command that the server has', async () => {
    const editor = await servers.start({ seeing: true, commands: true });
    const document = editor.open(text);
    spoil(editor, document);
    expect((await lenses(editor, document))?.map(([, ...rest]) => rest)).toEqual([
      ['表二 ✓', ''],
      ['表三：1 处不符', ''],
      ['更新总计', 'zfxxgk.server.recomputeTotals'],
      ['表四 ✓', ''],
    ]);
  });

  test('are gone when they are switched off', async () => {
    const editor = await servers.start({ seeing: true, initialization: { settings: { codeLens: false } } });
    expect(await lenses(editor, editor.open(text))).toBeUndefined();
  });
});

test('a selection grows from the value to the row, the table, the section and the text', async () => {
  const editor = await servers.start({ seeing: true });
  const document = editor.open(text);
  const [first] = await editor.ask<SelectionRange[]>('textDocument/selectionRange', {
    textDocument: { uri: document.uri },
    positions: [range(GRANTED_TOTAL).start],
  });
  const steps: string[] = [];
  for (let step = first; step; step = step.parent as SelectionRange) steps.push(textIn(text, step.range));
  expect(steps[0]).toBe('12');
  expect(steps[1]).toMatch(/^（一）予以公开.*12$/);
  expect(steps.at(-2)).toMatch(/^三、收到和处理/);
  expect(steps.at(-1)).toBe(text);
});

test('symbols of the workspace: its reports by organ and year, open or not', async () => {
  const folder = folders({ '2023.txt': BEFORE });
  const editor = await servers.start({ seeing: true, folders: [folder.uri] });
  editor.open(GOOD, { uri: folder.uriOf('2024.txt') });
  await refreshed(editor, 'codeLens');
  const named = async (query: string) =>
    (await editor.ask<WorkspaceSymbol[]>('workspace/symbol', { query })).map(({ name, containerName }) => [
      name,
      containerName,
    ]);
  expect((await named('')).sort()).toEqual([
    ['砚泠市档案局 2023', '2023.txt'],
    ['砚泠市档案局 2024', '2024.txt'],
  ]);
  expect(await named('档案2023')).toEqual([['砚泠市档案局 2023', '2023.txt']]);
  expect(await named('水利')).toEqual([]);
});

test('answers speak of the text as it is while one is waiting to be saved', async () => {
  const editor = await servers.start({ seeing: true, initialization: { settings: { validate: { run: 'onSave' } } } });
  const document = editor.open(text);
  spoil(editor, document);
  expect(await hints(editor, document)).toEqual([]);
  editor.save(document);
  await refreshed(editor, 'inlayHint');
  expect(await hints(editor, document)).toHaveLength(2);
  expect(find(document.text, '13').start).toBeDefined();
});
