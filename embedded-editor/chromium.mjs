// A browser for the workbench: found where there is one, installed where we may.
import { chromium } from 'playwright-core';
import { ask, exec } from './exec.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/**
 * The path of a Chromium that starts, or undefined. CHROME_PATH goes before all others.
 * @returns {Promise<string | undefined>}
 */
async function findChromium() {
  const candidates = [process.env.CHROME_PATH, ...NAMES, chromium.executablePath()];
  for (const candidate of candidates) {
    // Ubuntu's package `chromium` may be a stub that asks for snap: only one that answers counts.
    if (candidate && (await ask(candidate, ['--version'])) !== undefined) {
      return candidate.includes('/') ? candidate : (await ask('sh', ['-c', `command -v ${candidate}`]))?.trim();
    }
  }
  return undefined;
}

/** Why apt-get cannot be used here, or undefined. */
async function noApt() {
  if ((await ask('apt-get', ['--version'])) === undefined) return 'there is no apt-get here to install one';
  return process.getuid?.() === 0
    ? undefined
    : 'installing one needs root: sudo apt-get install chromium fonts-noto-cjk';
}

/** @param {readonly string[]} packages */
async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await exec('apt-get', ['update', '-qq'], { env });
  await exec('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
}

/** Without a font for Chinese the tests still pass, but every screenshot shows boxes. */
async function ensureChineseFont() {
  if ((await ask('fc-list', [':lang=zh', 'family']))?.trim()) return;
  const failed = (await noApt()) ?? (await aptInstall(['fonts-noto-cjk']).then(() => undefined, String));
  if (failed) console.warn(`editor: no Chinese font for the screenshots (${failed})`);
}

/**
 * Finds or installs Chromium and a Chinese font.
 * @returns {Promise<{ executable: string } | { missing: string }>} `missing` says why there is none, for the reader
 */
export async function ensureChromium() {
  let executable = await findChromium();
  if (!executable) {
    let reason = await noApt();
    if (!reason) {
      console.log('editor: installing chromium and fonts-noto-cjk with apt-get (about half a minute)');
      reason = await aptInstall(['chromium', 'fonts-noto-cjk']).then(() => undefined, String);
    }
    executable = reason ? undefined : await findChromium();
    if (!executable)
      return {
        missing: `no Chromium was found (CHROME_PATH names one): ${reason ?? 'the installed one does not start'}`,
      };
  }
  await ensureChineseFont();
  return { executable };
}
