import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CodeAction, CreateFile, Range, TextDocumentEdit } from 'vscode-languageserver';
import { applyAll, change, type Editor, lastFound, type Open, type Options, publishedOf } from './editor.ts';
import { GRANTED_TOTAL, ODD, sample } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();
const report = sample();

let root = '';
beforeEach(() => {
  // With a name that an address encodes.
  root = mkdtempSync(join(tmpdir(), 'zfxxgk 项目-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const uriOf = (path: string) => pathToFileURL(join(root, path)).href;
const put = (path: string, value: unknown) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof value === 'string' ? value : JSON.stringify(value));
};
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const start = (options: Options = {}) =>
  servers.start({ folders: [pathToFileURL(root).href], watch: true, ...options });

/** Tells the server that a file has changed, as an editor that watches does. */
async function changed(editor: Editor, path: string): Promise<void> {
  editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(path), type: 2 }] });
  await editor.settle();
}

const messages = (editor: Editor) =>
  editor.received
    .filter(({ method }) => method === 'window/showMessage')
    .map(({ params }) => (params as { message: string }).message);

describe('.zfxxgk.json', () => {
  test('holds for the reports below it and goes before the user’s settings; the nearest wins', async () => {
    put('.zfxxgk.json', { rules: { 'section-numbering': 'error' } });
    put('x/.zfxxgk.json', { rules: { 'section-numbering': 'hint' } });
    const editor = await start({ initialization: { settings: { rules: { 'section-numbering': 'off' } } } });
    const levels = ['a.txt', 'x/y/b.txt'].map((path) => editor.open(ODD, { uri: uriOf(path) }));
    const outside = editor.open(ODD);
    await editor.settle();
    expect(levels.map((each) => lastFound(editor, each))).toEqual([
      [['section-numbering', 1]],
      [['section-numbering', 4]],
    ]);
    expect(lastFound(editor, outside)).toEqual([]);
  });

  test('is watched: what changes in it shows at once in all that is open', async () => {
    const editor = await start();
    const registration = await editor.wait(
      ({ method, params }) =>
        method === 'client/registerCapability' && JSON.stringify(params).includes('didChangeWatchedFiles'),
      'registration',
    );
    expect(registration.params).toMatchObject({
      registrations: [{ registerOptions: { watchers: [{ globPattern: '**/.zfxxgk.json' }] } }],
    });
    const document = editor.open(ODD, { uri: uriOf('x/a.txt') });
    expect(await editor.published(document)).toHaveLength(1);
    put('.zfxxgk.json', { rules: { 'section-numbering': 'off' } });
    await changed(editor, '.zfxxgk.json');
    expect(lastFound(editor, document)).toEqual([]);
    put('x/.zfxxgk.json', { rules: { 'section-numbering': 'information' } });
    await changed(editor, 'x/.zfxxgk.json');
    expect(lastFound(editor, document)).toEqual([['section-numbering', 3]]);
    rmSync(join(root, 'x/.zfxxgk.json'));
    rmSync(join(root, '.zfxxgk.json'));
    await changed(editor, '.zfxxgk.json');
    expect(lastFound(editor, document)).toEqual([['section-numbering', 2]]);
  });

  test('is read anew by a client that watches nothing when a report is opened or saved', async () => {
    const editor = await start({ watch: false, pull: true, refresh: true });
    const document = editor.open(ODD, { uri: uriOf('a.txt') });
    const { resultId } = await editor.pull(document);
    put('.zfxxgk.json', { rules: { 'section-numbering': 'off' } });
    expect(await editor.pull(document, resultId)).toMatchObject({ kind: 'unchanged' });
    editor.save(document);
    await editor.wait(({ method }) => method === 'workspace/diagnostic/refresh', 'refresh');
    expect(await editor.pull(document, resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  test('above the workspace folder is nobody’s business; without a workspace folder all above count', async () => {
    put('.zfxxgk.json', { rules: { 'section-numbering': 'off' } });
    mkdirSync(join(root, 'ws'));
    const bounded = await start({ folders: [uriOf('ws')] });
    const inside = bounded.open(ODD, { uri: uriOf('ws/a.txt') });
    await bounded.settle();
    expect(lastFound(bounded, inside)).toHaveLength(1);
    const single = await start({ folders: [] });
    const document = single.open(ODD, { uri: uriOf('ws/a.txt') });
    await single.settle();
    expect(lastFound(single, document)).toEqual([]);
  });

  test('ignores files: they have no findings, no fixes and no outline', async () => {
    put('.zfxxgk.json', { ignore: ['旧'] });
    const editor = await start();
    const document = editor.open(ODD, { uri: uriOf('旧/a.txt') });
    await editor.settle();
    expect(lastFound(editor, document)).toEqual([]);
    const { uri } = document;
    expect(await editor.ask('textDocument/documentSymbol', { textDocument: { uri } })).toBe(null);
  });

  test('with faults is told of once, and the rest of it holds', async () => {
    put('x/.zfxxgk.json', '{ "rules": { "section-numbering": "off", "row-total": 7 } }');
    const editor = await start();
    const document = editor.open(ODD, { uri: uriOf('x/a.txt') });
    editor.open(ODD, { uri: uriOf('x/b.txt') });
    await editor.settle();
    expect(lastFound(editor, document)).toEqual([]);
    expect(messages(editor)).toEqual([
      expect.stringMatching(/^x\/\.zfxxgk\.json：第 1 行第 55 列 rules\.row-total 写的是 7/),
    ]);
  });

  test('is no report, whatever it says', async () => {
    const editor = await start();
    const document = editor.open(ODD, { uri: uriOf('.zfxxgk.json'), languageId: 'jsonc' });
    await editor.settle();
    expect(lastFound(editor, document)).toEqual([]);
  });
});

describe('忽略此处…', () => {
  const wrong = () => {
    const { start: from, end } = report.range(GRANTED_TOTAL);
    return applyAll(report.text, [{ range: { start: from, end }, newText: '15' }]);
  };

  const quickFixes = ({ ask }: Editor, { uri }: Open, range: Range) =>
    ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], only: ['quickfix'] },
    });

  /** A client that makes the edits it is asked to make, on the disk. */
  function startWriting(options: Options = {}) {
    const edits: unknown[] = [];
    const answers = {
      'workspace/applyEdit': (params: unknown) => {
        const { edit } = params as { edit: { documentChanges: (CreateFile | TextDocumentEdit)[] } };
        edits.push(edit);
        for (const each of edit.documentChanges) {
          if ('kind' in each) writeFileSync(fileURLToPath(each.uri), '', { flag: 'a' });
          else {
            const path = fileURLToPath(each.textDocument.uri);
            writeFileSync(path, applyAll(readFileSync(path, 'utf8'), each.edits as Parameters<typeof applyAll>[1]));
          }
        }
        return { applied: true };
      },
    };
    return start({ dismiss: true, versioned: true, resolve: true, answers, ...options });
  }

  const dismiss = (editor: Editor, { uri }: Open, fingerprint: string, reason = '原表如此，已核实') =>
    editor.ask('zfxxgk/dismiss', { textDocument: { uri }, fingerprint, reason });

  const target = (action: CodeAction | undefined) =>
    action?.command?.arguments?.[0] as { uri: string; fingerprint: string };

  test('is the last of the quick fixes, never preferred, once for each finding at the place', async () => {
    const editor = await startWriting();
    const document = editor.open(wrong(), { uri: uriOf('a.txt') });
    const actions = await quickFixes(editor, document, report.range(GRANTED_TOTAL));
    const titles = actions.map(({ title }) => title);
    expect(titles.slice(-1)).toEqual(['忽略此处…（row-total）']);
    expect(titles.filter((title) => title.startsWith('忽略'))).toHaveLength(1);
    expect(actions.length).toBeGreaterThan(1);
    const last = actions.at(-1);
    expect(last).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: 'row-total' }] });
    expect([last?.isPreferred, last?.edit, last?.command?.command]).toEqual([undefined, undefined, 'zfxxgk.dismiss']);
    // An editor resolves what has no edit before it runs the command.
    expect(await editor.ask('codeAction/resolve', last)).toEqual(last);
  });

  test('is not offered to a client that has no command for it, nor for a text without a place', async () => {
    const plain = await startWriting({ dismiss: false });
    const inFile = plain.open(wrong(), { uri: uriOf('a.txt') });
    const able = await startWriting();
    const nowhere = able.open(wrong(), { uri: 'untitled:Untitled-1' });
    for (const [editor, document] of [[plain, inFile] as const, [able, nowhere] as const]) {
      const titles = (await quickFixes(editor, document, report.range(GRANTED_TOTAL))).map(({ title }) => title);
      expect(titles.filter((title) => title.startsWith('忽略'))).toEqual([]);
      expect(titles).not.toEqual([]);
    }
  });

  test('records the reason in a new file of the workspace folder; the finding vanishes at once', async () => {
    const editor = await startWriting();
    const document = editor.open(ODD, { uri: uriOf('旧/a b.txt') });
    expect(await editor.published(document)).toHaveLength(1);
    const [range] = publishedOf(editor, document.uri).flatMap(({ diagnostics }) =>
      diagnostics.map((each) => each.range),
    );
    const action = (await quickFixes(editor, document, range as Range)).at(-1);
    const { uri, fingerprint } = target(action);
    expect(uri).toBe(document.uri);
    expect(await dismiss(editor, document, fingerprint)).toEqual({ uri: uriOf('.zfxxgk.json') });
    await editor.settle();
    expect(lastFound(editor, document)).toEqual([]);
    expect(JSON.parse(read('.zfxxgk.json'))).toEqual({
      dismissed: [
        {
          path: '旧/a b.txt',
          code: 'section-numbering',
          fingerprint,
          reason: '原表如此，已核实',
          message: expect.stringContaining('六'),
        },
      ],
    });
    // The same once it is read from the disk, and by another server.
    await changed(editor, '.zfxxgk.json');
    expect(lastFound(editor, document)).toEqual([]);
    const other = await start();
    const again = other.open(ODD.replace('\n', '\n\n'), { uri: document.uri });
    await other.settle();
    expect(lastFound(other, again)).toEqual([]);
    expect(await dismiss(editor, document, fingerprint)).toMatchObject({ failure: expect.stringContaining('不在') });
  });

  test('a new file that is there, but not saved yet, brings nothing back', async () => {
    const editor = await startWriting({
      answers: {
        'workspace/applyEdit': () => {
          put('.zfxxgk.json', '');
          return { applied: true };
        },
      },
    });
    const document = editor.open(ODD, { uri: uriOf('a.txt') });
    await editor.published(document);
    const [range] = publishedOf(editor, document.uri).flatMap(({ diagnostics }) =>
      diagnostics.map((each) => each.range),
    );
    await dismiss(editor, document, target((await quickFixes(editor, document, range as Range)).at(-1)).fingerprint);
    await changed(editor, '.zfxxgk.json');
    expect(lastFound(editor, document)).toEqual([]);
    put('.zfxxgk.json', '{}');
    await changed(editor, '.zfxxgk.json');
    expect(lastFound(editor, document)).toHaveLength(1);
  });

  test('writes into the nearest file, beside its comments, and keeps hands off the dismissed total', async () => {
    const before = '{\n\t// 说明\n\t"rules": {}\n}\n';
    put('x/.zfxxgk.json', before);
    put('.zfxxgk.json', {});
    const editor = await startWriting();
    const document = editor.open(wrong(), { uri: uriOf('x/y/a.txt') });
    const everything = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
    const fixAll = () =>
      editor.ask<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: document.uri },
        range: everything,
        context: { diagnostics: [], only: ['source.fixAll'] },
      });
    expect(await fixAll()).toHaveLength(1);
    const action = (await quickFixes(editor, document, report.range(GRANTED_TOTAL))).at(-1);
    await dismiss(editor, document, target(action).fingerprint);
    expect(read('.zfxxgk.json')).toBe('{}');
    expect(read('x/.zfxxgk.json')).toContain('\t// 说明\n\t"rules": {},\n\t"dismissed": [');
    expect(read('x/.zfxxgk.json')).toContain('"path": "y/a.txt"');
    expect(await fixAll()).toEqual([]);
  });

  test('edits the file as it stands in the editor, in that version', async () => {
    put('.zfxxgk.json', '{}');
    const versions: unknown[] = [];
    const editor = await startWriting({
      answers: {
        'workspace/applyEdit': (params: unknown) => {
          const { edit } = params as { edit: { documentChanges: TextDocumentEdit[] } };
          versions.push(edit.documentChanges.map(({ textDocument, edits }) => [textDocument, edits.length]));
          return { applied: true };
        },
      },
    });
    const settings = editor.open('{}', { uri: uriOf('.zfxxgk.json'), languageId: 'jsonc' });
    const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    editor.burst([change(settings, { range: top, newText: '// 未保存\n' })]);
    const document = editor.open(ODD, { uri: uriOf('a.txt') });
    const [{ range } = { range: top }] = await editor.published(document);
    await dismiss(editor, document, target((await quickFixes(editor, document, range)).at(-1)).fingerprint);
    expect(versions).toEqual([[[{ uri: settings.uri, version: settings.version }, 1]]]);
  });

  test('of a file with faults says so and writes nothing', async () => {
    put('.zfxxgk.json', '{ "dismissed": ');
    const editor = await startWriting();
    const document = editor.open(ODD, { uri: uriOf('a.txt') });
    const [{ range } = { range: report.range(GRANTED_TOTAL) }] = await editor.published(document);
    const action = (await quickFixes(editor, document, range)).at(-1);
    expect(await dismiss(editor, document, target(action).fingerprint)).toMatchObject({
      failure: expect.stringContaining('请先改正'),
    });
    expect(read('.zfxxgk.json')).toBe('{ "dismissed": ');
  });

  test('that the editor refuses leaves the finding', async () => {
    const editor = await startWriting({ answers: { 'workspace/applyEdit': () => ({ applied: false }) } });
    const document = editor.open(ODD, { uri: uriOf('a.txt') });
    const [{ range } = { range: report.range(GRANTED_TOTAL) }] = await editor.published(document);
    const action = (await quickFixes(editor, document, range)).at(-1);
    expect(await dismiss(editor, document, target(action).fingerprint)).toEqual({ failure: '' });
    await editor.settle();
    expect(lastFound(editor, document)).toHaveLength(1);
  });
});
