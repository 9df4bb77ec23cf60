// Installs a package of npm once. Imports only what Node brings along, because it runs before `npm ci` did.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { exec } from './exec.mjs';

/**
 * Installs a package once for each lock file. The stamp is written last, so that an interrupted installation is repeated
 * rather than trusted.
 * @param {string} folder ends with a slash
 * @param {string} what is told before it is installed
 * @param {() => Promise<void>} [finish] what is still to be done then
 */
export async function installPackage(folder, what, finish = async () => {}) {
  const stamp = `${folder}node_modules/.prepared`;
  const lock = createHash('sha256')
    .update(await readFile(`${folder}package-lock.json`))
    .digest('hex');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === lock) return;
  console.log(`editor: installing ${what}`);
  await exec('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
  await finish();
  await writeFile(stamp, lock);
}
