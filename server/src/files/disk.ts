import { type Stats, unwatchFile, watchFile } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decodePath } from '../text/decode-path.ts';
import { readText } from './encoding.ts';
import { lockFileOf } from './lock-file.ts';
import { type Replaced, replaceFile } from './replace.ts';
import { readSmallFile } from './small-file.ts';
import { isSearched, walk } from './walk.ts';
import { writeWhole } from './write-whole.ts';

/** Reports have a few kilobytes; a larger file than this is not read unasked. */
const MAX_BYTES = 2 * 1024 * 1024;

/** Files by their addresses, as far as they may hold reports. Nothing here throws: what cannot be read is not there. */
export interface Disk {
  /** The one spelling of a file's address by which files are known here; undefined when it is no file. */
  readonly locate: (uri: string) => string | undefined;
  /** Whether a file in a folder would be found by `search`. */
  readonly covers: (folder: string, uri: string, isOther?: IsWanted) => boolean;
  /** The files that may hold reports in a folder and the folders in it. */
  readonly search: (folder: string, isOther?: IsWanted) => AsyncIterable<string>;
  /** Differs when the file has changed; undefined when it is gone, too large or no plain file. */
  readonly stamp: (uri: string, maxBytes?: number) => Promise<string | undefined>;
  readonly read: (uri: string) => Promise<string | undefined>;
  /** At once and not later: a `.zfxxgk.json` has a few lines, and every answer on a report depends on it. */
  readonly readNow: (uri: string) => string | undefined;
  readonly readBytes: (uri: string) => Promise<Buffer | undefined>;
  /** The file by which an office suite says that it holds a document open. */
  readonly lockOf: (uri: string) => string | undefined;
  /** Puts other contents in the place of a file's; not when they are others than `before` by now. Throws like `write`. */
  readonly replace: (uri: string, before: Buffer, after: Uint8Array) => Promise<Replaced>;
  /** Calls back whenever a file has changed, until what is returned is called. */
  readonly watch: (uri: string, onChange: () => void) => () => void;
  /** Writes a new file, or all of an old one. Throws when it cannot be written. */
  readonly write: (uri: string, bytes: Uint8Array) => Promise<void>;
}

/** Whether a file of this name is wanted beside texts. */
export type IsWanted = (name: string) => boolean;

/** The file system of this machine. */
export const disk: Disk = {
  locate,
  covers: (folder, uri, isOther) => {
    const base = folder.endsWith('/') ? folder : `${folder}/`;
    return uri.startsWith(base) && isSearched(decodePath(uri.slice(base.length)), isOther);
  },
  search,
  stamp: async (uri, maxBytes = MAX_BYTES) => {
    try {
      const found = await stat(fileURLToPath(uri));
      return found.isFile() && found.size <= maxBytes ? `${found.mtimeMs}:${found.size}` : undefined;
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
  readBytes: async (uri) => {
    try {
      return await readFile(fileURLToPath(uri));
    } catch {
      return undefined;
    }
  },
  watch: (uri, onChange) => watchFileAt(fileURLToPath(uri), onChange),
  lockOf: (uri) => lockFileOf(fileURLToPath(uri)),
  replace: (uri, before, after) => {
    const path = fileURLToPath(uri);
    return replaceFile(path, before, Buffer.from(after), { folder: dirname(path), follow: true });
  },
  write: (uri, bytes) => writeWhole(fileURLToPath(uri), bytes),
};

/** Somebody who has saved wants to see what came of it within a second, in milliseconds. */
const LOOK_EVERY = 150;

/** Looking again and again works for every disk, also one on the network, and however a file is put in another's place. */
function watchFileAt(path: string, onChange: () => void): () => void {
  const look = (now: Stats, before: Stats) => {
    if (now.mtimeMs !== 0 && (now.mtimeMs !== before.mtimeMs || now.size !== before.size)) onChange();
  };
  watchFile(path, { interval: LOOK_EVERY, persistent: false }, look);
  return () => unwatchFile(path, look);
}

/** Editors escape characters of an address that others leave; the way through a path makes them all alike. */
function locate(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return pathToFileURL(fileURLToPath(uri)).href;
  } catch {
    return undefined;
  }
}

async function* search(folder: string, isOther?: IsWanted): AsyncGenerator<string> {
  const path = fileURLToPath(folder);
  const prefix = path.endsWith('/') ? path : `${path}/`;
  for await (const found of walk(path, prefix, isOther)) {
    if (found.error === undefined) yield pathToFileURL(resolve(found.path)).href;
  }
}
