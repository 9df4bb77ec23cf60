// Runs the mocha suite inside the extension host of the embedded VS Code.
import { readFile } from 'node:fs/promises';
import { format } from 'node:util';
import { newPage, remoteUri, visit } from '../../../embedded-editor/browser.mjs';
import { startServer } from '../../../embedded-editor/server.mjs';
import { temporaryFolder } from '../../../embedded-editor/temporary.mjs';
import { watchMemory } from './memory.mjs';
import { FAILURES } from './paths.mjs';
import { freshWorkspace } from './workspace.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {Counts & { exitCode: number, milliseconds: number, memory: import('./memory.mjs').Memory | undefined }} SuiteResult */

/** What the lines of the suite begin with; see suite/index.ts. */
const MARK = '│ ';

/** Where the suite writes its counts: an environment variable, because it reaches the extension host in both hosts. */
export const RESULT = 'EDITOR_SUITE_RESULT';

/**
 * Reads what the suite counted. No file means that it never came to its end, which is a failure and not a silence.
 * @param {string} path
 * @returns {Promise<Counts>}
 */
export async function readCounts(path) {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? { passed: 0, failed: 1, skipped: 0 } : JSON.parse(text);
}

/**
 * Goes to the page that runs the suite and waits for its end.
 * @param {import('../../../embedded-editor/browser.mjs').Page} page
 * @param {() => Promise<void>} go
 * @param {{ timeout: number, hear: (text: string) => void }} options `hear` gets all that page and suite print
 * @returns {Promise<number>} the exit code
 */
async function suiteExit(page, go, { timeout, hear }) {
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) =>
    hear(format(...args)),
  );
  /** @type {NodeJS.Timeout | undefined} */
  let deadline;
  /** @type {Promise<number>} */
  const exit = new Promise((resolve, reject) => {
    deadline = setTimeout(() => reject(new Error(`the suite did not end within ${timeout / 1000} s`)), timeout);
    page.once('crash', () => reject(new Error('the page of the workbench crashed')));
    page.exposeFunction('codeAutomationExit', resolve).then(go).catch(reject);
  });
  return exit.finally(() => clearTimeout(deadline));
}

/**
 * The same, and when it goes wrong: what was seen, and what the editor said besides the suite's own lines.
 * @param {import('../../../embedded-editor/browser.mjs').Page} page
 * @param {() => Promise<void>} go
 * @param {{ timeout: number, onLine: (line: string) => void }} options
 */
async function explainedExit(page, go, { timeout, onLine }) {
  const chatter = /** @type {Set<string>} */ (new Set());
  const hear = (/** @type {string} */ text) => {
    if (text.startsWith(MARK)) onLine(text);
    else if (!text.includes('bindings file')) chatter.add(text.slice(0, 300).replace(/\n.*/s, ''));
  };
  const exitCode = await suiteExit(page, go, { timeout, hear }).catch(async (error) => {
    await page.screenshot({ path: `${FAILURES}/suite.png` }).catch(() => {});
    onLine(`${error}\nSeen: ${FAILURES}/suite.png`);
    return 1;
  });
  if (exitCode !== 0) onLine(`The editor said besides:\n${[...chatter].slice(-30).join('\n')}`);
  return exitCode;
}

/**
 * Runs a bundled suite in a fresh server over a fresh workspace.
 * @param {object} options
 * @param {import('../../../embedded-editor/browser.mjs').Browser} options.browser
 * @param {string} options.bundle what bundleSuite returned
 * @param {Omit<import('../../../embedded-editor/server.mjs').ServerOptions, 'env'>} options.server
 * @param {Readonly<Record<string, string>>} [options.files] further files of the workspace
 * @param {NodeJS.ProcessEnv} [options.env] seen by the suite
 * @param {number} [options.timeout] in milliseconds, for the whole
 * @param {(line: string) => void} [options.onLine] gets the suite's output as it comes
 * @returns {Promise<SuiteResult>} a suite that hung or never began has one failure and exit code 1
 */
export async function runSuite({
  browser,
  bundle,
  server: options,
  files,
  env,
  timeout = 900_000,
  onLine = console.log,
}) {
  const started = performance.now();
  const workspace = await freshWorkspace(files);
  const counts = await temporaryFolder('counts-');
  const result = `${counts.path}/result.json`;
  const server = await startServer({ ...options, runsSuite: true, env: { ...env, [RESULT]: result } });
  const memory = watchMemory(server.pid);
  const page = await newPage(browser);
  try {
    const go = () =>
      visit(page, server, workspace.folder, [
        ['extensionDevelopmentPath', remoteUri(server, bundle)],
        ['extensionTestsPath', remoteUri(server, `${bundle}/index`)],
      ]);
    const exitCode = await explainedExit(page, go, { timeout, onLine });
    const milliseconds = performance.now() - started;
    return { ...(await readCounts(result)), exitCode, milliseconds, memory: memory() };
  } finally {
    await page.context().close();
    await server.stop();
    await Promise.all([workspace.remove(), counts.remove()]);
  }
}
