// What VS Code runs in its extension host: mocha over every spec that lies beside this file.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';

/** Begins every line of ours: the runner shows these and keeps the editor's own chatter for when something failed. */
const MARK = '│ ';

/** Resolves when every test passed; its rejection is what makes VS Code exit with a failure. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  Mocha.reporters.Base.consoleLog = (...args) => console.log(format(...args).replace(/^/gm, MARK));
  const grep = process.env.EDITOR_SUITE_GREP;
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, forbidOnly: true, ...(grep ? { grep } : {}) });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.spec.js')) mocha.addFile(join(__dirname, name));
  }
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.once('end', () => {
      const { passes = 0, failures: failed = 0, pending = 0 } = runner.stats ?? {};
      const result = process.env.EDITOR_SUITE_RESULT;
      if (result) writeFileSync(result, JSON.stringify({ passed: passes, failed, skipped: pending }));
    });
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
