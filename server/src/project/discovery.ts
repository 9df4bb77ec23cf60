import { decodePath } from '../text/decode-path.ts';
import { type FileProject, NO_PROJECT, type Project, projectOf } from './project.ts';

/** The file that sets rules for the folder that it stands in and all folders below. */
export const CONFIG_NAME = '.zfxxgk.json';

/**
 * The folders around a file up to `top`, the nearest first. Folders are addresses that end in `/`. Without `top` a file
 * of this machine (`file:`) has all folders up to the root, and any other address none.
 */
export function foldersAbove(uri: string, top: string | undefined = rootOf(uri)): string[] {
  if (top === undefined) return [];
  const folders: string[] = [];
  for (let end = uri.lastIndexOf('/'); end + 1 >= top.length; end = uri.lastIndexOf('/', end - 1)) {
    folders.push(uri.slice(0, end + 1));
  }
  return folders;
}

function rootOf(uri: string): string | undefined {
  if (!uri.startsWith('file://')) return undefined;
  return uri.slice(0, uri.indexOf('/', 'file://'.length) + 1);
}

/**
 * What the `.zfxxgk.json` files in these folders say of a file. Editor and command line find them by this function.
 *
 * @param folders those above the file, the nearest first
 * @param projectIn what the `.zfxxgk.json` of a folder says; undefined where there is none
 */
export function discoverProject(
  uri: string,
  folders: readonly string[],
  projectIn: (folder: string) => Project | undefined,
): FileProject {
  const above = folders.flatMap((folder) => {
    const project = projectIn(folder);
    return project ? { project, path: decodePath(uri.slice(folder.length)) } : [];
  });
  return above.length > 0 ? projectOf(above) : NO_PROJECT;
}
