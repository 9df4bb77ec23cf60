import type { Origin } from '../digest/digest.ts';
import { folderOf } from '../digest/report-index.ts';
import type { Crew } from './batch/crew.ts';
import type { Found, Source } from './result.ts';

/**
 * Reads the titles of all sources and gives each the sources that hold its report of the year before; they may come
 * behind it. One source alone is not read.
 *
 * @param advance is called for each source that was read
 */
export async function withYearsBefore(
  found: readonly Found[],
  crew: Crew,
  advance: () => void,
): Promise<readonly Found[]> {
  if (found.length < 2) return found;
  const origins: (Origin | undefined)[] = [];
  for await (const { result } of crew.each('origin', found, {})) {
    origins.push(result.kind === 'titled' ? result.origin : undefined);
    advance();
  }
  const byYear = new Map<string, Source[]>();
  for (const [at, source] of found.entries()) {
    const origin = origins[at];
    if ('kind' in source || !origin) continue;
    const key = keyOf(origin, origin.year, source);
    const same = byYear.get(key);
    if (same) same.push(source);
    else byYear.set(key, [source]);
  }
  return found.map((source, at) => {
    const origin = origins[at];
    if ('kind' in source || !origin) return source;
    const near = (year: number) => byYear.get(keyOf(origin, year, source));
    const [before, after] = [near(origin.year - 1), near(origin.year + 1)];
    return { ...source, ...(before ? { before } : {}), ...(after ? { after: true } : {}) };
  });
}

/** An organ whose name may be anybody's is looked for in the same folder only. */
function keyOf({ organ, placed }: Origin, year: number, { uri }: Source): string {
  return `${year} ${organ} ${placed ? '' : folderOf(uri)}`;
}
