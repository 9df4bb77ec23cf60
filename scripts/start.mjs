// `npm start [-- FOLDER]`: the extension in a VS Code that opens in the browser, on a machine that has none.
// `npm start -- --help` lists the options.
// Listens on 127.0.0.1 only, and for nobody without the token in the address.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import * as paths from 'node:path';
import { pathToFileURL } from 'node:url';
import { isFree } from './free-port.mjs';
import { openerOn } from './run.mjs';
import { folderMeant, HELP, languageOf, PORT, readOptions } from './start-options.mjs';

// Before anything else is imported: the first listener decides, and to end it is what a person wants, not a failure.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => process.exit(0));
process.on('uncaughtException', ({ message }) => fail(message));
// npm that was killed outright passes no signal on; then nobody is left to press Ctrl+C. (The script in package.json
// says `exec`: npm's signals go to its child, and a shell in between would keep them to itself.)
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.exit(0), 1000).unref();

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}

/** @param {string} path as it was typed, in the folder where npm was called */
async function folderAt(path) {
  const folder = folderMeant(path, process.env.INIT_CWD ?? '.', paths);
  const found = await stat(folder).catch(() => undefined);
  if (!found) fail(`没有这个文件夹：${folder}（no such folder）`);
  if (!found.isDirectory()) fail(`这不是文件夹：${folder}（not a folder）。请给出它所在的文件夹。`);
  return folder;
}

/** @param {number | undefined} port as it was asked for */
async function portOf(port) {
  if (port === undefined) return (await isFree(PORT)) ? PORT : 0;
  if (await isFree(port)) return port;
  fail(`端口 ${port} 已被占用或不能使用（the port is taken）；请换一个，或不写 --port。`);
}

/** @param {string} address */
function openBrowser(address) {
  const { command, args } = openerOn(address);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('没有能打开浏览器的程序，请自己打开上面的地址。（please open it yourself）'));
  child.unref();
}

/**
 * Builds the page that needs no editor and opens it: a file, which nobody has to serve.
 * @returns {Promise<never>}
 */
async function openPage() {
  await import('./setup.mjs');
  const { buildPage } = await import('./page.mjs');
  const address = pathToFileURL(await buildPage()).href;
  console.log(`\n在浏览器中打开（open in a browser）：\n\n  ${address}\n`);
  openBrowser(address);
  // Whether a program was found is known a moment later.
  await new Promise((resolve) => setImmediate(resolve));
  process.exit(0);
}

/** @param {string | undefined} vsix */
async function packed(vsix) {
  const { VSIX, ROOT } = await import('../embedded-editor/paths.mjs');
  if (vsix) return paths.resolve(process.env.INIT_CWD ?? '.', vsix);
  const { exec } = await import('../embedded-editor/exec.mjs');
  await exec('npm', ['run', '--silent', 'package'], { cwd: ROOT });
  return VSIX;
}

const read = readOptions(process.argv.slice(2));
if ('wrong' in read) fail(`${read.wrong}\n\n${HELP}`);
const { options } = read;
if (options.help) {
  console.log(HELP);
  process.exit(0);
}
if (options.page) await openPage();
if (process.platform === 'win32')
  fail('npm start 只支持 Linux 和 macOS（Linux and macOS only）；请把 .vsix 装进 VS Code。');
const { folder: path } = options;
const folder = path === undefined ? paths.resolve(import.meta.dirname, '../examples') : await folderAt(path);
const wanted = await portOf(options.port);
console.log('正在准备编辑器，首次需要一两分钟……（preparing; the first time takes a minute or two）');
await import('./setup.mjs');
const vsix = await packed(options.vsix);
const { prepareServer } = await import('../embedded-editor/prepare.mjs');
const { startServer } = await import('../embedded-editor/server.mjs');
const token = randomUUID();
const tools = await prepareServer();
const server = await startServer({ tools, vsix, token, port: wanted, language: languageOf(process.env) });
const query = new URLSearchParams({ tkn: token, folder });
const address = `http://127.0.0.1:${server.port}/?${query}`;
console.log(`\n在浏览器中打开（open in a browser）：\n\n  ${address}\n`);
if (options.open) openBrowser(address);
console.log('按 Ctrl+C 结束。（Ctrl+C ends it.）');
await server.ended;
fail(`编辑器意外退出。（The editor ended by itself.）\n${server.log().trim().split('\n').slice(-10).join('\n')}`);
