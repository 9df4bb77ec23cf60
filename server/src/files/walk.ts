import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { IsWanted } from './disk.ts';
import { isPassedBy, isWanted } from './searched.ts';

/** A file that may hold a report, or a folder that could not be opened and why. */
export interface Entry {
  readonly path: string;
  readonly error?: unknown;
}

/**
 * Searches a folder and the folders in it, in the order of their names (by code units, so that every machine shows the
 * same); what belongs to programs is passed by. A link to a file counts as that file; links to folders are not followed,
 * for they may lead round in circles.
 *
 * @param prefix how the paths begin that are yielded, with `/` at its end unless it is empty
 * @param isOther names of further files that are wanted
 */
export async function* walk(folder: string, prefix: string, isOther?: IsWanted): AsyncGenerator<Entry> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: prefix.replace(/\/$/, '') || '.', error };
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isPassedBy(entry.name)) continue;
    const place = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(place, `${prefix}${entry.name}/`, isOther);
    else if (isWanted(entry.name, isOther) && (await isFile(entry, place))) yield { path: prefix + entry.name };
  }
}

/** A link that leads nowhere counts as a file: reading it tells what is wrong with it. */
async function isFile(entry: Dirent, place: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  return stat(place).then(
    (target) => target.isFile(),
    () => true,
  );
}
