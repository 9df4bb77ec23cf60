import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**', '**/node_modules/**'],
    globalSetup: 'test/support/pack.mjs',
    // The files of a worker share what they import: no module of the program keeps a state, and to compile all of them
    // anew for each file was half of the time.
    isolate: false,
    pool: 'threads',
    testTimeout: 30_000,
  },
});
