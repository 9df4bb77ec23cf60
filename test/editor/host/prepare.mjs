// Fetches what the editor suite needs. Imports only what Node brings along, because it runs before `npm ci` did.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { exec } from './exec.mjs';
import { EDITOR } from './paths.mjs';

const VSCODE = `${EDITOR}node_modules/code-server/lib/vscode`;
const STAMP = `${EDITOR}node_modules/.prepared`;

/**
 * @typedef {object} Tools
 * @property {string} node the Node that runs the server
 * @property {string} serverMain VS Code's server
 * @property {string} chromium the browser's executable
 */

/**
 * Installs the package in test/editor once for each lock file. The stamp is written last, so that an interrupted
 * installation is repeated rather than trusted.
 */
export async function installPackages() {
  const lock = createHash('sha256')
    .update(await readFile(`${EDITOR}package-lock.json`))
    .digest('hex');
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === lock) return;
  console.log('editor: installing VS Code from the npm package code-server (about 20 seconds, 300 MB, once)');
  await exec('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: EDITOR });
  // VS Code's own dependencies are a second package inside; its shrinkwrap does not suit `npm ci`.
  const inner = ['install', '--omit=dev', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund'];
  await exec('npm', inner, { cwd: VSCODE });
  // VS Code's own ripgrep comes by a download in an install script. Without one, findFiles and search fail.
  const { rgPath } = createRequire(`${EDITOR}package.json`)('@vscode/ripgrep');
  await mkdir(`${VSCODE}/node_modules/@vscode/ripgrep/bin`, { recursive: true });
  await copyFile(rgPath, `${VSCODE}/node_modules/@vscode/ripgrep/bin/rg`);
  await writeFile(STAMP, lock);
}

/**
 * Gets the editor ready; does nothing when it is.
 * @returns {Promise<{ tools: Tools } | { skipped: string }>} `skipped` is the reason why the suite cannot run here
 * @throws {Error} when npm fails: the registry served the repository's own packages, so that is no reason to skip
 */
export async function prepare() {
  if (process.platform === 'win32') return { skipped: 'the embedded VS Code runs on Linux and macOS only' };
  await installPackages();
  const { ensureChromium } = await import('./chromium.mjs');
  const browser = await ensureChromium();
  if ('missing' in browser) return { skipped: browser.missing };
  const serverMain = `${VSCODE}/out/server-main.js`;
  return { tools: { node: process.execPath, serverMain, chromium: browser.executable } };
}
