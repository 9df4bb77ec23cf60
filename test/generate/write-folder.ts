// `npm run folder -- TARGET`: writes a folder of generated reports, the same ones for the same seed. Three years of
// 3,334 organs unless `--organs`, `--years 2023,2024` or `--seed` say otherwise.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { folderOf, type Plan, THREE_YEARS } from './folder.ts';

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

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    options: { organs: text, years: text, seed: text },
    allowPositionals: true,
  });
  const [target] = positionals;
  if (target === undefined) throw new Error('usage: npm run folder -- TARGET [--organs N] [--years Y,Y] [--seed N]');
  const plan: Plan = {
    ...THREE_YEARS,
    ...(values.organs === undefined ? {} : { organs: Number(values.organs) }),
    ...(values.years === undefined ? {} : { years: values.years.split(',').map(Number) }),
    ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
  };
  const { files, bytes } = await writeFolder(target, plan);
  console.log(`${files} reports, ${(bytes / 1024 / 1024).toFixed(1)} MB, in ${target}`);
}

void main();
