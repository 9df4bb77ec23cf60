import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decodePath } from '../text/decode-path.ts';
import { readText } from './encoding.ts';
import { readSmallFile } from './small-file.ts';
import { isSearched, walk } from './walk.ts';

/** Reports have a few kilobytes; a larger file than this is not read unasked. */
const MAX_BYTES = 2 * 1024 * 1024;

/** Files by their addresses, as far as they may hold reports. Nothing here throws: what cannot be read is not there. */
export interface Disk {
  /** The one spelling of a file's address by which files are known here; undefined when it is no file. */
  readonly locate: (uri: string) => string | undefined;
  /** Whether a file in a folder would be found by `search`. */
  readonly covers: (folder: string, uri: string) => boolean;
  /** The files that may hold reports in a folder and the folders in it. */
  readonly search: (folder: string) => AsyncIterable<string>;
  /** Differs when the file has changed; undefined when it is gone, too large or no plain file. */
  readonly stamp: (uri: string) => Promise<string | undefined>;
  readonly read: (uri: string) => Promise<string | undefined>;
  /** At once and not later: a `.zfxxgk.json` has a few lines, and every answer on a report depends on it. */
  readonly readNow: (uri: string) => string | undefined;
}

/** The file system of this machine. */
export const disk: Disk = {
  locate,
  covers: (folder, uri) => {
    const base = folder.endsWith('/') ? folder : `${folder}/`;
    return uri.startsWith(base) && isSearched(decodePath(uri.slice(base.length)));
  },
  search,
  stamp: async (uri) => {
    try {
      const found = await stat(fileURLToPath(uri));
      return found.isFile() && found.size <= MAX_BYTES ? `${found.mtimeMs}:${found.size}` : undefined;
    } catch {
      return undefined;
    }
  },
  read: async (uri) => {
    try {
      const path = fileURLToPath(uri);
      // A pipe or a device would be read without end; a file may have grown since it was found.
      const found = await stat(path);
      return found.isFile() && found.size <= MAX_BYTES ? readText(await readFile(path)) : undefined;
    } catch {
      return undefined;
    }
  },
  readNow: (uri) => {
    try {
      const file = readSmallFile(fileURLToPath(uri));
      return file.kind === 'text' ? file.text : undefined;
    } catch {
      return undefined;
    }
  },
};

/** Editors escape characters of an address that others leave; the way through a path makes them all alike. */
function locate(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return pathToFileURL(fileURLToPath(uri)).href;
  } catch {
    return undefined;
  }
}

async function* search(folder: string): AsyncGenerator<string> {
  const path = fileURLToPath(folder);
  const prefix = path.endsWith('/') ? path : `${path}/`;
  for await (const found of walk(path, prefix)) {
    if (found.error === undefined) yield pathToFileURL(resolve(found.path)).href;
  }
}
