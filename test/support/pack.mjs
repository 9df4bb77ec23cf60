// Before all tests: bundles the sources as they are now, once, so that no test runs an old program.
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePrograms } from '../../scripts/bundles.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @param {import('vitest/node').TestProject} project */
export default async function pack(project) {
  const folder = mkdtempSync(join(tmpdir(), 'zfxxgk-packed-'));
  // mkdtemp makes a folder that only its owner can enter; tests start programs as another user, too.
  chmodSync(folder, 0o755);
  const bundle = () => bundlePrograms(ROOT, folder);
  await bundle();
  for (const beside of ['package.json', 'docs/rules'])
    cpSync(join(ROOT, beside), join(folder, beside), { recursive: true });
  project.onTestsRerun(bundle);
  project.provide('packed', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
