// VS Code's server: one process group with a data directory of its own, and nothing left of either afterwards.
import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exec } from './exec.mjs';
import { temporaryFolder } from './temporary.mjs';

/** @typedef {import('./prepare.mjs').ServerTools} ServerTools */
/**
 * @typedef {object} ServerOptions
 * @property {ServerTools} tools
 * @property {string} [vsix] the package to install; without it, and without `extensions`, the editor is bare
 * @property {string} [extensions] what installExtension returned: as good as a package, and quicker for many servers
 * @property {string} [beside] the folder of an extension that is installed beside it as it is
 * @property {Readonly<Record<string, unknown>>} [settings] the user's settings
 * @property {boolean} [workspaceTrust] whether folders start untrusted, as they do for a person; off by default
 * @property {string} [language] VS Code's display language as extensions see it, e.g. zh-cn; English by default
 * @property {number} [port] on 127.0.0.1; 0, the default, is any free one
 * @property {string} [token] what the address must carry as ?tkn=; without one every local program may connect
 * @property {boolean} [runsSuite] whether a suite is to run in the extension host
 * @property {readonly string[]} [args] further arguments of the server
 * @property {NodeJS.ProcessEnv} [env] further variables, seen by the extension host too
 */
/**
 * @typedef {object} Server
 * @property {number} port on 127.0.0.1
 * @property {number} pid also the id of the process group
 * @property {string} dataDir
 * @property {() => string} log what the server has printed so far
 * @property {Promise<void>} ended resolves when the server has gone, for whatever reason
 * @property {() => Promise<void>} stop ends every process of the server and removes its data
 */

/** Nothing that asks, updates or advises. In a browser VS Code saves by itself after a second; as a program it does not. */
const QUIET = {
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'git.enabled': false,
};

/** No shop to ask for updates: a run must not depend on one. */
const OFFLINE = { EXTENSIONS_GALLERY: '{}' };

/** As one started from a shell, so that it does not start a login shell to learn the variables of one. */
const FROM_SHELL = { VSCODE_CLI: '1' };

/** The process groups that run, to be ended when this process ends by whatever way. @type {Set<number>} */
const running = new Set();
// First of all: what still runs would fill again the folders that are then removed.
process.prependListener('exit', () => {
  for (const group of running) killGroup(group);
});

/** @param {number} group */
function killGroup(group) {
  running.delete(group);
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // Nobody was left in it.
  }
}

/**
 * A language pack without a word in it. VS Code takes a display language only where a pack for it is registered; the
 * real packs are in no registry of npm. With this one the editor's own words stay English, and the extension is told
 * the language, which decides its manifest's texts and its messages.
 * @param {string} dataDir
 * @param {string} language
 */
async function registerLanguage(dataDir, language) {
  const translation = join(dataDir, 'data', `${language}.json`);
  await writeFile(translation, JSON.stringify({ '': [], version: '1.0.0', contents: {} }));
  const extensions = [{ extensionIdentifier: { id: 'test.language' }, version: '1.0.0' }];
  const pack = { hash: language, label: language, extensions, translations: { vscode: translation } };
  await writeFile(join(dataDir, 'data', 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}

/**
 * @param {ServerTools} tools
 * @param {string} vsix
 * @param {string} dataDir
 */
async function install({ node, serverMain }, vsix, dataDir) {
  const where = ['--accept-server-license-terms', '--server-data-dir', dataDir];
  await exec(node, [serverMain, ...where, '--install-extension', vsix, '--force']);
}

/**
 * Installs a package once, for many servers.
 * @param {ServerTools} tools
 * @param {string} vsix
 * @returns {Promise<string>} a folder that is gone when this process is
 */
export async function installExtension(tools, vsix) {
  const { path } = await temporaryFolder('extensions-');
  await install(tools, vsix, path);
  return join(path, 'extensions');
}

/**
 * Installs the folder of an extension beside what is installed.
 * @param {string} folder
 * @param {string} extensions
 */
async function addExtension(folder, extensions) {
  const list = join(extensions, 'extensions.json');
  const { publisher, name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const location = { $mid: 1, path: join(extensions, name), scheme: 'file' };
  const added = { identifier: { id: `${publisher}.${name}` }, version, location, relativeLocation: name };
  await cp(folder, location.path, { recursive: true });
  await writeFile(list, JSON.stringify([...JSON.parse(await readFile(list, 'utf8')), added]));
}

/**
 * @param {ServerOptions} options
 * @param {string} dataDir
 */
async function fillDataDir({ tools, vsix, extensions, beside, settings, language }, dataDir) {
  await mkdir(join(dataDir, 'data', 'User'), { recursive: true });
  await writeFile(join(dataDir, 'data', 'User', 'settings.json'), JSON.stringify({ ...QUIET, ...settings }, null, 2));
  if (language) await registerLanguage(dataDir, language);
  if (extensions) await cp(extensions, join(dataDir, 'extensions'), { recursive: true });
  else if (vsix) await install(tools, vsix, dataDir);
  if (beside) await addExtension(beside, join(dataDir, 'extensions'));
}

/**
 * Resolves with the port as soon as the server listens.
 * @param {import('node:child_process').ChildProcess} child
 * @param {() => string} log
 * @returns {Promise<number>}
 */
function listening(child, log) {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const port = /Extension host agent listening on (\d+)/.exec(log())?.[1];
      if (port) resolve(Number(port));
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`VS Code's server ended with ${code} before it listened\n${log()}`)));
  });
}

/**
 * The server's command line. Sockets and temporary files go into the data directory, to be removed with it.
 * @param {ServerOptions} options
 * @param {string} dataDir
 * @returns {Promise<string[]>}
 */
async function commandLine(options, dataDir) {
  const { tools, workspaceTrust = false, language = 'en', port = 0, token, runsSuite = false, args = [] } = options;
  const address = ['--host', '127.0.0.1', '--port', String(port)];
  const listen = [...address, '--accept-server-license-terms', '--telemetry-level', 'off'];
  const where = ['--server-data-dir', dataDir, '--locale', language];
  const trust = workspaceTrust ? [] : ['--disable-workspace-trust'];
  // The flag is what makes the page run a suite; where it is set, VS Code shows no dialogs.
  const open = ['--without-connection-token', ...(runsSuite ? ['--enable-smoke-test-driver'] : [])];
  // In a file: everybody on the machine can read a command line.
  const tokenFile = join(dataDir, 'token');
  if (token) await writeFile(tokenFile, token, { mode: 0o600 });
  const access = token ? ['--connection-token-file', tokenFile] : open;
  return [tools.serverMain, ...listen, ...where, ...trust, ...access, ...args];
}

/**
 * Starts a server on a free port of 127.0.0.1.
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer(options) {
  const { path: dataDir, remove } = await temporaryFolder('vscode-');
  await fillDataDir(options, dataDir);
  // A group of its own: the server's hosts and our language server are its grandchildren and must end with it.
  const child = spawn(options.tools.node, await commandLine(options, dataDir), {
    detached: true,
    env: { ...process.env, ...OFFLINE, ...FROM_SHELL, TMPDIR: dataDir, XDG_RUNTIME_DIR: dataDir, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pid = child.pid ?? 0;
  if (pid) running.add(pid);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += chunk;
    });
  }
  const log = () => printed;
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    if (running.has(pid)) killGroup(pid);
    await ended;
    await remove();
  };
  const port = await listening(child, log).catch(async (error) => {
    if (pid) await stop();
    throw error;
  });
  return { port, pid, dataDir, log, ended, stop };
}
