import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { walk } from '../files/walk.ts';
import { isReadable } from '../import/names.ts';
import type { Input, Skipped, Source } from './result.ts';
import { systemError } from './system-error.ts';

const STDIN = '-';

/** What the paths of the command line stand for, each file once; what cannot be read at all is already skipped. */
export async function findSources(paths: readonly string[], stdinName: string | undefined): Promise<Input[]> {
  const seen = new Set<string>();
  const all: Input[] = [];
  for (const path of paths) {
    for await (const found of path === STDIN ? [stdinSource(stdinName)] : expand(path)) {
      const { uri, stdin } = 'source' in found ? found.source : found;
      const key = stdin ? STDIN : uri;
      if (seen.has(key)) continue;
      // The walk through a single folder meets every file once.
      if (paths.length > 1) seen.add(key);
      all.push(found);
    }
  }
  return all;
}

/** Standard input has no place in the file system unless it is given the name of a file. */
export function stdinSource(name: string | undefined): Source {
  const uri = name === undefined ? 'untitled:stdin' : pathToFileURL(resolve(name)).href;
  return { path: name ?? '<stdin>', uri, stdin: true, named: true };
}

export function fileSource(path: string, named: boolean): Source {
  return { path, uri: pathToFileURL(resolve(path)).href, stdin: false, named };
}

async function* expand(path: string): AsyncGenerator<Input> {
  try {
    if ((await stat(path)).isDirectory()) yield* searchFolder(path);
    else yield fileSource(path, true);
  } catch (error) {
    yield unreadable(path, error);
  }
}

/** Office suites keep a lock file beside a document that is open: `~$年报.docx`. */
function isWanted(name: string): boolean {
  return isReadable(name) && !name.startsWith('~$');
}

/** The reports, perhaps, of a folder; shown as the folder was given and the way from there. */
async function* searchFolder(folder: string): AsyncGenerator<Input> {
  const base = process.platform === 'win32' ? folder.replaceAll('\\', '/') : folder;
  const prefix = base === '.' || base === './' ? '' : base.endsWith('/') ? base : `${base}/`;
  for await (const { path, error } of walk(folder, prefix, isWanted)) {
    yield error === undefined ? fileSource(path, false) : unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): Skipped {
  return { kind: 'skipped', source: fileSource(path, true), reason: 'unreadable', detail: systemError(error) };
}
