import { open, rename, unlink } from 'node:fs/promises';
import { besides } from './leftovers.ts';

/** Writes a file that was made here, new or in the place of an older one: all of it or nothing. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const next = besides(path, 'new');
  const file = await open(next, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
    await rename(next, path);
  } catch (error) {
    await file.close().catch(() => {});
    await unlink(next).catch(() => {});
    throw error;
  }
}
