import { defineConfig } from 'vitest/config';
import { rulePages } from './scripts/rule-pages.mjs';

export default defineConfig({
  // As in scripts/bundles.mjs.
  define: { RULE_PAGES: JSON.stringify(rulePages(import.meta.dirname)) },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**', '**/node_modules/**'],
    globalSetup: 'test/support/pack.mjs',
    // The files of a worker share what they import: no module of the program keeps a state, and to compile all of them
    // anew for each file was half of the time.
    isolate: false,
    pool: 'threads',
    // On two processors vitest would leave one idle.
    maxWorkers: '100%',
    // They end what hangs and measure nothing: a loaded machine has taken twenty times as long as an idle one.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
