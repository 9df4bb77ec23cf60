import { type Stats, unwatchFile, watchFile } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { DocumentDisk, IsWanted } from './disk.ts';
import { readText } from './encoding.ts';
import { LARGEST_UNASKED } from './limits.ts';
import { lockFileOf } from './lock-file.ts';
import { replaceFile } from './replace.ts';
import { covers } from './searched.ts';
import { readSmallFile } from './small-file.ts';
import { walk } from './walk.ts';
import { writeWhole } from './write-whole.ts';

/** The file system of this machine. */
export const disk: DocumentDisk = {
  locate,
  covers,
  search,
  stamp: async (uri, maxBytes = LARGEST_UNASKED) => {
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
      return found.isFile() && found.size <= LARGEST_UNASKED ? readText(await readFile(path)) : undefined;
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
  // What it says is what the disk holds at that moment.
  onDidLearn: () => {},
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
