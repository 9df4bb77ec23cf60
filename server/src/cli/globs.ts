import { compileGlob, matcherOf } from '../project/glob.ts';
import { pathFrom } from './projects.ts';
import type { Source } from './source.ts';
import { UsageError } from './usage-error.ts';

/** A pattern of files, and the folder above all that it can match. */
export interface SearchGlob {
  readonly folder: string;
  /** Whether a path, as the search through that folder shows it, is meant. */
  readonly matches: (path: string) => boolean;
  /** Whether a file is looked at for its name though files of its kind are not looked for in folders. */
  readonly isOther: (name: string) => boolean;
}

/**
 * Reads a pattern of files; those of `.zfxxgk.json` are written alike. On Windows a backslash parts folders, too.
 *
 * @throws UsageError for one that is not supported
 */
export function readGlob(pattern: string, platform: NodeJS.Platform = process.platform): SearchGlob {
  const path = slashes(pattern, platform);
  const names = path.split('/');
  const first = names.findIndex((name) => /[*?[{]/.test(name));
  const folder = names.slice(0, first < 0 ? -1 : first).join('/');
  // `*.csv` means files that a folder is not searched for; `*` does not.
  const [, extension] = /(\.[\p{L}\p{N}]+)$/u.exec(path) ?? [];
  return {
    folder: folder === '' ? (path.startsWith('/') ? '/' : '.') : folder,
    matches: matcherOf([checked(path)]),
    isOther: (name) => extension !== undefined && name.endsWith(extension),
  };
}

/**
 * Tells whether patterns leave a file out. A folder stands for what is in it; a pattern without a slash may lie in any
 * folder.
 *
 * @throws UsageError for one that is not supported
 */
export function excludedBy(
  patterns: readonly string[],
  platform: NodeJS.Platform = process.platform,
): (source: Source) => boolean {
  const all = patterns.flatMap((pattern) => {
    const path = checked(slashes(pattern, platform).replace(/\/+$/, ''));
    const anywhere = path.includes('/') ? path : `**/${path}`;
    return [anywhere, `${anywhere}/**`];
  });
  const matches = matcherOf(all);
  return (source) => !source.stdin && (matches(pathFrom('.', source) ?? source.path) || matches(source.path));
}

function slashes(pattern: string, platform: NodeJS.Platform): string {
  return (platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern).replace(/^(?:\.\/)+/, '');
}

function checked(pattern: string): string {
  if (compileGlob(pattern)) return pattern;
  throw new UsageError({
    zh: `不支持这个通配符：${pattern}（可以用 *、**、?、[a-z]、{甲,乙}）`,
    en: `this pattern is not supported: ${pattern} (there are *, **, ?, [a-z] and {a,b})`,
  });
}
