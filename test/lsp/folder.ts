import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach } from 'vitest';
import type { Message } from './framing.ts';

/** A folder of reports on the disk, with a name that an address encodes, and what an editor would tell of changes in it. */
export interface Folder {
  readonly uri: string;
  readonly uriOf: (name: string) => string;
  /** Writes a file and gives the notification that an editor would send. */
  readonly write: (name: string, text: string | Buffer) => Message;
  /** The text of a file. */
  readonly read: (name: string) => string;
  readonly remove: (name: string) => Message;
  readonly rename: (from: string, to: string) => Message;
}

const CREATED = 1;
const CHANGED = 2;
const DELETED = 3;

/** Folders for the tests of one file, gone after each. */
export function useFolders(): (files?: Readonly<Record<string, string | Buffer>>) => Folder {
  const made: string[] = [];
  afterEach(() => {
    for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
  });
  return (files = {}) => {
    const path = mkdtempSync(join(tmpdir(), 'zfxxgk 年报-'));
    made.push(path);
    const folder = folderAt(path);
    for (const [name, text] of Object.entries(files)) folder.write(name, text);
    return folder;
  };
}

function folderAt(root: string): Folder {
  const uriOf = (name: string) => pathToFileURL(join(root, name)).href;
  const told = (...changes: { readonly uri: string; readonly type: number }[]): Message => ({
    method: 'workspace/didChangeWatchedFiles',
    params: { changes },
  });
  const existing = new Set<string>();
  return {
    uri: pathToFileURL(root).href,
    uriOf,
    write: (name, text) => {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
      const type = existing.has(name) ? CHANGED : CREATED;
      existing.add(name);
      return told({ uri: uriOf(name), type });
    },
    read: (name) => readFileSync(join(root, name), 'utf8'),
    remove: (name) => {
      rmSync(join(root, name), { recursive: true });
      return told({ uri: uriOf(name), type: DELETED });
    },
    rename: (from, to) => {
      renameSync(join(root, from), join(root, to));
      return told({ uri: uriOf(from), type: DELETED }, { uri: uriOf(to), type: CREATED });
    },
  };
}
