import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, copyFile, type FileHandle, open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { promisify } from 'node:util';
import { besides, clearLeftovers } from './leftovers.ts';
import { overwrite } from './overwrite.ts';

/** What came of replacing what a file holds. */
export type Replaced =
  | { readonly kind: 'written' }
  | { readonly kind: 'refused'; readonly reason: 'no-file' | 'changed' }
  /** It is a link to this file, which lies outside the folder. */
  | { readonly kind: 'outside'; readonly target: string }
  /** A killed run left this behind, and the file was changed since. */
  | { readonly kind: 'left-behind'; readonly path: string };

/** How a file may be replaced. */
export interface Replacing {
  /** The folder that the user gave; a link that leads out of it is somebody else's file. */
  readonly folder: string;
  /** Write there all the same. */
  readonly follow: boolean;
}

/**
 * Puts `after` in the place of what a file holds: all of it or nothing, also when the program is killed, with the same
 * owner, mode, links and attributes. A file that someone has changed meanwhile is left alone.
 *
 * @param before what the file was read to hold
 * @throws what the system says when it cannot be read or written; then it is as it was
 */
export async function replaceFile(
  path: string,
  before: Buffer,
  after: Buffer,
  { folder, follow }: Replacing,
): Promise<Replaced> {
  const target = await realpath(path);
  if (!(await stat(target)).isFile()) return { kind: 'refused', reason: 'no-file' };
  if (!follow && !(await isInside(folder, target))) return { kind: 'outside', target };
  // The new file is put in the old one's place, which a write-protected file would not prevent.
  await access(target, constants.W_OK);
  const leftBehind = await clearLeftovers(target);
  if (leftBehind !== undefined) return { kind: 'left-behind', path: leftBehind };
  if (!(await readFile(target)).equals(before)) return { kind: 'refused', reason: 'changed' };
  const next = besides(target, 'new');
  const file = await open(next, 'wx', 0o600);
  try {
    const alike = await takeAttributes(target, next, file);
    await file.writeFile(after);
    await file.sync();
    if (alike) await rename(next, target);
    else await overwriteWithCopy(target, before, after);
  } finally {
    await file.close();
    await unlink(next).catch(() => {});
  }
  return { kind: 'written' };
}

async function isInside(folder: string, target: string): Promise<boolean> {
  const root = await realpath(folder);
  return target.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** The file stays the same one; what it held is kept beside it until all is written. */
async function overwriteWithCopy(path: string, before: Buffer, after: Buffer): Promise<void> {
  const old = besides(path, 'old');
  const copy = await open(old, 'wx', 0o600);
  try {
    await copy.writeFile(before);
    await copy.sync();
    await overwrite(path, after);
  } catch (error) {
    await overwrite(path, before);
    throw error;
  } finally {
    await copy.close();
    await unlink(old).catch(() => {});
  }
}

/** Whether a new file could be made the same as another in all but what it holds: owner, mode, lists of access, labels. */
async function takeAttributes(path: string, next: string, file: FileHandle): Promise<boolean> {
  try {
    const own = await stat(path);
    if (own.nlink > 1) return false;
    // Node knows nothing of extended attributes.
    if (process.platform === 'linux') await copyAttributes(path, next);
    else if (process.platform === 'darwin') await copyFile(path, next);
    else return process.platform === 'win32';
    await file.truncate(0);
    const now = await file.stat();
    return now.uid === own.uid && now.gid === own.gid && now.mode === own.mode && now.nlink === 1;
  } catch {
    return false;
  }
}

async function copyAttributes(path: string, next: string): Promise<void> {
  const wanted = '--preserve=mode,ownership,xattr';
  await promisify(execFile)('/bin/cp', ['--attributes-only', wanted, '--', path, next], { cwd: dirname(path) });
}
