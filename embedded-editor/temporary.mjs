// Folders that are gone when this process is, by whatever way it ends.
import { rmSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A dying child may still hold a file open for a moment. */
const REMOVE = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 };

/** @type {Set<string>} */
const folders = new Set();
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, REMOVE);
});
// Without a listener a signal ends the process without its `exit` event.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => process.exit(130));

/**
 * @param {string} prefix short: sockets come to lie below, and their paths may have about a hundred characters
 * @returns {Promise<{ path: string, remove: () => Promise<void> }>}
 */
export async function temporaryFolder(prefix) {
  const path = await realpath(await mkdtemp(join(tmpdir(), prefix)));
  folders.add(path);
  const remove = async () => {
    await rm(path, REMOVE);
    folders.delete(path);
  };
  return { path, remove };
}
