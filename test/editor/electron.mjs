// `npm run test:electron`: the same suite in a desktop VS Code. VSCODE_EXECUTABLE names an installed one;
// without it @vscode/test-electron downloads VSCODE_VERSION (default: stable).
import { join, resolve } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { exec } from '../../embedded-editor/exec.mjs';
import { installPackage } from '../../embedded-editor/install.mjs';
import { ROOT, VSIX } from '../../embedded-editor/paths.mjs';
import { prepareServer } from '../../embedded-editor/prepare.mjs';
import { temporaryFolder } from '../../embedded-editor/temporary.mjs';
import { EDITOR } from './harness/paths.mjs';

/** @param {string | undefined} version */
function download(version) {
  return downloadAndUnzipVSCode(version).catch((error) => {
    console.error(
      `electron: VS Code cannot be downloaded here (${error.message}). VSCODE_EXECUTABLE names an installed`,
    );
    console.error('one; `npm run test:editor` runs the same suite and needs no download.');
    process.exit(1);
  });
}

// The harness imports playwright-core from the embedded editor's package.
await prepareServer();
await installPackage(EDITOR, 'mocha');
const { bundleSuite } = await import('./harness/bundle.mjs');
const { readCounts, RESULT } = await import('./harness/suite.mjs');
const { freshWorkspace } = await import('./harness/workspace.mjs');

const started = performance.now();
const vsix = resolve(process.argv[2] ?? VSIX);
if (!process.argv[2]) await exec('npm', ['run', '--silent', 'package'], { cwd: ROOT, show: true });
const executable = process.env.VSCODE_EXECUTABLE ?? (await download(process.env.VSCODE_VERSION));
const bundle = await bundleSuite();
const workspace = await freshWorkspace();
const { path: profile, remove } = await temporaryFolder('vsc-');
const dirs = [`--user-data-dir=${profile}/u`, `--extensions-dir=${profile}/x`];
const result = join(profile, 'result.json');
try {
  const [cli = executable] = resolveCliArgsFromVSCodeExecutablePath(executable);
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  await exec(cli, [...dirs, ...sandbox, '--install-extension', vsix, '--force']);
  const exitCode = await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: bundle,
    extensionTestsPath: join(bundle, 'index.js'),
    extensionTestsEnv: { [RESULT]: result },
    launchArgs: [workspace.folder, ...dirs, ...sandbox, '--disable-workspace-trust', '--skip-welcome'],
  }).catch((error) => {
    console.error(String(error));
    return 1;
  });
  const { passed, failed, skipped } = await readCounts(result);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`electron suite: ${passed} passed, ${failed} failed, ${skipped} skipped in ${seconds} s`);
  process.exitCode = failed > 0 ? 1 : exitCode;
} finally {
  await workspace.remove();
  await remove();
}
