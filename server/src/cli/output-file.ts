import { once } from 'node:events';
import { createWriteStream, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { systemError } from './system-error.ts';
import type { Output } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** A file for results, which takes the place of an older one only when it is complete. */
export interface OutputFile {
  readonly out: Output;
  readonly done: () => Promise<void>;
  /** Leaves what was there as it was. */
  readonly drop: () => Promise<void>;
}

/**
 * Opens a file for results. What is no ordinary file (`/dev/stderr`, a pipe) is written as it is.
 *
 * @throws UsageError when it cannot be written, from here and from `done`
 */
export async function openOutput(path: string): Promise<OutputFile> {
  const stats = statSync(path, { throwIfNoEntry: false });
  const isOrdinary = !stats || stats.isFile();
  const place = isOrdinary ? `${path}.${process.pid}.tmp` : path;
  const out = createWriteStream(place);
  const failed = (error: unknown) => unwritten(path, error);
  await once(out, 'open').catch((error: unknown) => {
    throw failed(error);
  });
  const close = () => new Promise<void>((resolve) => out.end(() => resolve()));
  return {
    out,
    done: async () => {
      await close();
      if (isOrdinary)
        await rename(place, path).catch(async (error: unknown) => {
          await rm(place, { force: true });
          throw failed(error);
        });
    },
    drop: async () => {
      await close();
      if (isOrdinary) await rm(place, { force: true });
    },
  };
}

function unwritten(path: string, error: unknown): UsageError {
  const { zh, en } = systemError(error);
  return new UsageError({ zh: `${path}：无法写入（${zh}）`, en: `${path}: cannot be written (${en})` });
}
