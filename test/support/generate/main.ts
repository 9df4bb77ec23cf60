// `npm run folder -- TARGET`: writes a folder of generated reports, the same ones for the same seed. Three years of
// 3,334 organs unless `--organs`, `--years 2023,2024` or `--seed` say otherwise.
import { parseArgs } from 'node:util';
import { type Plan, THREE_YEARS } from './folder.ts';
import { writeFolder } from './write.ts';

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
