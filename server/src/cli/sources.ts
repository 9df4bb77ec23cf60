import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { walk } from '../files/walk.ts';
import type { Skipped, Source } from './result.ts';
import { systemError } from './system-error.ts';

const STDIN = '-';

/** What the paths of the command line stand for, each file once; what cannot be read at all is already skipped. */
export async function* findSources(
  paths: readonly string[],
  stdinName: string | undefined,
): AsyncGenerator<Source | Skipped> {
  const seen = new Set<string>();
  for (const path of paths) {
    for (const found of path === STDIN ? [stdinSource(stdinName)] : await expand(path)) {
      const { uri, stdin } = 'source' in found ? found.source : found;
      const key = stdin ? STDIN : uri;
      if (!seen.has(key)) yield found;
      seen.add(key);
    }
  }
}

/** Standard input has no place in the file system unless it is given the name of a file. */
function stdinSource(name: string | undefined): Source {
  const uri = name === undefined ? 'untitled:stdin' : pathToFileURL(resolve(name)).href;
  return { path: name ?? '<stdin>', uri, stdin: true, named: true };
}

function fileSource(path: string, named: boolean): Source {
  return { path, uri: pathToFileURL(resolve(path)).href, stdin: false, named };
}

async function expand(path: string): Promise<(Source | Skipped)[]> {
  try {
    return (await stat(path)).isDirectory() ? await searchFolder(path) : [fileSource(path, true)];
  } catch (error) {
    return [unreadable(path, error)];
  }
}

/** The reports, perhaps, of a folder; shown as the folder was given and the way from there. */
async function searchFolder(folder: string): Promise<(Source | Skipped)[]> {
  const base = process.platform === 'win32' ? folder.replaceAll('\\', '/') : folder;
  const prefix = base === '.' || base === './' ? '' : base.endsWith('/') ? base : `${base}/`;
  const found: (Source | Skipped)[] = [];
  for await (const { path, error } of walk(folder, prefix)) {
    found.push(error === undefined ? fileSource(path, false) : unreadable(path, error));
  }
  return found;
}

function unreadable(path: string, error: unknown): Skipped {
  return { kind: 'skipped', source: fileSource(path, true), reason: 'unreadable', detail: systemError(error) };
}
