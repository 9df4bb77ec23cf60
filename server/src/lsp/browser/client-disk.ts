import type { Connection } from 'vscode-languageserver';
import type { Disk, IsWanted } from '../../files/disk.ts';
import { readText } from '../../files/encoding.ts';
import { LARGEST_SETTINGS, LARGEST_UNASKED } from '../../files/limits.ts';
import { covers, isPassedBy, isWanted } from '../../files/searched.ts';
import type { PendingAnswers } from '../connection.ts';
import type { DirectoryEntry, FileStat } from './requests.ts';

/**
 * The files of a workspace that only the client can reach, as in a browser: each is asked for by its address. Settings
 * are kept as they were heard of last; whoever wants to know them now is told that, and told again when they differ.
 */
export function newClientDisk(connection: Connection, pending: PendingAnswers): Disk {
  const ask = <Answer>(method: string, params: object): Promise<Answer | undefined> =>
    connection.sendRequest<Answer | null>(method, params).then(
      (answer) => answer ?? undefined,
      () => undefined,
    );
  const textOf = async (uri: string, maxBytes: number) => {
    const bytes = await ask<Uint8Array>('zfxxgk/readFile', { uri, maxBytes });
    return bytes && readText(bytes);
  };
  const settings = newSettings((uri) => textOf(uri, LARGEST_SETTINGS), pending);
  return {
    locate: (uri) => (isOfWorkspace(uri) ? uri : undefined),
    covers,
    search: (folder, isOther) => search((uri) => ask('zfxxgk/readDirectory', { uri }), folder, isOther),
    stamp: async (uri, maxBytes = LARGEST_UNASKED) => {
      const found = await ask<FileStat>('zfxxgk/stat', { uri });
      return found && found.size <= maxBytes ? `${found.mtime}:${found.size}` : undefined;
    },
    read: (uri) => textOf(uri, LARGEST_UNASKED),
    ...settings,
  };
}

/** Documents that were never saved, and texts that were read out of others, are no files. */
const NO_FILES = /^(?:untitled|zfxxgk-text):/;

const isOfWorkspace = (uri: string) => uri.includes('://') && !NO_FILES.test(uri);

async function* search(
  read: (folder: string) => Promise<readonly DirectoryEntry[] | undefined>,
  folder: string,
  isOther?: IsWanted,
): AsyncGenerator<string> {
  const entries = [...((await read(folder)) ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, uri, kind } of entries) {
    if (isPassedBy(name)) continue;
    if (kind === 'folder') yield* search(read, uri, isOther);
    else if (isWanted(name, isOther)) yield uri;
  }
}

/** Small files, each as it was when it was last heard of; every question has it looked at again. */
function newSettings(
  read: (uri: string) => Promise<string | undefined>,
  pending: PendingAnswers,
): Pick<Disk, 'readNow' | 'onDidLearn'> {
  const known = new Map<string, string | undefined>();
  const asked = new Set<string>();
  const listeners: (() => void)[] = [];
  const look = async (uri: string) => {
    asked.add(uri);
    const now = await read(uri).finally(() => asked.delete(uri));
    if (now === known.get(uri)) return;
    known.set(uri, now);
    for (const listener of listeners) listener();
  };
  return {
    readNow: (uri) => {
      if (!asked.has(uri)) pending.add(look(uri));
      return known.get(uri);
    },
    onDidLearn: (listener) => {
      listeners.push(listener);
    },
  };
}
