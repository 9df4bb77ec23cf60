import { describe, expect, test } from 'vitest';
import { Refusal } from './client.ts';
import type { Editor } from './editor.ts';
import { frame } from './framing.ts';
import { GRANTED_TOTAL, sample } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();
const report = sample();

const DOCUMENT_REQUESTS = [
  'textDocument/hover',
  'textDocument/codeAction',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/diagnostic',
  'zfxxgk/check',
];

/** The proof of life: a report is opened, judged and explained as ever. */
async function isAlive(editor: Editor): Promise<void> {
  const { uri } = editor.open(report.text);
  const position = report.range(GRANTED_TOTAL).start;
  const hover = await editor.ask('textDocument/hover', { textDocument: { uri }, position });
  expect(hover).toMatchObject({ contents: { value: expect.stringContaining('= **12** ✓') } });
}

describe('malformed requests are answered with an error and leave the server alive', () => {
  test('an unknown method', async () => {
    const editor = await servers.start();
    expect((await editor.send('textDocument/divination', {})).error?.code).toBe(-32601);
    await isAlive(editor);
  });

  test.each([...DOCUMENT_REQUESTS, 'codeAction/resolve'])('%s without params, or with wrong ones', async (method) => {
    const editor = await servers.start({ pull: true, resolve: true });
    for (const params of [undefined, null, {}, [], { textDocument: null }, { textDocument: 7 }, 'text']) {
      const answer = await editor.send(method, params);
      expect(answer.error ?? answer.result ?? 'nothing', JSON.stringify(params)).toBeTruthy();
    }
    await isAlive(editor);
  });

  test('initialize without params', async () => {
    const client = servers.connect();
    expect((await client.send('initialize')).error).toBeDefined();
    expect((await client.send('initialize', { capabilities: {} })).error).toBeUndefined();
  });

  test('a resolve whose data are not the server’s own', async () => {
    const editor = await servers.start({ resolve: true });
    const { uri } = editor.open(report.text);
    for (const data of [null, 1, {}, { uri }, { uri, version: 1 }, { uri, version: 1, edits: [7, null] }])
      expect((await editor.send('codeAction/resolve', { title: 'x', data })).error, JSON.stringify(data)).toBeDefined();
    await isAlive(editor);
  });
});

describe('what is valid but odd gets an empty answer', () => {
  test.each(DOCUMENT_REQUESTS)('%s on a file that is not open', async (method) => {
    const editor = await servers.start({ pull: true });
    const start = { line: 0, character: 0 };
    const params = {
      textDocument: { uri: 'file:///unknown.txt' },
      position: start,
      range: { start, end: start },
      context: { diagnostics: [] },
    };
    const empty = method === 'textDocument/diagnostic' ? { kind: 'full', items: [] } : null;
    expect(await editor.ask(method, params)).toEqual(empty);
    await isAlive(editor);
  });

  test.each([
    [-1, -1],
    [0, -5],
    [2 ** 31 - 1, 2 ** 31 - 1],
    [3, 2 ** 31 - 1],
    [0.5, 0.5],
  ])('a position at line %d, character %d', async (line, character) => {
    const editor = await servers.start();
    const { uri } = editor.open(report.text);
    const position = { line, character };
    const textDocument = { uri };
    const range = { start: position, end: position };
    expect(await editor.ask('textDocument/hover', { textDocument, position })).toBeNull();
    expect(await editor.ask('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } })).toEqual(
      [],
    );
    await isAlive(editor);
  });
});

describe('malformed notifications leave the server alive', () => {
  test('changes to files that are not open, without text, beyond the end, or backwards', async () => {
    const editor = await servers.start();
    const { uri } = editor.open(report.text);
    const far = { line: 99_999, character: 99_999 };
    const start = { line: 0, character: 0 };
    const didChange = (params: unknown) => editor.notify('textDocument/didChange', params);
    didChange({ textDocument: { uri: 'file:///unknown.txt', version: 2 }, contentChanges: [{ text: 'x' }] });
    didChange({ textDocument: { uri, version: 2 }, contentChanges: [{ range: { start, end: far } }] });
    didChange({ textDocument: { uri, version: 3 }, contentChanges: [{ range: { start: far, end: start }, text: '' }] });
    didChange({ textDocument: { uri, version: 4 }, contentChanges: 'none' });
    didChange({ textDocument: { uri, version: null }, contentChanges: [{ text: 'x' }] });
    didChange({});
    didChange(undefined);
    await isAlive(editor);
  });

  test('opening without a text, closing and saving what is not open, configuring nothing', async () => {
    const editor = await servers.start();
    editor.notify('textDocument/didOpen', { textDocument: { uri: 'file:///empty.txt' } });
    for (const method of ['textDocument/didOpen', 'textDocument/didSave', 'textDocument/didClose']) {
      editor.notify(method, { textDocument: { uri: 'file:///unknown.txt' } });
      editor.notify(method, {});
      editor.notify(method);
    }
    for (const params of [undefined, {}, { settings: null }, { settings: 7 }, { settings: { zfxxgk: [] } }])
      editor.notify('workspace/didChangeConfiguration', params);
    editor.notify('no/such/notification', { a: 1 });
    await isAlive(editor);
  });
});

describe('a damaged stream', () => {
  test('a body that is not JSON, or not JSON-RPC, is passed over', async () => {
    const editor = await servers.start();
    for (const body of ['{ "jsonrpc": "2.0", ', 'null', '7', '[]', '{}', '{"jsonrpc":"2.0","id":{},"method":3}'])
      editor.raw(frame(body));
    await isAlive(editor);
  });

  test('headers in another order and letter case, and messages cut anywhere, are read', async () => {
    const editor = await servers.start();
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 'cut',
      method: 'test/unknown',
      params: { text: '“三安全一稳定”😀' },
    });
    const type = 'Content-Type: application/vscode-jsonrpc; charset=utf-8';
    const bytes = Buffer.from(`${type}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    for (const byte of bytes) editor.raw(Buffer.from([byte]));
    await editor.wait(({ id }) => id === 'cut', 'the answer to a message that came byte by byte');
    await isAlive(editor);
  });
});

test('a client that refuses every request of the server is served all the same', async () => {
  const refuse = () => {
    throw new Refusal('not supported');
  };
  const answers = Object.fromEntries(
    [
      'client/registerCapability',
      'workspace/configuration',
      'workspace/diagnostic/refresh',
      'window/showMessageRequest',
    ].map((method) => [method, refuse]),
  );
  const editor = await servers.start({
    pull: true,
    refresh: true,
    settings: () => ({}),
    answers,
    initialization: { settings: { validate: { run: 'never' } } },
  });
  await editor.settle();
  editor.notify('workspace/didChangeConfiguration', { settings: null });
  await editor.settle();
  await isAlive(editor);
  expect(await editor.end()).toBe(0);
});
