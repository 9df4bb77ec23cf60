// The pages of docs/rules as one constant, so that dist/cli.js is whole by itself, wherever it is copied to.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/**
 * @param {string} root the repository
 * @returns {string} the Markdown of each page by its code: JSON, compressed (brotli), in base64
 */
export function rulePages(root) {
  const folder = join(root, 'docs', 'rules');
  const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  const pages = names.sort().map((name) => [name.slice(0, -'.md'.length), readFileSync(join(folder, name), 'utf8')]);
  return brotliCompressSync(JSON.stringify(Object.fromEntries(pages))).toString('base64');
}
