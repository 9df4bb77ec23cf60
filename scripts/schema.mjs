// `npm run schema`: writes schemas/zfxxgk.schema.json, from which an editor completes `.zfxxgk.json`, out of the schema
// that the program itself reads such a file by. A test holds that the two are the same.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['server/src/project/schema.ts'],
  bundle: true,
  format: 'esm',
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { configJsonSchema } = await import(`data:text/javascript;base64,${code}`);
const texts = Object.entries(JSON.parse(readFileSync(`${root}package.nls.zh-cn.json`, 'utf8')));
const titles = Object.fromEntries(texts.map(([key, text]) => [key.replace(/^config\.rules\./, ''), text]));
const file = `${root}schemas/zfxxgk.schema.json`;
writeFileSync(file, JSON.stringify(configJsonSchema(titles), null, 2));
execFileSync(process.execPath, [`${root}node_modules/@biomejs/biome/bin/biome`, 'format', '--write', file]);
