// Runs the driven scenarios: mocha in this process over workbench/*.spec.mjs.
import { readdir } from 'node:fs/promises';
import Mocha from 'mocha';
import { EDITOR } from './paths.mjs';
import { setStage } from './stage.mjs';

/**
 * @param {import('./stage.mjs').Stage} stage
 * @param {{ grep?: string | undefined, folder?: string }} [options]
 * @returns {Promise<import('./suite.mjs').Counts & { milliseconds: number }>}
 */
export async function runDriven(stage, { grep, folder = `${EDITOR}workbench` } = {}) {
  const started = performance.now();
  setStage(stage);
  // A whole editor on a busy machine now and then drops a key; what fails is played again, and that is told.
  const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, forbidOnly: true, retries: 2, ...(grep ? { grep } : {}) });
  const specs = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.spec.mjs')).sort();
  for (const name of specs) mocha.addFile(`${folder}/${name}`);
  await mocha.loadFilesAsync();
  const runner = /** @type {Mocha.Runner} */ (
    await new Promise((resolve) => {
      const started = mocha.run(() => resolve(started));
      started.on('retry', (test, error) => console.log(`Played again: ${test.title}: ${error.message}`));
    })
  );
  const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
  return { passed: passes, failed: failures, skipped: pending, milliseconds: performance.now() - started };
}
