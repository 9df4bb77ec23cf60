// Bundles what ships (client, server, command line) and what the scripts of tests run.
// `--watch` rebuilds on change, `--production` minifies and leaves out source maps.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';
import { allBundles, ships } from './bundles.mjs';
import { bundledPackages, notices } from './notices.mjs';
import { buildPage } from './page.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const page = buildPage();
const metafiles = await Promise.all(
  allBundles({ production }).map(async (bundle) => {
    const build = await context(bundle);
    if (watch) return build.watch();
    const { metafile } = await build.rebuild();
    await build.dispose();
    return ships(bundle) ? metafile : undefined;
  }),
);
await page;
if (!watch) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  writeFileSync('dist/NOTICES.txt', notices(root, bundledPackages(metafiles.flatMap((each) => each ?? []))));
}
