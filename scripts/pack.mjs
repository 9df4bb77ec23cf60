// What is delivered: the .vsix for VS Code, and the .tgz for `npm i -g`. The same sources give the same bytes, wherever
// and whenever they are packed.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { bundleCli } from './bundles.mjs';
import { run } from './run.mjs';
import { shippedReadme } from './shipped-readme.mjs';

/** When everything in a package was made: npm says the same of its packages. In UTC, for archives hold local time. */
const FIXED = { SOURCE_DATE_EPOCH: '499162500', TZ: 'UTC' };

/**
 * Builds the extension (vsce runs `vscode:prepublish`) and packs it.
 * @param {string} root the repository, or a copy of it
 * @param {string} vsix the file to write
 */
export async function packVsix(root, vsix) {
  const readme = join(root, 'dist', 'README.md');
  await mkdir(join(root, 'dist'), { recursive: true });
  const text = await readFile(join(root, 'README.md'), 'utf8');
  await writeFile(
    readme,
    shippedReadme(text, (path) => path.startsWith('docs/rules/')),
  );
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const what = ['package', ...options, '--readme-path', 'dist/README.md', '--out', resolve(vsix)];
  await run(process.execPath, [vsce, ...what], { cwd: root, env: { ...process.env, ...FIXED } });
}

/** The command of the npm package, and of the extension's manifest. */
const COMMAND = 'zfxxgk';

/**
 * Packs the command line as an npm package of its own, which depends on nothing.
 * @param {string} root the repository
 * @param {string} folder where the .tgz is to lie
 * @returns {Promise<string>} the way to it
 */
export async function packCli(root, folder) {
  const staged = await mkdtemp(join(tmpdir(), 'zfxxgk-npm-'));
  try {
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    await bundleCli(root, staged);
    const read = (/** @type {string} */ name) => readFile(join(root, name), 'utf8');
    const manual = await run(process.execPath, [join(staged, 'cli.js'), 'man', '--lang', 'zh']);
    const texts = {
      'package.json': `${JSON.stringify(manifestOf(manifest), null, 2)}\n`,
      'README.md': shippedReadme(await read('README.md'), () => false),
      'CHANGELOG.md': await read('CHANGELOG.md'),
      LICENSE: await read('LICENSE'),
      [`${COMMAND}.1`]: manual,
      'zfxxgk.schema.json': await read('schemas/zfxxgk.schema.json'),
    };
    for (const [name, text] of Object.entries(texts)) await writeFile(join(staged, name), text);
    const pack = ['pack', staged, '--ignore-scripts', '--silent', '--pack-destination', resolve(folder)];
    const name = await run('npm', pack, { cwd: staged });
    return relative(process.cwd(), join(resolve(folder), name.trim()));
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

/** @param {Record<string, any>} manifest the repository's */
function manifestOf({ version, license, keywords, engines, repository }) {
  return {
    name: COMMAND,
    version,
    description:
      '政府信息公开工作年度报告检查：核对统计表的勾稽关系和正文 (checks annual reports on open government information)',
    keywords,
    license,
    ...(repository ? { repository } : {}),
    engines: { node: engines.node },
    bin: { [COMMAND]: 'cli.js' },
    man: [`${COMMAND}.1`],
  };
}
