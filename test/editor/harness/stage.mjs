// What a driven scenario stands on: set once by the runner, used by the specs in workbench/.
import { mkdir } from 'node:fs/promises';
import { openWorkbench } from '../../../embedded-editor/browser.mjs';
import { startServer } from '../../../embedded-editor/server.mjs';
import { FAILURES } from './paths.mjs';
import { freshWorkspace } from './workspace.mjs';

/** @typedef {import('../../../embedded-editor/server.mjs').ServerOptions} ServerOptions */
/** @typedef {{ tools: import('../../../embedded-editor/prepare.mjs').Tools, vsix: string, browser: import('../../../embedded-editor/browser.mjs').Browser }} Stage */
/**
 * @typedef {object} Scene
 * @property {import('../../../embedded-editor/workbench.mjs').Workbench} workbench
 * @property {string} folder the fresh workspace
 * @property {import('../../../embedded-editor/server.mjs').Server} server
 */

let stage = /** @type {Stage | undefined} */ (undefined);

/** @param {Stage} to */
export function setStage(to) {
  stage = to;
}

/** @returns {Stage} */
export function getStage() {
  if (!stage) throw new Error('scenarios run by test/editor/run.mjs only');
  return stage;
}

/**
 * Plays a scene in a fresh server, workspace and page, and clears them away whatever happens. A scene that fails
 * leaves a picture in dist/test-editor-failures and says what the page complained about.
 * @param {object} options
 * @param {string} [options.openFile] relative to the folder
 * @param {Readonly<Record<string, string | Uint8Array>>} [options.files] further files of the workspace
 * @param {Omit<ServerOptions, 'tools' | 'vsix'>} [options.server] settings, language, workspaceTrust …
 * @param {string} [options.locale]
 * @param {{ width: number, height: number }} [options.viewport]
 * @param {(scene: Scene) => Promise<void>} play
 */
export async function scene({ openFile, files, server: options, ...look }, play) {
  const { tools, vsix, browser } = getStage();
  const workspace = await freshWorkspace(files);
  const server = await startServer({ tools, vsix, ...options });
  try {
    const { folder } = workspace;
    const workbench = await openWorkbench(browser, server, { folder, ...(openFile ? { openFile } : {}), ...look });
    await play({ workbench, folder, server }).catch((error) => report(error, workbench, server));
    await workbench.close();
  } finally {
    await server.stop();
    await workspace.remove();
  }
}

/**
 * @param {Error} error
 * @param {import('../../../embedded-editor/workbench.mjs').Workbench} workbench
 * @param {import('../../../embedded-editor/server.mjs').Server} server
 * @returns {Promise<never>}
 */
async function report(error, workbench, server) {
  await mkdir(FAILURES, { recursive: true });
  const picture = `${FAILURES}/${Date.now()}.png`;
  await workbench.screenshot(picture).catch(() => {});
  const heard = [...workbench.complaints.slice(-10), ...server.log().trim().split('\n').slice(-10)].join('\n');
  console.log(`The scene failed. Seen: ${picture}\nHeard:\n${heard}`);
  await workbench.close();
  throw error;
}
