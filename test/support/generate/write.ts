import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { folderOf, type Plan } from './folder.ts';

/** Writes the folder; the sum of the bytes and of the files is what measurements are divided by. */
export async function writeFolder(target: string, plan: Plan): Promise<{ files: number; bytes: number }> {
  const made = new Set<string>();
  let files = 0;
  let bytes = 0;
  for (const file of folderOf(plan)) {
    const place = join(target, file.path);
    const folder = dirname(place);
    if (!made.has(folder)) await mkdir(folder, { recursive: true });
    made.add(folder);
    await writeFile(place, file.bytes);
    files += 1;
    bytes += file.bytes.length;
  }
  return { files, bytes };
}
