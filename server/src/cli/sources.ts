import { type Dirent, readdir } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob } from 'tinyglobby';
import type { Skipped, Source } from './result.ts';
import { systemError } from './system-error.ts';

const STDIN = '-';
const PATTERN = '**/*.{txt,md,html}';

/** What the paths of the command line stand for, each file once; what cannot be read at all is already skipped. */
export async function* findSources(
  paths: readonly string[],
  stdinName: string | undefined,
): AsyncGenerator<Source | Skipped> {
  const seen = new Set<string>();
  for (const path of paths) {
    for (const found of path === STDIN ? [stdinSource(stdinName)] : await expand(path)) {
      const { uri } = 'source' in found ? found.source : found;
      if (!seen.has(uri)) yield found;
      seen.add(uri);
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

/**
 * The files of a folder and its folders that may hold reports, in the order of their paths. node_modules and folders
 * that begin with a dot belong to programs and are passed by; a folder that cannot be opened is told of.
 */
async function searchFolder(folder: string): Promise<(Source | Skipped)[]> {
  const failed: Skipped[] = [];
  const files = await glob(PATTERN, {
    cwd: folder,
    caseSensitiveMatch: false,
    expandDirectories: false,
    ignore: ['**/node_modules/**'],
    fs: { readdir: readdirOr((inner, error) => failed.push(unreadable(toSlashes(inner), error))) },
  });
  const base = toSlashes(folder);
  const prefix = base === '.' || base === './' ? '' : base.endsWith('/') ? base : `${base}/`;
  return [...failed, ...files.sort(byCodeUnits).map((file) => fileSource(prefix + file, false))];
}

function unreadable(path: string, error: unknown): Skipped {
  return { kind: 'skipped', source: fileSource(path, true), reason: 'unreadable', detail: systemError(error) };
}

/** The search itself passes over folders that it cannot open; whoever asked for a check must hear of them. */
function readdirOr(onError: (folder: string, error: Error) => void): typeof readdir {
  const listing = (folder: string, options: { withFileTypes: true }, done: (...answer: ReaddirAnswer) => void) =>
    readdir(folder, options, (error, entries) => {
      if (error) onError(folder, error);
      done(error, entries);
    });
  return listing as typeof readdir;
}

type ReaddirAnswer = [error: NodeJS.ErrnoException | null, entries: Dirent[]];

function toSlashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

/** An order that is the same on every machine, whatever its language. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
