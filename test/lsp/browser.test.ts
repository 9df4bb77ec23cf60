import { createContext, runInContext } from 'node:vm';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { allBundles } from '../../scripts/bundles.mjs';
import type { Counts } from '../../server/src/lsp/workspace/workspace-check.ts';
import { ROOT } from '../architecture/sources.ts';
import type { Message } from './framing.ts';
import { BAD, BEFORE, OWN } from './two-years.ts';

/** The server as a browser runs it: in a world without Node, with a client that alone reaches files. */

const WEB = allBundles({ production: true }).filter(({ outfile }) => outfile?.startsWith('dist/web/'));
const FOLDER = 'vscode-vfs://github/yanling/reports';
const NOW = `${FOLDER}/2024/report.txt`;
let bundles: Awaited<ReturnType<typeof build>>[] = [];
let program = '';
const ports: MessagePort[] = [];

beforeAll(async () => {
  bundles = await Promise.all(WEB.map((bundle) => build({ ...bundle, absWorkingDir: ROOT, write: false })));
  program =
    bundles.flatMap(({ outputFiles = [] }) => outputFiles).find(({ path }) => path.endsWith('server.js'))?.text ?? '';
});
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** What there is in a worker of a browser, as far as it is of use here. */
const WORLD = { MessageChannel, TextDecoder, TextEncoder, URL, performance, setTimeout, clearTimeout, console };

/** Starts the server over a folder, the files of which stand in a map that the test may change. */
async function start(files: Map<string, string>) {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const received: Message[] = [];
  const waiting = new Map<number, (answer: Message) => void>();
  let last = 0;
  port2.on('message', (message: Message) => {
    received.push(message);
    if (message.method === undefined) waiting.get(message.id as number)?.(message);
    else if (message.id !== undefined)
      port2.postMessage({ jsonrpc: '2.0', id: message.id, result: answer(message, files) });
  });
  runInContext(program, createContext({ ...WORLD, self: port1 }));
  const notify = (method: string, params: unknown) => port2.postMessage({ jsonrpc: '2.0', method, params });
  const ask = async <Result>(method: string, params: unknown): Promise<Result> => {
    const id = ++last;
    const answered = new Promise<Message>((resolve) => waiting.set(id, resolve));
    port2.postMessage({ jsonrpc: '2.0', id, method, params });
    const { result, error } = await answered;
    if (error) throw new Error(error.message);
    return result as Result;
  };
  await ask('initialize', {
    processId: null,
    locale: 'zh-cn',
    capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
    workspaceFolders: [{ uri: FOLDER, name: 'reports' }],
    initializationOptions: { rulePages: 'zfxxgk-rule:/' },
  });
  notify('initialized', {});
  return { notify, ask, received };
}

function answer({ method, params }: Message, files: ReadonlyMap<string, string>): unknown {
  const { uri } = (params ?? {}) as { readonly uri: string };
  const text = files.get(uri);
  switch (method) {
    case 'workspace/workspaceFolders':
      return [{ uri: FOLDER, name: 'reports' }];
    case 'zfxxgk/stat':
      return text === undefined ? null : { size: text.length, mtime: text.length };
    case 'zfxxgk/readFile':
      return text === undefined ? null : new TextEncoder().encode(text);
    case 'zfxxgk/readDirectory':
      return entriesOf(uri, files);
    default:
      return null;
  }
}

function entriesOf(folder: string, files: ReadonlyMap<string, string>): object[] {
  const names = [...files.keys()].flatMap((uri) => (uri.startsWith(`${folder}/`) ? uri.slice(folder.length + 1) : []));
  return [...new Set(names.map((name) => name.split('/')[0] as string))].map((name) => ({
    name,
    uri: `${folder}/${name}`,
    kind: names.includes(name) ? 'file' : 'folder',
  }));
}

type Found = {
  readonly items: readonly { readonly code: string; readonly codeDescription: { readonly href: string } }[];
};

describe('in a browser', () => {
  test('client and server take nothing of Node', () => {
    const taken = bundles.flatMap(({ metafile }) =>
      Object.values(metafile?.outputs ?? {}).flatMap(({ imports }) => imports),
    );
    expect(new Set(taken.map(({ path }) => path))).toEqual(new Set(['vscode']));
    expect(program.length).toBeGreaterThan(100_000);
  });

  test('a report is checked with the settings of its folder and the report of the year before', async () => {
    const files = new Map([
      [NOW, BAD],
      [`${FOLDER}/2023/report.txt`, BEFORE],
      [`${FOLDER}/.zfxxgk.json`, '{ "rules": { "section-numbering": "off" } }'],
    ]);
    const { ask, notify } = await start(files);
    notify('textDocument/didOpen', { textDocument: { uri: NOW, languageId: 'plaintext', version: 1, text: BAD } });
    const found = async () => (await ask<Found>('textDocument/diagnostic', { textDocument: { uri: NOW } })).items;
    const codes = async () => (await found()).map(({ code }) => code);
    await expect.poll(codes).toContain('carryover-mismatch');
    await expect.poll(codes).not.toContain('section-numbering');
    expect((await found())[0]?.codeDescription.href).toMatch(/^zfxxgk-rule:\/[a-z-]+\.md$/);

    files.delete(`${FOLDER}/.zfxxgk.json`);
    notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${FOLDER}/.zfxxgk.json`, type: 3 }] });
    await expect.poll(codes).toContain('section-numbering');
  });

  test('the whole workspace is checked, and what programs put there is left out', async () => {
    const files = new Map([
      [NOW, BAD],
      [`${FOLDER}/2023/report.txt`, BEFORE],
      [`${FOLDER}/.git/report.txt`, BEFORE],
      [`${FOLDER}/notes.txt`, '会议纪要'],
    ]);
    const { ask, received } = await start(files);
    const counts = await ask<Counts>('zfxxgk/checkWorkspace', {});
    expect(counts).toMatchObject({ reports: 2, cancelled: false });
    const published = received.flatMap(({ method, params }) => {
      return method === 'textDocument/publishDiagnostics'
        ? [params as { uri: string; diagnostics: { code: string }[] }]
        : [];
    });
    const before = published.find(({ uri }) => uri === `${FOLDER}/2023/report.txt`);
    expect(before?.diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining([...OWN]));
  });

  test('a file of an office suite is told to be left to other programs', async () => {
    const { ask } = await start(new Map());
    const result = await ask<{ failure: string }>('zfxxgk/extract', { uri: `${FOLDER}/a.docx` });
    expect(result.failure).toContain('桌面版');
  });
});
