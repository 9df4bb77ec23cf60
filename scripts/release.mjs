// `npm run release`: builds, tests and packs what is committed, twice, and publishes it.
//   --dry-run      says what would be published, and changes nothing: all of it happens in a copy
//   --skip-tests   without the tests, for a look at the packages
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { packCli, packVsix } from './pack.mjs';
import { run } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const options = readOptions();

function readOptions() {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  try {
    return parseArgs({ options: { 'dry-run': flag, 'skip-tests': flag } }).values;
  } catch {
    console.error('用法：npm run release -- [--dry-run] [--skip-tests]');
    process.exit(2);
  }
}

const git = (/** @type {string[]} */ ...args) => run('git', args, { cwd: root });

/** What keeps a release from being made, in words. */
async function obstacles() {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const changes = await readFile(join(root, 'CHANGELOG.md'), 'utf8');
  const all = [
    (await git('status', '--porcelain')).trim() === '' || '有没有提交的改动 (uncommitted changes)',
    changes.includes(`## [${version}]`) || `CHANGELOG.md 中没有 [${version}] 一节 (no section for this version)`,
    (await git('tag', '--list', `v${version}`)).trim() === '' || `标签 v${version} 已经有了 (the tag exists)`,
  ];
  return { version, words: all.filter((each) => each !== true) };
}

/** @param {string} copy @param {string} folder */
async function pack(copy, folder) {
  const vsix = join(folder, 'zfxxgk-report.vsix');
  await packVsix(copy, vsix);
  return [vsix, await packCli(copy, folder)];
}

/** @param {string} file */
async function describe(file) {
  const bytes = await readFile(file);
  return { name: basename(file), size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** @param {string} work a folder that is removed afterwards */
async function build(work) {
  const copy = join(work, 'source');
  // A clone holds what is committed, and nothing else.
  await run('git', ['clone', '--quiet', '--depth', '1', pathToFileURL(root).href, copy]);
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: copy });
  if (!options['skip-tests']) await run('npm', ['test'], { cwd: copy, show: true });
  const folders = [join(work, 'one'), join(work, 'two')];
  for (const folder of folders) await mkdir(folder);
  const packed = [];
  for (const folder of folders) packed.push(await Promise.all((await pack(copy, folder)).map(describe)));
  const [once, again] = packed;
  if (JSON.stringify(once) !== JSON.stringify(again)) throw new Error('两次打包的结果不同 (two builds differ)');
  return { files: once ?? [], folder: folders[0] ?? '' };
}

/** @param {string} folder @param {string} version */
async function publish(folder, version) {
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const publishing = ['publish', '--packagePath', join(folder, 'zfxxgk-report.vsix')];
  await run(process.execPath, [vsce, ...publishing], { cwd: root, show: true });
  await run('npm', ['publish', join(folder, `zfxxgk-${version}.tgz`)], { cwd: root, show: true });
  await git('tag', `v${version}`);
}

const { version, words } = await obstacles();
if (words.length > 0 && !options['dry-run']) {
  console.error(`不能发布 (cannot release)：\n${words.map((each) => `  ${each}`).join('\n')}`);
  process.exit(1);
}
const work = await mkdtemp(join(tmpdir(), 'zfxxgk-release-'));
try {
  const { files, folder } = await build(work);
  const tests = options['skip-tests'] ? '没有测试 (not tested)' : '测试通过 (tested)';
  console.log(`版本 (version) ${version}，${tests}，两次打包逐字节相同 (two builds are the same)：`);
  for (const { name, size, sha256 } of files)
    console.log(`  ${name}  ${(size / 1024).toFixed(0)} KB  sha256 ${sha256}`);
  if (options['dry-run']) {
    for (const each of words) console.log(`发布前还要 (before a release)：${each}`);
    console.log('将发布到 VS Code 市场和 npm，并打上标签；这次什么也没有改动 (dry run: nothing was changed)。');
  } else await publish(folder, version);
} finally {
  await rm(work, { recursive: true, force: true });
}
