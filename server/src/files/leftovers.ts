import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { overwrite } from './overwrite.ts';

/**
 * Files that are there only while another one is written: a `new` one with what it is to hold, an `old` one with what it
 * held. A run that was killed leaves them behind; the next one on this machine clears them away.
 */

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
const HERE = digest(hostname());
const LEFTOVER = /^\.zfxxgk-([0-9a-f]{12})-(\d+)-([0-9a-f]{12})-[0-9a-f]{8}\.(new|old)$/;

/** A name beside a file for one of these, which nobody else can know beforehand. */
export function besides(path: string, kind: 'new' | 'old'): string {
  const name = `.zfxxgk-${HERE}-${process.pid}-${digest(basename(path))}-${randomBytes(4).toString('hex')}.${kind}`;
  return join(dirname(path), name);
}

interface Leftover {
  readonly path: string;
  readonly kind: string;
}

/** By folder, what was left behind there, by the file that it belongs to. */
const known = new Map<string, Promise<Map<string, Leftover[]>>>();

/**
 * Clears away what a killed run left beside a file; one that was torn apart in the middle is written to its end.
 *
 * @returns the path of what it held before, where somebody has changed it since
 */
export async function clearLeftovers(path: string): Promise<string | undefined> {
  const folder = dirname(path);
  let found = known.get(folder);
  if (!found) {
    found = leftoversIn(folder);
    known.set(folder, found);
  }
  const all = await found;
  const file = digest(basename(path));
  const left = all.get(file) ?? [];
  if (left.length === 0) return undefined;
  const before = left.find(({ kind }) => kind === 'old')?.path;
  const after = left.find(({ kind }) => kind === 'new')?.path;
  // With only one of them nothing had begun, or all was done.
  if (before !== undefined && after !== undefined && !(await mended(path, before, after))) return before;
  all.delete(file);
  for (const each of left) await unlink(each.path).catch(() => {});
  return undefined;
}

async function leftoversIn(folder: string): Promise<Map<string, Leftover[]>> {
  const found = new Map<string, Leftover[]>();
  for (const name of await readdir(folder).catch(() => [])) {
    const [, host, pid, file = '', kind = ''] = LEFTOVER.exec(name) ?? [];
    if (host !== HERE || isRunning(Number(pid))) continue;
    found.set(file, [...(found.get(file) ?? []), { path: join(folder, name), kind }]);
  }
  return found;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether a file is whole: as it was, as it was to be, or the first part of this and the rest of that, which is mended. */
async function mended(path: string, oldPath: string, newPath: string): Promise<boolean> {
  const [now, before, after] = await Promise.all([path, oldPath, newPath].map((each) => readFile(each)));
  if (!now || !before || !after) return false;
  if (now.equals(before) || now.equals(after)) return true;
  let same = 0;
  while (same < now.length && now[same] === after[same]) same++;
  if (!now.subarray(same).equals(before.subarray(same))) return false;
  await overwrite(path, after);
  return true;
}
