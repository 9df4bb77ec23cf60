// Bundles what ships (client, server, command line) and what the scripts of tests run.
// `--watch` rebuilds on change, `--production` minifies and leaves out source maps.
import { context } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Packages that ship both: the ES modules can be shaken to what is used.
  mainFields: ['module', 'main'],
  minify: production,
  sourcemap: !production,
  logLevel: 'warning',
};

const bundles = [
  { entryPoints: ['client/src/extension.ts'], outfile: 'dist/client.js', external: ['vscode'], target: 'node18' },
  { entryPoints: ['server/src/lsp/main.ts'], outfile: 'dist/server.js', target: 'node18' },
  { entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  // A part of its own, loaded when the first PDF comes: it is larger than all the rest. Its library talks to the console.
  {
    entryPoints: ['server/src/import/pdf/pdf-file.ts'],
    outfile: 'dist/pdf.mjs',
    format: 'esm',
    minify: true,
    sourcemap: false,
    drop: ['console'],
  },
  ...(production
    ? []
    : [
        { entryPoints: ['test/bench/main.ts'], outfile: 'dist/bench.js' },
        { entryPoints: ['test/properties/soak/soak.ts'], outfile: 'dist/soak.js' },
        { entryPoints: ['test/properties/fuzz/fuzz.ts'], outfile: 'dist/fuzz.js' },
        { entryPoints: ['test/published/report.ts'], outfile: 'dist/wild.js' },
        { entryPoints: ['test/support/generate/main.ts'], outfile: 'dist/folder.js' },
      ]),
];

await Promise.all(
  bundles.map(async (bundle) => {
    const build = await context({ ...shared, ...bundle });
    await (watch ? build.watch() : build.rebuild());
    if (!watch) await build.dispose();
  }),
);
