import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { CodeAction, CreateFile, Range, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { applyAll, type Editor, messagesTo, type Open } from './editor.ts';
import { type Folder, useFolders } from './folder.ts';
import { GRANTED_TOTAL, sample } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();
const folders = useFolders();
const report = sample();
const wrong = applyAll(report.text, [{ range: report.range(GRANTED_TOTAL), newText: '15' }]);
const EVERYTHING: Range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

type Edits = Parameters<typeof applyAll>[1];

/** An editor without our client: it makes the edits that it is asked for, in files and in what it has open. */
async function start(folder: Folder): Promise<{ editor: Editor; open: (text: string) => Open }> {
  let opened: Open | undefined;
  let editor: Editor | undefined;
  const write = (params: unknown) => {
    for (const each of (params as { edit: { documentChanges: (CreateFile | TextDocumentEdit)[] } }).edit
      .documentChanges) {
      if ('kind' in each) {
        writeFileSync(fileURLToPath(each.uri), '', { flag: 'a' });
        continue;
      }
      const edits = each.edits as Edits;
      if (opened && each.textDocument.uri === opened.uri) editor?.edit(opened, ...[...edits].reverse());
      else {
        const path = fileURLToPath(each.textDocument.uri);
        writeFileSync(path, applyAll(readFileSync(path, 'utf8'), edits));
      }
    }
    return { applied: true };
  };
  editor = await servers.start({
    ...{ folders: [folder.uri], watch: true, versioned: true, commands: true },
    answers: { 'workspace/applyEdit': write },
  });
  const { open } = editor;
  return {
    editor,
    open: (text) => {
      opened = open(text, { uri: folder.uriOf('a.txt') });
      return opened;
    },
  };
}

const execute = <Result>({ ask }: Editor, command: string, argument: object) =>
  ask<Result>('workspace/executeCommand', { command: `zfxxgk.server.${command}`, arguments: [argument] });

describe('an editor without our client', () => {
  test('dismisses a finding, lists what was dismissed, and takes it back', async () => {
    const folder = folders();
    const { editor, open } = await start(folder);
    const { uri, ...document } = open(wrong);
    await editor.published({ uri, ...document });
    const actions = await editor.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: report.range(GRANTED_TOTAL),
      context: { diagnostics: [], only: ['quickfix'] },
    });
    const { command } = actions.at(-1) ?? {};
    expect(command).toMatchObject({ command: 'zfxxgk.server.dismiss', arguments: [{ uri }] });
    const [target] = (command?.arguments ?? []) as { fingerprint: string }[];
    const { fingerprint = '' } = target ?? {};
    await execute(editor, 'dismiss', { uri, fingerprint, reason: '原表如此' });
    const record = join(fileURLToPath(folder.uri), '.zfxxgk.json');
    expect(JSON.parse(readFileSync(record, 'utf8'))).toMatchObject({
      dismissed: [{ fingerprint, reason: '原表如此' }],
    });
    expect(await execute(editor, 'listDismissed', { uri })).toMatchObject([
      { fingerprint, code: 'row-total', reason: '原表如此', message: expect.stringContaining('应为 12') },
    ]);
    await execute(editor, 'restore', { uri, fingerprint });
    expect(JSON.parse(readFileSync(record, 'utf8'))).toEqual({ dismissed: [] });
    expect(await execute(editor, 'listDismissed', { uri })).toEqual([]);
    expect(await execute(editor, 'restore', { uri, fingerprint })).toEqual({
      failure: '.zfxxgk.json 中没有忽略这一处的记录。',
    });
  });

  test('has everything mended that is certain, and is told what was done and what is left', async () => {
    const { editor, open } = await start(folders());
    const document = open(wrong);
    await editor.published(document);
    expect(await execute(editor, 'fixAll', { uri: document.uri })).toEqual({ changed: 1, errors: 0, warnings: 0 });
    expect(document.text).toBe(report.text);
    expect(messagesTo(editor).at(-1)).toMatchObject({ type: 3, message: '已改 1 处，没有其他错误和警告。' });
    expect(await execute(editor, 'fixAll', { uri: document.uri })).toMatchObject({ changed: 0 });
  });

  test('is told after a source action, too, and says nothing of what it does not know', async () => {
    const { editor, open } = await start(folders());
    const document = open(wrong);
    const [action] = await editor.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: document.uri },
      range: EVERYTHING,
      context: { diagnostics: [], only: ['source.recomputeTotals.zfxxgk'] },
    });
    expect(action?.title).toMatch(/^重算全部总计（将改 \d 处）$/);
    expect(action?.command).toMatchObject({ command: 'zfxxgk.server.tellOutcome' });
    expect(await execute(editor, 'tellOutcome', action?.command?.arguments?.[0])).toMatchObject({ errors: 1 });
    expect(messagesTo(editor).at(-1)?.message).toMatch(/^已改 \d 处，还有 1 个错误/);
    for (const argument of [{}, { uri: 3 }, { uri: 'file:///none.txt' }])
      expect(await execute(editor, 'fixAll', argument)).toBeNull();
    expect(existsSync('none')).toBe(false);
  });
});

test('a total that the prose states is to be confirmed before it is recomputed', async () => {
  const options = { versioned: true, commands: true };
  const editor = await servers.start({ ...options, confirms: true });
  const said = wrong.replace('办结16件；', '办结16件，其中予以公开15件；');
  const document = editor.open(said);
  const edits = async (on: Editor) => {
    const [action] = await on.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: document.uri },
      range: EVERYTHING,
      context: { diagnostics: [], only: ['source.recomputeTotals.zfxxgk'] },
    });
    return action?.edit as WorkspaceEdit;
  };
  const { documentChanges = [], changeAnnotations = {} } = await edits(editor);
  expect(JSON.stringify(documentChanges)).toContain('"annotationId":"contested"');
  expect(Object.values(changeAnnotations)).toMatchObject([{ needsConfirmation: true }]);
  const plain = await servers.start(options);
  plain.open(said, { uri: document.uri });
  expect(JSON.stringify(await edits(plain))).not.toContain('annotationId');
});
