import { expect, test } from 'vitest';
import { type Editor, lastFound, messagesTo, type Options, tell } from './editor.ts';
import { type Folder, useFolders } from './folder.ts';
import type { Message } from './framing.ts';
import { ODD } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();
const folders = useFolders();
const CONFIG = '.zfxxgk.json';
const level = (severity: string) => JSON.stringify({ rules: { 'section-numbering': severity } });
const start = (folder: Folder, options: Options = {}) =>
  servers.start({ folders: [folder.uri], watch: true, ...options });

/** Tells the server that a file has changed, as an editor that watches does. */
async function changed(editor: Editor, message: Message): Promise<void> {
  tell(editor, message);
  await editor.settle();
}

test('.zfxxgk.json goes before the user’s settings in the folder that it stands in; the nearest wins', async () => {
  const folder = folders({ [CONFIG]: level('error'), [`x/${CONFIG}`]: level('hint') });
  const editor = await start(folder, { initialization: { settings: { rules: { 'section-numbering': 'off' } } } });
  const inside = ['a.txt', 'x/y/b.txt'].map((path) => editor.open(ODD, { uri: folder.uriOf(path) }));
  const outside = editor.open(ODD);
  await editor.settle();
  expect(inside.map((each) => lastFound(editor, each))).toEqual([
    [['section-numbering', 1]],
    [['section-numbering', 4]],
  ]);
  expect(lastFound(editor, outside)).toEqual([]);
});

test('is watched: what changes in it shows at once in all that is open', async () => {
  const folder = folders();
  const editor = await start(folder);
  const registration = await editor.wait(({ method }) => method === 'client/registerCapability', 'registration');
  expect(registration.params).toMatchObject({
    registrations: [{ registerOptions: { watchers: [{ globPattern: '**/.zfxxgk.json' }] } }],
  });
  const document = editor.open(ODD, { uri: folder.uriOf('x/a.txt') });
  expect(await editor.published(document)).toHaveLength(1);
  await changed(editor, folder.write(CONFIG, level('off')));
  expect(lastFound(editor, document)).toEqual([]);
  await changed(editor, folder.write(`x/${CONFIG}`, level('information')));
  expect(lastFound(editor, document)).toEqual([['section-numbering', 3]]);
  folder.remove(`x/${CONFIG}`);
  await changed(editor, folder.remove(CONFIG));
  expect(lastFound(editor, document)).toEqual([['section-numbering', 2]]);
});

test('is read anew for a client that watches nothing when a report is opened or saved', async () => {
  const folder = folders();
  const editor = await start(folder, { watch: false, pull: true, refresh: true });
  const document = editor.open(ODD, { uri: folder.uriOf('a.txt') });
  const { resultId } = await editor.pull(document);
  folder.write(CONFIG, level('off'));
  expect(await editor.pull(document, resultId)).toMatchObject({ kind: 'unchanged' });
  editor.save(document);
  await editor.wait(({ method }) => method === 'workspace/diagnostic/refresh', 'refresh');
  expect(await editor.pull(document, resultId)).toMatchObject({ kind: 'full', items: [] });
});

test('above the workspace folder is nobody’s business; without a workspace folder all above count', async () => {
  const folder = folders({ [CONFIG]: level('off'), 'ws/a.txt': ODD });
  for (const [roots, findings] of [
    [[folder.uriOf('ws')], 1],
    [[], 0],
  ] as const) {
    const editor = await start(folder, { folders: roots });
    const document = editor.open(ODD, { uri: folder.uriOf('ws/a.txt') });
    await editor.settle();
    expect(lastFound(editor, document)).toHaveLength(findings);
  }
});

test('counts up to the workspace folder that the client adds later', async () => {
  const folder = folders({ [CONFIG]: level('off'), 'ws/a.txt': ODD });
  const asked = { 'workspace/workspaceFolders': () => [{ uri: folder.uriOf('ws'), name: 'ws' }] };
  const editor = await start(folder, { folders: [], changingFolders: true, answers: asked });
  const document = editor.open(ODD, { uri: folder.uriOf('ws/a.txt') });
  await editor.settle();
  expect(lastFound(editor, document)).toHaveLength(0);
  const event = { added: [{ uri: folder.uriOf('ws'), name: 'ws' }], removed: [] };
  await changed(editor, { method: 'workspace/didChangeWorkspaceFolders', params: { event } });
  expect(lastFound(editor, document)).toHaveLength(1);
});

test('ignores files: they have no findings and no outline', async () => {
  const folder = folders({ [CONFIG]: '{ "ignore": ["旧"] }' });
  const editor = await start(folder);
  const document = editor.open(ODD, { uri: folder.uriOf('旧/a.txt') });
  expect(await editor.published(document)).toEqual([]);
  const { uri } = document;
  expect(await editor.ask('textDocument/documentSymbol', { textDocument: { uri } })).toBe(null);
});

test('with faults is told of once, and the rest of it holds; it is no report itself', async () => {
  const text = '{ "rules": { "section-numbering": "off", "row-total": 7 } }';
  const folder = folders({ [`x/${CONFIG}`]: text });
  const editor = await start(folder);
  const document = editor.open(ODD, { uri: folder.uriOf('x/a.txt') });
  const config = editor.open(ODD, { uri: folder.uriOf(CONFIG), languageId: 'jsonc' });
  editor.open(ODD, { uri: folder.uriOf('x/b.txt') });
  await editor.settle();
  expect(lastFound(editor, document)).toEqual([]);
  expect(lastFound(editor, config)).toEqual([]);
  expect(messagesTo(editor).map(({ message }) => message)).toEqual([
    expect.stringMatching(/^x\/\.zfxxgk\.json：第 1 行第 55 列 rules\.row-total 写的是 7/),
  ]);
});
