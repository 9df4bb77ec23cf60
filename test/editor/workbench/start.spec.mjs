import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { newPage } from '../../../embedded-editor/browser.mjs';
import { ROOT } from '../../../embedded-editor/paths.mjs';
import { temporaryFolder } from '../../../embedded-editor/temporary.mjs';
import { Workbench } from '../../../embedded-editor/workbench.mjs';
import { getStage } from '../harness/stage.mjs';
import { freshWorkspace } from '../harness/workspace.mjs';
import { GOOD, RECEIVED, TOTAL, withCell } from './places.mjs';
import { descendants, listeningAddresses, survivors } from './processes.mjs';

/**
 * Runs scripts/start.mjs until it prints an address, or ends.
 * @param {readonly string[]} args
 * @param {string} [tmp] where it may leave nothing behind
 * @param {NodeJS.ProcessEnv} [more]
 */
async function start(args, tmp = '/nowhere', more = {}) {
  const env = { ...process.env, TMPDIR: tmp, LANG: 'C.UTF-8', LC_ALL: '', INIT_CWD: ROOT, ...more };
  const child = spawn(process.execPath, [`${ROOT}scripts/start.mjs`, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  /** @type {Promise<number | null>} */
  const exit = new Promise((resolve) => child.once('close', resolve));
  /** @type {Promise<string | undefined>} */
  const address = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        printed += chunk;
        const found = /(?:http|file):\/\/\S+(?=\s)/.exec(printed)?.[0];
        if (found) resolve(found);
      });
    }
    child.once('close', () => resolve(undefined));
  });
  return { child, exit, address: await address, printed: () => printed };
}

/**
 * Starts, does something, and ends it by a signal; nothing may be left.
 * @param {NodeJS.Signals} signal
 * @param {(address: URL, pids: readonly number[]) => Promise<void>} use
 */
async function startAndEnd(signal, use) {
  const files = { 'draft.txt': withCell(GOOD, RECEIVED, TOTAL, '176') };
  const [workspace, tmp] = await Promise.all([freshWorkspace(files), temporaryFolder('start-')]);
  const { child, exit, address, printed } = await start(['--vsix', getStage().vsix, workspace.folder], tmp.path);
  try {
    ok(address, printed());
    const url = new URL(address);
    equal(url.hostname, '127.0.0.1');
    equal(url.searchParams.get('folder'), workspace.folder);
    await use(url, descendants(child.pid ?? 0));
    const pids = descendants(child.pid ?? 0);
    ok(pids.length > 0);
    child.kill(signal);
    equal(await exit, 0, printed());
    deepEqual(await survivors(pids), []);
    deepEqual(await readdir(tmp.path), []);
  } finally {
    child.kill('SIGTERM');
    await exit;
    await Promise.all([workspace.remove(), tmp.remove()]);
  }
}

/** @param {URL} address */
async function statusWithoutToken(address) {
  const bare = new URL(address);
  bare.searchParams.delete('tkn');
  return (await fetch(bare)).status;
}

describe('npm start', () => {
  before(function () {
    // Which addresses are listened on, and by whom, can be read only where Linux shows it.
    if (!existsSync('/proc/net/tcp')) this.skip();
  });

  it('opens a folder with the extension, in Chinese; Ctrl+C leaves nothing behind', () =>
    startAndEnd('SIGINT', async (address, pids) => {
      const listening = listeningAddresses(pids);
      ok(listening.length > 0);
      ok(
        listening.every((one) => one.startsWith('0100007F:')),
        listening.join(),
      );
      equal(await statusWithoutToken(address), 403);

      const workbench = new Workbench(await newPage(getStage().browser));
      try {
        await workbench.page.goto(address.href);
        await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'draft.txt' }).waitFor();
        await workbench.openFile('draft.txt');
        await workbench.waitForStatus(/年报\s+2/);
        match((await workbench.problems('差 2')).join(), /本年新收/);
      } finally {
        await workbench.close();
      }
    }));

  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) {
    it(`ends as completely by ${signal}`, () =>
      startAndEnd(signal, async (address) => {
        equal((await fetch(address, { redirect: 'manual' })).status, 302);
      }));
  }

  it('--page builds the page and opens it, without an editor', async () => {
    const tmp = await temporaryFolder('page-');
    try {
      // What opens an address on Linux, here only writing it down.
      const opener = `#!/bin/sh\nprintf %s "$1" > '${tmp.path}/opened'\n`;
      await writeFile(`${tmp.path}/xdg-open`, opener, { mode: 0o755 });
      const more = { PATH: `${tmp.path}:${process.env.PATH}`, TMPDIR: undefined };
      const { exit, address, printed } = await start(['--page'], undefined, more);
      equal(await exit, 0, printed());
      equal(address, pathToFileURL(`${ROOT}dist/zfxxgk.html`).href);
      const opened = () => readFile(`${tmp.path}/opened`, 'utf8').catch(() => '');
      for (let tries = 0; tries < 200 && (await opened()) !== address; tries++) await sleep(20);
      equal(await opened(), address);
    } finally {
      await tmp.remove();
    }
  });

  it('says what is wrong with a path', async () => {
    for (const [path, words] of /** @type {const} */ ([
      ['no/such', '没有这个文件夹'],
      ['package.json', '这不是文件夹'],
    ])) {
      const { exit, address, printed } = await start([path]);
      equal(address, undefined);
      equal(await exit, 1);
      ok(printed().includes(words) && printed().includes(path), printed());
    }
  });
});
