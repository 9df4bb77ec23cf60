// `npm start [-- FOLDER]`: the extension in a VS Code that opens in the browser, on a machine that has none.
//   --vsix PATH   takes a package as it is instead of building one
// Listens on 127.0.0.1 only, and for nobody without the token in the address.
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

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
  const folder = resolve(process.env.INIT_CWD ?? '.', path);
  const found = await stat(folder).catch(() => undefined);
  if (!found) fail(`没有这个文件夹：${folder}（no such folder）`);
  if (!found.isDirectory()) fail(`这不是文件夹：${folder}（not a folder）。请给出它所在的文件夹。`);
  return folder;
}

/** Chinese, unless the system is set to some other language; C and POSIX are none. */
function language() {
  const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  return /^(?!zh)[a-z]{2,3}(?:[_.-]|$)/.test(locale) ? 'en' : 'zh-cn';
}

/** @param {string | undefined} vsix */
async function packed(vsix) {
  const { VSIX, ROOT } = await import('../embedded-editor/paths.mjs');
  if (vsix) return resolve(vsix);
  const { exec } = await import('../embedded-editor/exec.mjs');
  await exec('npm', ['run', '--silent', 'package'], { cwd: ROOT });
  return VSIX;
}

if (process.platform === 'win32')
  fail('npm start 只支持 Linux 和 macOS（Linux and macOS only）；请把 .vsix 装进 VS Code。');
const { values, positionals } = parseArgs({ allowPositionals: true, options: { vsix: { type: 'string' } } });
const [path] = positionals;
const folder = path === undefined ? resolve(import.meta.dirname, '../examples') : await folderAt(path);
console.log('正在准备编辑器，首次需要一两分钟……（preparing; the first time takes a minute or two）');
await import('./setup.mjs');
const vsix = await packed(values.vsix);
const { prepareServer } = await import('../embedded-editor/prepare.mjs');
const { startServer } = await import('../embedded-editor/server.mjs');
const token = randomUUID();
const tools = await prepareServer();
const server = await startServer({ tools, vsix, token, language: language() });
const query = new URLSearchParams({ tkn: token, folder });
console.log(`\n在浏览器中打开（open in a browser）：\n\n  http://127.0.0.1:${server.port}/?${query}\n`);
console.log('按 Ctrl+C 结束。（Ctrl+C ends it.）');
await server.ended;
fail(`编辑器意外退出。（The editor ended by itself.）\n${server.log().trim().split('\n').slice(-10).join('\n')}`);
