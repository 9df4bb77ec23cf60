// Bundles the suite into a folder that is at the same time the extension "in development" VS Code runs it for.
// That extension is an empty stub, so that the one under test is the installed package and not the source tree.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { BUNDLE, EDITOR } from './paths.mjs';

const STUB = { name: 'editor-suite', publisher: 'test', version: '0.0.0', engines: { vscode: '*' }, type: 'commonjs' };

/** Mocha stays outside of the bundle; its place has to be spelt out, because the bundle lies where none is installed. */
const MOCHA = {
  name: 'mocha',
  /** @param {import('esbuild').PluginBuild} bundler */
  setup(bundler) {
    const entry = createRequire(`${EDITOR}package.json`).resolve('mocha');
    bundler.onResolve({ filter: /^mocha$/ }, () => ({ path: pathToFileURL(entry).href, external: true }));
  },
};

/**
 * Bundles index.ts and every *.spec.ts of a folder, each into a file of its own.
 * @param {string} [suite] the folder with the specs
 * @param {string} [outdir] emptied first
 * @returns {Promise<string>} the bundle's folder
 */
export async function bundleSuite(suite = `${EDITOR}suite`, outdir = BUNDLE) {
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const specs = (await readdir(suite)).filter((name) => name.endsWith('.spec.ts')).map((name) => `${suite}/${name}`);
  await build({
    entryPoints: [`${EDITOR}suite/index.ts`, ...specs].map((path) => ({ in: path, out: basename(path, '.ts') })),
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode'],
    plugins: [MOCHA],
    logLevel: 'warning',
  });
  await writeFile(`${outdir}/package.json`, JSON.stringify(STUB));
  return outdir;
}
