import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

/**
 * The file by which an office suite says that it holds a document open, if there is one beside it. Word puts `~$` before
 * the name, in place of its first characters when it is long; WPS writes `.~` before it, LibreOffice `.~lock.` and `#`.
 */
export function lockFileOf(path: string): string | undefined {
  const name = basename(path);
  const length = basename(name, extname(name)).length;
  const replaced = length > 7 ? 2 : length > 6 ? 1 : 0;
  const names = [`~$${name}`, `~$${name.slice(replaced)}`, `.~${name}`, `.~lock.${name}#`];
  return names.find((each) => existsSync(join(dirname(path), each)));
}
