// A fresh copy of the fixtures for each run: a saved file or a restored tab would spoil the next one.
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../../../embedded-editor/temporary.mjs';
import { EDITOR } from './paths.mjs';

/**
 * @param {Readonly<Record<string, string | Uint8Array>>} [files] name → contents, beside or instead of the fixtures
 * @param {string} [fixtures] the folder to copy
 * @returns {Promise<{ folder: string, remove: () => Promise<void> }>}
 */
export async function freshWorkspace(files = {}, fixtures = `${EDITOR}fixtures`) {
  const { path: folder, remove } = await temporaryFolder('reports-');
  await cp(fixtures, folder, { recursive: true });
  await addFiles(folder, files, 'w');
  return { folder, remove };
}

/**
 * @param {string} folder
 * @param {Readonly<Record<string, string | Uint8Array>>} files name → contents
 * @param {'w' | 'wx'} [flag] by default a file that is there already is an error
 */
export async function addFiles(folder, files, flag = 'wx') {
  await Promise.all(
    Object.entries(files).map(async ([name, contents]) => {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), contents, { flag });
    }),
  );
}
