// Bundles what ships (client, server, command line) and what the scripts of tests run.
// `--watch` rebuilds on change, `--production` minifies and leaves out source maps.
import { context } from 'esbuild';
import { allBundles } from './bundles.mjs';
import { buildPage } from './page.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

await Promise.all([
  buildPage(),
  ...allBundles({ production }).map(async (bundle) => {
    const build = await context(bundle);
    await (watch ? build.watch() : build.rebuild());
    if (!watch) await build.dispose();
  }),
]);
