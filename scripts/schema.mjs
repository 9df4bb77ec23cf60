// `npm run schema`: writes what the program says of its settings into the files that editors read. schemas/ holds what an
// editor completes `.zfxxgk.json` from; package.json and its texts list the rules. A test holds that they are the same.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { outputFiles } = await build({
  absWorkingDir: root,
  stdin: {
    contents: "export * from './server/src/project/schema.ts'; export * from './server/src/project/manifest.ts';",
    resolveDir: root,
  },
  bundle: true,
  format: 'esm',
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { configJsonSchema, ruleSettings, ruleTitles } = await import(`data:text/javascript;base64,${code}`);

const read = (name) => JSON.parse(readFileSync(`${root}${name}`, 'utf8'));
const write = (name, value) => {
  writeFileSync(`${root}${name}`, JSON.stringify(value, null, 2));
  execFileSync(process.execPath, [
    `${root}node_modules/@biomejs/biome/bin/biome`,
    'format',
    '--write',
    `${root}${name}`,
  ]);
};

write('schemas/zfxxgk.schema.json', configJsonSchema());

const manifest = read('package.json');
manifest.contributes.configuration.properties['zfxxgk.rules'].properties = ruleSettings();
write('package.json', manifest);

for (const [name, locale] of [
  ['package.nls.json', 'en'],
  ['package.nls.zh-cn.json', 'zh'],
]) {
  const texts = Object.entries(read(name)).filter(([key]) => !key.startsWith('config.rules.'));
  const at = texts.findIndex(([key]) => key === 'config.rules') + 1;
  texts.splice(at, 0, ...Object.entries(ruleTitles(locale)));
  write(name, Object.fromEntries(texts));
}
