// What a driven scenario stands on: set once by the runner, used by the specs in workbench/.
import { mkdir } from 'node:fs/promises';
import { openWorkbench } from '../../../embedded-editor/browser.mjs';
import { installExtension, startServer } from '../../../embedded-editor/server.mjs';
import { FAILURES } from './paths.mjs';
import { addFiles, freshWorkspace } from './workspace.mjs';

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
 * @typedef {object} Look
 * @property {Omit<ServerOptions, 'tools' | 'extensions'>} [server] settings, language, workspaceTrust …
 * @property {string} [locale]
 * @property {{ width: number, height: number }} [viewport]
 */
/**
 * @typedef {object} Opened
 * @property {string} [openFile] relative to the folder
 * @property {Readonly<Record<string, string | Uint8Array>>} [files] further files of the workspace
 */
/** @typedef {Scene & { close: () => Promise<void> }} OpenScene */

/** The folder of the one installation from which the servers of all scenes are copied. @type {Promise<string> | undefined} */
let extensions;

/**
 * A fresh server, workspace and page.
 * @param {Look & Opened} options
 * @returns {Promise<OpenScene>} to be closed whatever happens
 */
async function open({ openFile, files, server: options, ...look }) {
  const { tools, vsix, browser } = getStage();
  extensions ??= installExtension(tools, vsix);
  const workspace = await freshWorkspace(files);
  const { folder } = workspace;
  const server = await startServer({ tools, extensions: await extensions, ...options });
  const clear = async () => {
    await server.stop();
    await workspace.remove();
  };
  const opening = openWorkbench(browser, server, { folder, ...(openFile ? { openFile } : {}), ...look });
  const workbench = await opening.catch(async (error) => {
    await clear();
    throw error;
  });
  const close = () => workbench.close().finally(clear);
  return { workbench, folder, server, close };
}

/**
 * Plays a scene in a fresh server, workspace and page, and clears them away whatever happens. A scene that fails
 * leaves a picture in dist/test-editor-failures and says what the page complained about.
 * @param {Look & Opened} options
 * @param {(scene: Scene) => Promise<void>} play
 */
export async function scene(options, play) {
  const opened = await open(options);
  try {
    await play(opened);
  } catch (error) {
    await report(opened);
    throw error;
  } finally {
    await opened.close();
  }
}

/**
 * Scenes that follow each other in one window, for opening it takes longer than most of them: to be called in a
 * `describe`. Each finds all editors closed and no message, and has files of its own, so that nothing of another shows.
 * Where one fails the next begins in a fresh window.
 * @param {Look} [look]
 * @returns {(own: Opened, play: (scene: Scene) => Promise<void>) => Promise<void>}
 */
export function inOneWindow(look = {}) {
  let opened = /** @type {OpenScene | undefined} */ (undefined);
  const close = async () => {
    await opened?.close();
    opened = undefined;
  };
  after(close);
  /** @param {OpenScene} window @param {Opened} own */
  const change = async ({ workbench, folder }, { openFile, files = {} }) => {
    await addFiles(folder, files);
    // By its whole path: a search through the folder may not have heard of it yet.
    if (openFile) await workbench.openFile(openFile, folder);
  };
  return async (own, play) => {
    const known = opened;
    const window = known ?? (await open({ ...look, ...own }));
    opened = window;
    try {
      if (known) await change(known, own);
      await play(window);
    } catch (error) {
      await report(window);
      await close();
      throw error;
    }
    // A window that cannot be tidied is no fault of the scene; the next one gets another.
    await window.workbench.tidy().catch(close);
  };
}

/**
 * What was seen and heard.
 * @param {Scene} scene
 */
async function report({ workbench, server }) {
  await mkdir(FAILURES, { recursive: true });
  const picture = `${FAILURES}/${Date.now()}.png`;
  await workbench.screenshot(picture).catch(() => {});
  const heard = [...workbench.complaints.slice(-10), ...server.log().trim().split('\n').slice(-10)].join('\n');
  console.log(`The scene failed. Seen: ${picture}\nHeard:\n${heard}`);
}
