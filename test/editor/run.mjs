// `npm run test:editor`: packs the extension and tests the package in a real VS Code.
//   --pack COMMAND   how to build and pack (default: npm run package); --pack '' takes the package as it is
//   --vsix PATH      the package (default: zfxxgk-report.vsix)
//   --only PART      suite, or workbench
//   --grep TEXT      only the tests whose title holds it
//   --host HOST      where the extension runs: node, browser (a worker of the page), or both, the default
//   --latest         the newest VS Code instead of the pinned one (Linux on x64; 400 MB more on first use)
//   --required       a machine without Chromium is a failure, not a skip
// Only what Node brings along may be imported here before prepare() has installed the rest.
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exec } from '../../embedded-editor/exec.mjs';
import { installPackage } from '../../embedded-editor/install.mjs';
import { ROOT, VSIX } from '../../embedded-editor/paths.mjs';
import { prepare } from '../../embedded-editor/prepare.mjs';
import { HOSTS } from './harness/hosts.mjs';
import { EDITOR } from './harness/paths.mjs';

/** @typedef {import('./harness/suite.mjs').Counts} Counts */

const { values: options } = parseArgs({
  options: {
    pack: { type: 'string', default: 'npm run --silent package' },
    vsix: { type: 'string', default: VSIX },
    only: { type: 'string' },
    grep: { type: 'string' },
    suite: { type: 'string', default: `${EDITOR}suite` },
    workbench: { type: 'string', default: `${EDITOR}workbench` },
    host: { type: 'string', default: 'both' },
    latest: { type: 'boolean', default: false },
    required: { type: 'boolean', default: false },
  },
});

const hosts = Object.keys(HOSTS).filter((host) => options.host === 'both' || options.host === host);

/**
 * @param {string} part
 * @param {Counts & { milliseconds: number }} result
 */
function tell(part, { passed, failed, skipped, milliseconds }) {
  console.log(
    `${part}: ${passed} passed, ${failed} failed, ${skipped} skipped in ${(milliseconds / 1000).toFixed(1)} s`,
  );
}

/**
 * Both parts, one after the other: two editors at once would make the figures worthless.
 * @param {import('../../embedded-editor/prepare.mjs').Tools} tools
 * @param {string} vsix
 */
async function runAll(tools, vsix) {
  const { bundleSuite } = await import('./harness/bundle.mjs');
  const { launchBrowser } = await import('../../embedded-editor/browser.mjs');
  const { wordMemory } = await import('./harness/memory.mjs');
  const { runSuite } = await import('./harness/suite.mjs');
  const { runDriven } = await import('./harness/driven.mjs');
  const browser = await launchBrowser(tools.chromium);
  const results = /** @type {Counts[]} */ ([]);
  try {
    for (const host of options.only === 'workbench' ? [] : hosts) {
      const bundle = await bundleSuite(resolve(options.suite));
      const env = { EDITOR_HOST: host, ...(options.grep ? { EDITOR_SUITE_GREP: options.grep } : {}) };
      const result = await runSuite({ browser, bundle, server: { tools, vsix, settings: HOSTS[host] ?? {} }, env });
      tell(`editor suite, extension in ${host}`, result);
      console.log(wordMemory(result.memory));
      // An exit code without a failed test is a suite that could not even begin.
      results.push({ ...result, failed: result.failed || Math.sign(result.exitCode) });
    }
    if (options.only !== 'suite') {
      const result = await runDriven(
        { tools, vsix, browser },
        { grep: options.grep, folder: resolve(options.workbench) },
      );
      tell('driven workbench', result);
      results.push(result);
    }
  } finally {
    await browser.close();
  }
  return results;
}

// What goes wrong on the way is told in its own words; a stack of the runner helps nobody.
process.on('uncaughtException', (error) => {
  console.error(`editor: ${error.message}`);
  process.exit(1);
});

const started = performance.now();
await installPackage(EDITOR, 'mocha');
const ready = await prepare({ latest: options.latest });
if ('skipped' in ready) {
  console.log(`editor: SKIPPED, nothing was tested in VS Code: ${ready.skipped}`);
  console.log('editor: 0 passed, 0 failed, 1 skipped');
  process.exit(options.required ? 1 : 0);
}
if (options.pack) await exec('sh', ['-c', options.pack], { cwd: ROOT, show: true });
await exec(`${ROOT}node_modules/.bin/tsc`, ['--project', EDITOR]);
const vsix = resolve(options.vsix);
await access(vsix);
const results = await runAll(ready.tools, vsix);
const sum = (/** @type {keyof Counts} */ key) => results.reduce((total, one) => total + one[key], 0);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `editor: ${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped in ${seconds} s altogether`,
);
process.exit(sum('failed') > 0 || sum('passed') === 0 ? 1 : 0);
