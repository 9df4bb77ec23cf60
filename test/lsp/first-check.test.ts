import { expect, test } from 'vitest';
import { report } from '../support/report.ts';
import type { Client } from './client.ts';
import { initializeParams } from './editor.ts';
import { useFolders } from './folder.ts';
import type { Message } from './framing.ts';
import { useServer } from './setup.ts';

const servers = useServer();
const folders = useFolders();

const titled = (at: number) => `砚泠市第${at}档案馆2024年政府信息公开工作年度报告`;
const GOOD = (at: number) => report({ title: titled(at) });
const BAD = (at: number) => GOOD(at).replace('六、', '6、');
/** Seven reports with a warning each, one of them where the settings of the user exclude it, and something else. */
const FILES = {
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((at) => [`${at}.txt`, BAD(at)])),
  '草稿/7.txt': BAD(7),
  'notes.txt': '会议通知\n',
};
const SETTINGS = { files: { exclude: ['**/草稿/**'] } };
const SIX = { reports: 6, errors: 0, warnings: 6, others: 0, cancelled: false };

/** An answer that the client gives when the test says so. */
function later<Value>() {
  let give: (value: Value) => void = () => {};
  const given = new Promise<Value>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

const INITIALIZED: Message = { method: 'initialized', params: {} };
const CHECK: Message = { id: 'check', method: 'zfxxgk/checkWorkspace', params: {} };
const opening = (uri: string, text: string): Message => ({
  method: 'textDocument/didOpen',
  params: { textDocument: { uri, languageId: 'plaintext', version: 1, text } },
});
const settle = async (client: Client) => {
  for (let turn = 0; turn < 10; turn++) await client.send('test/turn', { turn });
};
const counts = async (client: Client) => (await client.wait(({ id }) => id === 'check', 'counts')).result;

/** The command is given in a window that has only just opened: nothing is waited for but what the client must answer. */
test('the settings come while the files are being read', async () => {
  const folder = folders(FILES);
  const client = servers.connect({ 'workspace/configuration': () => [SETTINGS] });
  await client.ask('initialize', initializeParams({ folders: [folder.uri], pull: true, settings: () => SETTINGS }));
  client.burst([INITIALIZED, CHECK]);
  expect(await counts(client)).toEqual(SIX);
});

test('the settings come late', async () => {
  const folder = folders(FILES);
  const { given, give } = later<unknown[]>();
  const client = servers.connect({ 'workspace/configuration': () => given });
  await client.ask('initialize', initializeParams({ folders: [folder.uri], pull: true, settings: () => SETTINGS }));
  client.burst([INITIALIZED, CHECK]);
  await settle(client);
  give([SETTINGS]);
  expect(await counts(client)).toEqual(SIX);
});

test('the settings never come: after some seconds those that are there count, and a late answer counts still', async () => {
  const folder = folders(FILES);
  const { given, give } = later<unknown[]>();
  const client = servers.connect({ 'workspace/configuration': () => given });
  await client.ask('initialize', initializeParams({ folders: [folder.uri], settings: () => SETTINGS }));
  client.burst([INITIALIZED, CHECK]);
  expect(await counts(client)).toEqual({ ...SIX, reports: 7, warnings: 7 });
  give([SETTINGS]);
  await settle(client);
  expect(await client.ask('zfxxgk/checkWorkspace', {})).toEqual(SIX);
});

test('the folders come late', async () => {
  const folder = folders(FILES);
  const { given, give } = later<unknown>();
  const client = servers.connect({
    'workspace/configuration': () => [SETTINGS],
    'workspace/workspaceFolders': () => given,
  });
  const params = initializeParams({ pull: true, settings: () => SETTINGS, changingFolders: true });
  await client.ask('initialize', params);
  const event = { added: [{ uri: folder.uri, name: 'a' }], removed: [] };
  client.burst([INITIALIZED, { method: 'workspace/didChangeWorkspaceFolders', params: { event } }, CHECK]);
  await settle(client);
  give([{ uri: folder.uri, name: 'a' }]);
  expect(await counts(client)).toEqual(SIX);
});

test('documents are opened and closed meanwhile: each report counts once, as the editor shows it', async () => {
  const folder = folders(FILES);
  const client = servers.connect({ 'workspace/configuration': () => [SETTINGS] });
  await client.ask('initialize', initializeParams({ folders: [folder.uri], pull: true, settings: () => SETTINGS }));
  const close: Message = { method: 'textDocument/didClose', params: { textDocument: { uri: folder.uriOf('1.txt') } } };
  client.burst([
    INITIALIZED,
    opening(folder.uriOf('1.txt'), GOOD(1)),
    CHECK,
    opening(folder.uriOf('2.txt'), GOOD(2)),
    opening(folder.uriOf('3.txt'), BAD(3)),
    opening('untitled:8', BAD(8)),
    close,
  ]);
  expect(await counts(client)).toEqual({ ...SIX, reports: 7 });
});

test('the settings change while the reports are checked', async () => {
  const folder = folders(FILES);
  let settings: object = {};
  const client = servers.connect({ 'workspace/configuration': () => [settings] });
  await client.ask('initialize', initializeParams({ folders: [folder.uri], settings: () => settings }));
  client.burst([INITIALIZED, CHECK]);
  settings = { rules: { 'section-numbering': 'error' } };
  client.notify('workspace/didChangeConfiguration', { settings: null });
  expect(await counts(client)).toEqual({ ...SIX, reports: 7, warnings: 0, errors: 7 });
});
