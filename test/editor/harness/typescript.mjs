// A scene needs what the unit tests make: a file in TypeScript, bundled on the way.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Imports a module of the tests.
 * @param {URL} file
 * @returns {Promise<Record<string, any>>}
 */
export async function importTypeScript(file) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(file)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  const [{ contents } = { contents: new Uint8Array() }] = outputFiles;
  return import(`data:text/javascript;base64,${Buffer.from(contents).toString('base64')}`);
}
