import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { walk } from '../files/walk.ts';
import { isImported } from '../import/names.ts';
import type { Input, Skipped, Source } from './result.ts';
import { systemError, type Words } from './system-error.ts';

const STDIN = '-';

/** Which files are meant. */
export interface Wanted {
  /** Files, folders, globs, `-`; those that begin with `!` are globs of files to leave out. */
  readonly paths: readonly string[];
  /** More globs of files to leave out. */
  readonly exclude: readonly string[];
  readonly stdinFilename?: string;
}

/** What the paths of the command line stand for, each file once; what cannot be read at all is already skipped. */
export async function findSources({ paths, exclude, stdinFilename }: Wanted): Promise<Input[]> {
  const excluded = [...exclude, ...paths.flatMap((path) => (isExclusion(path) ? [path.slice(1)] : []))];
  const wanted = paths.filter((path) => !isExclusion(path));
  const isExcluded = excluded.length > 0 ? (await import('./globs.ts')).excludedBy(excluded) : undefined;
  const seen = new Set<string>();
  const all: Input[] = [];
  for (const path of wanted) {
    for await (const found of path === STDIN ? [stdinSource(stdinFilename)] : expand(path)) {
      const source = 'source' in found ? found.source : found;
      const key = source.stdin ? STDIN : source.uri;
      if (seen.has(key)) continue;
      // The walk through a single folder meets every file once.
      if (wanted.length > 1) seen.add(key);
      all.push(isExcluded?.(source) ? { kind: 'skipped', source, reason: 'excluded' } : found);
    }
  }
  return all;
}

const isExclusion = (path: string) => path.length > 1 && path.startsWith('!');

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
    yield* isMissing(error) ? expandGlob(path, error) : [unreadable(path, systemError(error))];
  }
}

/** What is no file may be a pattern: cmd and PowerShell pass on what a Unix shell would have expanded. */
async function* expandGlob(path: string, error: unknown): AsyncGenerator<Input> {
  const glob = /[*?[{]/.test(path) ? (await import('./globs.ts')).readGlob(path) : undefined;
  if (!glob) return yield unreadable(path, systemError(error));
  let found = false;
  for await (const input of searchFolder(glob.folder, (name) => glob.isOther(name))) {
    const isWhole = 'kind' in input || glob.matches(input.path);
    if (!isWhole) continue;
    found = true;
    yield input;
  }
  if (!found) yield unreadable(path, NO_MATCH);
}

const NO_MATCH: Words = { zh: '没有与它相符的文件', en: 'no file matches it' };

/**
 * Files of old formats are found, too: that they were not checked has to be said. Not so the lock file that office suites
 * keep beside a document that is open: `~$年报.docx`.
 */
function isWanted(name: string): boolean {
  return isImported(name) && !name.startsWith('~$') && !name.startsWith('.~');
}

/**
 * The reports, perhaps, of a folder; shown as the folder was given and the way from there.
 *
 * @param isOther names of further files that are wanted
 */
async function* searchFolder(folder: string, isOther: (name: string) => boolean = () => false): AsyncGenerator<Input> {
  const base = process.platform === 'win32' ? folder.replaceAll('\\', '/') : folder;
  const prefix = base === '.' || base === './' ? '' : base.endsWith('/') ? base : `${base}/`;
  for await (const { path, error } of walk(folder, prefix, (name) => isWanted(name) || isOther(name))) {
    yield error === undefined ? { ...fileSource(path, false), folder } : unreadable(path, systemError(error));
  }
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  // Windows refuses the signs of a pattern before it looks for the file.
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EINVAL';
}

function unreadable(path: string, detail: Words): Skipped {
  return { kind: 'skipped', source: fileSource(path, true), reason: 'unreadable', detail };
}
