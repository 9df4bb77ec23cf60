// Chromium, and the workbench opened in it.
import { chromium } from 'playwright-core';
import { Workbench } from './workbench.mjs';

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./server.mjs').Server} Server */

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
/** No other host is reached: what needs the network is wrong. */
const LOCAL = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];
const SILENT = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

/**
 * @param {string} executable
 * @returns {Promise<Browser>}
 */
export function launchBrowser(executable) {
  return chromium.launch({ executablePath: executable, args: [...ARGS, ...SILENT, ...LOCAL] });
}

/**
 * An address for a path on the server, as the workbench names it; Chinese file names included.
 * @param {Server} server
 * @param {string} path absolute
 */
export function remoteUri(server, path) {
  return `vscode-remote://127.0.0.1:${server.port}${path.split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * A page with storage of its own.
 * @param {Browser} browser
 * @param {{ locale?: string, viewport?: { width: number, height: number } }} [options]
 * @returns {Promise<Page>}
 */
export async function newPage(browser, { locale = 'en-US', viewport = { width: 1280, height: 800 } } = {}) {
  const context = await browser.newContext({ locale, viewport });
  return context.newPage();
}

/**
 * Goes to the workbench; resolves when the page has loaded, not when the workbench is drawn.
 * @param {Page} page
 * @param {Server} server
 * @param {string} folder absolute
 * @param {readonly (readonly [string, string])[]} payload what the workbench is told to do at once
 */
export async function visit(page, server, folder, payload) {
  const query = new URLSearchParams({ folder, payload: JSON.stringify([['skipWelcome', 'true'], ...payload]) });
  await page.goto(`http://127.0.0.1:${server.port}/?${query}`);
}

/**
 * Opens a folder, and a file in it, as a person sees it.
 * @param {Browser} browser
 * @param {Server} server
 * @param {object} options
 * @param {string} options.folder absolute
 * @param {string} [options.openFile] relative to the folder; its editor has been drawn when this resolves
 * @param {readonly (readonly [string, string])[]} [options.payload]
 * @param {string} [options.locale] the browser's language
 * @param {{ width: number, height: number }} [options.viewport]
 * @returns {Promise<Workbench>} to be closed
 */
export async function openWorkbench(browser, server, { folder, openFile, payload = [], ...look }) {
  const page = await newPage(browser, look);
  const workbench = new Workbench(page);
  const open = openFile ? [/** @type {const} */ (['openFile', remoteUri(server, `${folder}/${openFile}`)])] : [];
  try {
    await visit(page, server, folder, [...open, ...payload]);
    await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
    if (openFile) await workbench.lines(openFile).first().waitFor({ timeout: 60_000 });
  } catch (error) {
    await workbench.close();
    throw error;
  }
  return workbench;
}
