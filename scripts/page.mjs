// Builds dist/zfxxgk.html: the page that checks reports without any installation, in one file that loads nothing.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { WITH_BUFFER } from './bundles.mjs';
import { bundledPackages, notices } from './notices.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EXAMPLE = 'examples/栖梧街道办事处-2025.txt';

/** @type {import('esbuild').BuildOptions} */
const SHARED = {
  absWorkingDir: ROOT,
  bundle: true,
  write: false,
  minify: true,
  format: 'iife',
  platform: 'browser',
  // Browsers of the last four years.
  target: ['chrome108', 'firefox108', 'safari16'],
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  // Says what was bundled, for the notices of its licences.
  metafile: true,
};

/**
 * The source of a bundle, which may stand between <script> and </script>.
 * @param {import('esbuild').BuildOptions} options
 * @param {import('esbuild').Metafile[]} metafiles gets what was bundled
 */
async function sourceOf(options, metafiles) {
  const { outputFiles, metafile } = await build({ ...SHARED, ...options });
  if (metafile) metafiles.push(metafile);
  return (outputFiles?.[0]?.text ?? '').trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

/** @param {string} text */
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** @param {string} path */
const read = (path) => readFileSync(`${ROOT}${path}`, 'utf8');

/**
 * Writes the page into the folder `dist` of another folder.
 * @param {string} [folder] ends with a slash
 * @returns {Promise<string>} the file
 */
export async function buildPage(folder = ROOT) {
  const metafiles = /** @type {import('esbuild').Metafile[]} */ ([]);
  const engine = await sourceOf(
    {
      entryPoints: ['page/src/engine.ts'],
      ...WITH_BUFFER,
    },
    metafiles,
  );
  const define = { ENGINE: JSON.stringify(engine), EXAMPLE: JSON.stringify(read(EXAMPLE)) };
  const script = await sourceOf({ entryPoints: ['page/src/main.ts'], define }, metafiles);
  const { outputFiles } = await build({ ...SHARED, entryPoints: ['server/src/view/style.ts'], format: 'esm' });
  const { STYLE } = await import(`data:text/javascript,${encodeURIComponent(outputFiles?.[0]?.text ?? '')}`);
  const style = STYLE + read('page/page.css').replaceAll('\n', '');
  const policy = `default-src 'none';script-src ${hash(script)};style-src ${hash(style)};worker-src blob:;connect-src 'none';base-uri 'none';form-action 'none'`;
  // The page is passed on by itself, so what its packages ask to be told stands in it.
  const own = notices(ROOT, bundledPackages(metafiles)).replaceAll('-->', '-- >');
  const parts = { POLICY: policy, STYLE: style, SCRIPT: script, NOTICES: own };
  const page = read('page/page.html').replace(
    /\b(?:POLICY|STYLE|SCRIPT|NOTICES)\b/g,
    (name) => parts[/** @type {keyof typeof parts} */ (name)],
  );
  const file = join(folder, 'dist', 'zfxxgk.html');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, page);
  return file;
}
