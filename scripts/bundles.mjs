// What is bundled of the sources, and how: once for scripts/build.mjs and for the tests.
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { rulePages } from './rule-pages.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @type {import('esbuild').BuildOptions} */
const SHARED = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Packages that ship both: the ES modules can be shaken to what is used.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  // Says what was bundled, for the notices of its licences.
  metafile: true,
};

/** What the language server and the command line consist of. */
const PROGRAMS = [
  { entryPoints: ['server/src/lsp/main.ts'], outfile: 'dist/server.js', target: 'node18' },
  {
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    define: { RULE_PAGES: JSON.stringify(rulePages(ROOT)) },
  },
  // Parts of their own, loaded by the server when the first document comes, and by both when the first PDF does.
  { entryPoints: ['server/src/import/office.ts'], outfile: 'dist/office.js', target: 'node18' },
  // The one for PDF: it is larger than all the rest. Its library talks to the console.
  {
    entryPoints: ['server/src/import/pdf/pdf-file.ts'],
    outfile: 'dist/pdf.mjs',
    format: 'esm',
    minify: true,
    sourcemap: false,
    drop: ['console'],
  },
];

const CLIENT = {
  entryPoints: ['client/src/node.ts'],
  outfile: 'dist/client.js',
  external: ['vscode'],
  target: 'node18',
};

/** What runs in the view that draws a report; an editor's page has no modules of Node. */
const VIEW = {
  entryPoints: ['client/webview/main.ts'],
  outfile: 'dist/drawing.js',
  platform: 'browser',
  format: 'iife',
  target: 'chrome108',
};

/** What files/encoding.ts needs of Node. */
export const WITH_BUFFER = {
  alias: { 'node:buffer': './server/src/files/browser-buffer.ts' },
  inject: ['server/src/files/browser-buffer.ts'],
};

/** The same extension in an editor that runs in a browser, where a module of Node ends the build. */
const BROWSER = { platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };
const WEB = [
  {
    ...BROWSER,
    entryPoints: ['client/src/browser.ts'],
    outfile: 'dist/web/client.js',
    external: ['vscode'],
  },
  {
    ...BROWSER,
    ...WITH_BUFFER,
    entryPoints: ['server/src/lsp/browser/main.ts'],
    outfile: 'dist/web/server.js',
    format: 'iife',
  },
];

const SCRIPTS = [
  { entryPoints: ['test/bench/main.ts'], outfile: 'dist/bench.js' },
  { entryPoints: ['test/properties/soak/soak.ts'], outfile: 'dist/soak.js' },
  { entryPoints: ['test/properties/fuzz/fuzz.ts'], outfile: 'dist/fuzz.js' },
  { entryPoints: ['test/published/report.ts'], outfile: 'dist/wild.js' },
  { entryPoints: ['test/support/generate/main.ts'], outfile: 'dist/folder.js' },
];

/**
 * Whether a bundle is passed on to users.
 * @param {import('esbuild').BuildOptions} bundle
 */
export const ships = ({ outfile }) => SCRIPTS.every((script) => script.outfile !== outfile);

/**
 * All bundles, or those that ship, small and without source maps.
 * @param {{ production: boolean }} options
 * @returns {import('esbuild').BuildOptions[]}
 */
export function allBundles({ production }) {
  const look = { minify: production, sourcemap: !production };
  const wanted = [CLIENT, VIEW, ...WEB, ...PROGRAMS, ...(production ? [] : SCRIPTS)];
  return wanted.map((bundle) => /** @type {import('esbuild').BuildOptions} */ ({ ...SHARED, ...look, ...bundle }));
}

/**
 * Bundles the server and the command line as they are now into the folder `dist` of another folder.
 * @param {string} root the repository
 * @param {string} folder
 */
export async function bundlePrograms(root, folder) {
  const options = PROGRAMS.map((bundle) => ({ ...bundle, outfile: `${folder}/${bundle.outfile}` }));
  await Promise.all(
    options.map((bundle) =>
      build(/** @type {import('esbuild').BuildOptions} */ ({ ...SHARED, ...bundle, absWorkingDir: root })),
    ),
  );
}

/**
 * Bundles the command line as it ships, with what reads PDF, straight into a folder.
 * @param {string} root the repository
 * @param {string} folder
 */
export async function bundleCli(root, folder) {
  const wanted = PROGRAMS.filter(({ outfile }) => outfile === 'dist/cli.js' || outfile === 'dist/pdf.mjs');
  await Promise.all(
    wanted.map((bundle) => {
      const options = { ...SHARED, minify: true, ...bundle, outfile: join(folder, basename(bundle.outfile)) };
      return build(/** @type {import('esbuild').BuildOptions} */ ({ ...options, absWorkingDir: root }));
    }),
  );
}
