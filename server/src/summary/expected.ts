import { organKey } from '../digest/organ.ts';
import type { Counted } from './counted.ts';

/** An organ with a report on some year. */
export type Reporter = Pick<Counted, 'agency' | 'year'>;

/** The organs without a report on a year. */
export interface Missing {
  readonly year: number;
  readonly organs: readonly string[];
  /** Whether they were listed by name; else they have a report on the year before. */
  readonly listed: boolean;
}

/** The names in a list of organs: one a line, blank lines and those that begin with `#` left out. */
export function organsIn(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== '' && !line.startsWith('#')))];
}

/**
 * Which organs have no report on these years: of those listed or, without a list, of those with a report on the year
 * before.
 *
 * @param all every report that was found, whatever its year
 */
export function missingOrgans(
  years: readonly number[],
  all: readonly Reporter[],
  listed: readonly string[] | undefined,
): readonly Missing[] {
  return years.flatMap((year) => {
    const wanted = listed ?? [...new Set(all.filter((one) => one.year === year - 1).map(({ agency }) => agency))];
    const there = new Set(all.filter((one) => one.year === year).map(({ agency }) => organKey(agency)));
    const organs = wanted.filter((organ) => organ !== '' && !isIn(organKey(organ), there));
    return organs.length > 0 ? [{ year, organs, listed: listed !== undefined }] : [];
  });
}

/** A name may be written with or without the places above: 栖云县水利局, 水利局. */
function isIn(organ: string, keys: ReadonlySet<string>): boolean {
  if (keys.has(organ)) return true;
  const longer = [...keys].filter((key) => key.endsWith(organ) || organ.endsWith(key));
  return organ.length > 2 && longer.length === 1;
}
