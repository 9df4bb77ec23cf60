import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

export const readJson = (path: string): unknown => JSON.parse(read(path));

/** Files below a folder of the repository, as paths from its root with slashes, in alphabetical order. */
export function filesIn(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith(ending))
    .sort();
}

/** One import or re-export of a file. */
export interface Import {
  readonly from: string;
  /** What is written between the quotes. */
  readonly specifier: string;
  /** The file that it names, as a path from the root; undefined for a package. */
  readonly file: string | undefined;
  /** It brings in nothing at run time. */
  readonly typeOnly: boolean;
}

/** Source text without comments; strings stay. Good enough for our own style, in which no string holds `//` or `/*`
 * behind a blank. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

// `import x from 'y'`, `import { a,\n b } from 'y'`, `export * from 'y'`, `import 'y'`; the clause holds no quote.
const STATIC = /^(?:import|export)\s+(?:([^'";]*?)\s*from\s+)?'([^']+)'/gm;
const DYNAMIC = /\b(?:import|require)\s*\(\s*['"`]([^'"`]+)/g;

export function importsOf(from: string): Import[] {
  const text = withoutComments(read(from));
  const fixed = [...text.matchAll(STATIC)].map(([, clause = '', specifier = '']) => ({
    specifier,
    typeOnly: isTypeOnly(clause),
  }));
  const dynamic = [...text.matchAll(DYNAMIC)].map(([, specifier = '']) => ({ specifier, typeOnly: false }));
  return [...fixed, ...dynamic].map(({ specifier, typeOnly }) => ({
    from,
    specifier,
    file: specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), specifier)) : undefined,
    typeOnly,
  }));
}

function isTypeOnly(clause: string): boolean {
  if (/^type\s/.test(clause)) return true;
  const [, names] = /^\{([^}]*)\}$/.exec(clause.trim()) ?? [];
  const each = names?.split(',').filter((name) => name.trim() !== '') ?? [];
  return each.length > 0 && each.every((name) => name.trim().startsWith('type '));
}
