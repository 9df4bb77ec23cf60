import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { CodeAction, CreateFile, Range, TextDocumentEdit } from 'vscode-languageserver';
import { applyAll, change, type Editor, lastFound, type Open, type Options, tell } from './editor.ts';
import { type Folder, useFolders } from './folder.ts';
import { GRANTED_TOTAL, ODD, sample } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();
const folders = useFolders();
const report = sample();
/** A report with two wrong totals. */
const wrong = applyAll(report.text, [{ range: report.range(GRANTED_TOTAL), newText: '15' }]);
const CONFIG = '.zfxxgk.json';
const EVERYTHING: Range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

type Edits = Parameters<typeof applyAll>[1];
interface ApplyEdit {
  readonly edit: { readonly documentChanges: (CreateFile | TextDocumentEdit)[] };
}

/** Writes what it is asked to write, as an editor does. */
function write(params: unknown) {
  for (const each of (params as ApplyEdit).edit.documentChanges) {
    if ('kind' in each) writeFileSync(fileURLToPath(each.uri), '', { flag: 'a' });
    else {
      const path = fileURLToPath(each.textDocument.uri);
      writeFileSync(path, applyAll(readFileSync(path, 'utf8'), each.edits as Edits));
    }
  }
  return { applied: true };
}

const start = (folder: Folder, options: Options = {}, applyEdit: (params: unknown) => unknown = write) =>
  servers.start({
    ...{ folders: [folder.uri], watch: true, dismiss: true, versioned: true, resolve: true },
    answers: { 'workspace/applyEdit': applyEdit },
    ...options,
  });

const actionsAt = ({ ask }: Editor, { uri }: Open, range: Range, only: string) =>
  ask<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [], only: [only] },
  });

/** The fingerprint that 忽略此处… hands to the client's command, for the first finding of a report. */
async function fingerprintOf(editor: Editor, document: Open): Promise<string> {
  const [found] = await editor.published(document);
  const action = (await actionsAt(editor, document, found?.range ?? EVERYTHING, 'quickfix')).at(-1);
  const target = action?.command?.arguments?.[0] as { uri: string; fingerprint: string };
  expect(target.uri).toBe(document.uri);
  return target.fingerprint;
}

const REASON = '原表如此，已核实';

async function dismiss(editor: Editor, document: Open, known?: string) {
  const fingerprint = known ?? (await fingerprintOf(editor, document));
  const params = { textDocument: { uri: document.uri }, fingerprint, reason: REASON };
  const result = await editor.ask<object>('zfxxgk/dismiss', params);
  await editor.settle();
  return { fingerprint, result };
}

describe('忽略此处…', () => {
  test('is the last of the quick fixes, never preferred, once for each finding at the place', async () => {
    const folder = folders();
    const editor = await start(folder);
    const document = editor.open(wrong, { uri: folder.uriOf('a.txt') });
    const actions = await actionsAt(editor, document, report.range(GRANTED_TOTAL), 'quickfix');
    expect(actions.length).toBeGreaterThan(1);
    expect(actions.filter(({ title }) => title.startsWith('忽略'))).toEqual(actions.slice(-1));
    const last = actions.at(-1);
    expect(last).toMatchObject({ title: '忽略此处…（row-total）', kind: 'quickfix' });
    expect(last?.diagnostics).toMatchObject([{ code: 'row-total' }]);
    expect([last?.isPreferred, last?.edit, last?.command?.command]).toEqual([undefined, undefined, 'zfxxgk.dismiss']);
    // An editor resolves what has no edit before it runs the command.
    expect(await editor.ask('codeAction/resolve', last)).toEqual(last);
  });

  test('is not offered to a client that has no command for it, nor for a text without a place', async () => {
    const folder = folders();
    for (const [options, uri] of [
      [{ dismiss: false }, folder.uriOf('a.txt')],
      [{}, 'untitled:Untitled-1'],
    ] as const) {
      const editor = await start(folder, options);
      const actions = await actionsAt(editor, editor.open(wrong, { uri }), report.range(GRANTED_TOTAL), 'quickfix');
      expect(actions.length).toBeGreaterThan(0);
      expect(actions.filter(({ title }) => title.startsWith('忽略'))).toEqual([]);
    }
  });

  test('records the reason in a new file of the workspace folder; the finding vanishes at once', async () => {
    const folder = folders();
    const editor = await start(folder);
    const document = editor.open(ODD, { uri: folder.uriOf('旧/a b.txt') });
    const { fingerprint, result } = await dismiss(editor, document);
    expect(result).toEqual({ uri: folder.uriOf(CONFIG) });
    expect(lastFound(editor, document)).toEqual([]);
    const entry = { path: '旧/a b.txt', code: 'section-numbering', fingerprint, reason: REASON };
    expect(JSON.parse(folder.read(CONFIG))).toEqual({
      dismissed: [{ ...entry, message: expect.stringContaining('六') }],
    });
    // The same once it is read from the disk, and by another server.
    tell(editor, folder.write(CONFIG, folder.read(CONFIG)));
    await editor.settle();
    expect(lastFound(editor, document)).toEqual([]);
    const other = await start(folder);
    expect(await other.published(other.open(ODD.replace('\n', '\n\n'), { uri: document.uri }))).toEqual([]);
    const again = await dismiss(editor, document, fingerprint);
    expect(again.result).toMatchObject({ failure: expect.stringContaining('不在') });
  });

  test('a new file that is there, but not saved yet, brings nothing back', async () => {
    const folder = folders();
    const editor = await start(folder, {}, () => {
      folder.write(CONFIG, '');
      return { applied: true };
    });
    const document = editor.open(ODD, { uri: folder.uriOf('a.txt') });
    await dismiss(editor, document);
    for (const [text, findings] of [
      ['', 0],
      ['{}', 1],
    ] as const) {
      tell(editor, folder.write(CONFIG, text));
      await editor.settle();
      expect(lastFound(editor, document)).toHaveLength(findings);
    }
  });

  test('writes into the nearest file, beside its comments, and keeps hands off the dismissed total', async () => {
    const nearest = `x/${CONFIG}`;
    const folder = folders({ [CONFIG]: '{}', [nearest]: '{\n\t// 说明\n\t"rules": {}\n}\n' });
    const editor = await start(folder);
    const document = editor.open(wrong, { uri: folder.uriOf('x/y/a.txt') });
    expect(await actionsAt(editor, document, EVERYTHING, 'source.fixAll')).toHaveLength(1);
    await dismiss(editor, document);
    expect(folder.read(CONFIG)).toBe('{}');
    expect(folder.read(nearest)).toContain('\t// 说明\n\t"rules": {},\n\t"dismissed": [');
    expect(folder.read(nearest)).toContain('"path": "y/a.txt"');
    expect(await actionsAt(editor, document, EVERYTHING, 'source.fixAll')).toEqual([]);
  });

  test('edits the file as it stands in the editor, in that version', async () => {
    const folder = folders({ [CONFIG]: '{}' });
    const edits: unknown[] = [];
    const editor = await start(folder, {}, (params) => {
      const changes = (params as ApplyEdit).edit.documentChanges as TextDocumentEdit[];
      edits.push(...changes.map(({ textDocument }) => textDocument));
      return { applied: true };
    });
    const settings = editor.open('{}', { uri: folder.uriOf(CONFIG), languageId: 'jsonc' });
    const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    editor.burst([change(settings, { range: top, newText: '// 未保存\n' })]);
    await dismiss(editor, editor.open(ODD, { uri: folder.uriOf('a.txt') }));
    expect(edits).toEqual([{ uri: settings.uri, version: settings.version }]);
  });

  test('of a file with faults says so and writes nothing', async () => {
    const folder = folders({ [CONFIG]: '{ "dismissed": ' });
    const editor = await start(folder);
    const { result } = await dismiss(editor, editor.open(ODD, { uri: folder.uriOf('a.txt') }));
    expect(result).toMatchObject({ failure: expect.stringContaining('请先改正') });
    expect(folder.read(CONFIG)).toBe('{ "dismissed": ');
  });

  test('that the editor refuses leaves the finding', async () => {
    const folder = folders();
    const editor = await start(folder, {}, () => ({ applied: false }));
    const document = editor.open(ODD, { uri: folder.uriOf('a.txt') });
    expect((await dismiss(editor, document)).result).toEqual({ failure: '' });
    expect(lastFound(editor, document)).toHaveLength(1);
  });
});
