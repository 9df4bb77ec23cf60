import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A server bundled for one file of tests. */
export interface Bundle {
  readonly path: string;
  readonly remove: () => void;
}

/** Bundles the server's sources as they are now, with the options of scripts/build.mjs: no test runs an old server. */
export async function bundleServer(): Promise<Bundle> {
  const folder = mkdtempSync(join(tmpdir(), 'zfxxgk-lsp-'));
  const path = join(folder, 'dist', 'server.js');
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['server/src/lsp/main.ts'],
    outfile: path,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    mainFields: ['module', 'main'],
    sourcemap: true,
    logLevel: 'warning',
  });
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
