import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Reports that are not part of the repository; beside its folder where they are at hand. */
const SHARED = resolve('../shared/reports');

/** What a test adds to its name when it has nothing to look at; empty when it has. */
export const missing = existsSync(join(SHARED, 'wild')) ? '' : ' (skipped: the pages are not beside this folder)';

/** A number that a reader finds in the prose of a page: `85 共收到依申请公开N件`. */
export interface Wanted {
  readonly value: number;
  /** In short: `N` stands for the number, `…` for words left out. Empty when only the number is known. */
  readonly wording: string;
}

/** A page of a site, and what a reader knows of it. */
export interface Page {
  readonly file: string;
  readonly text: string;
  readonly isReport: boolean;
  readonly organ: string;
  readonly year: number;
  readonly claims: readonly Wanted[];
  readonly note: string;
}

interface Entry {
  readonly claims: readonly string[];
  readonly org: string;
  readonly year: number;
  readonly note: string;
}

export function wildPages(): Page[] {
  if (missing) return [];
  const entries = JSON.parse(wild('claims.json')) as Record<string, Entry>;
  return Object.entries(entries).map(([file, { claims, org: organ, year, note }]) => ({
    file,
    text: wild(file),
    isReport: organ !== '(not a report)',
    organ,
    year,
    claims: claims.map(wantedOf),
    note,
  }));
}

const wild = (file: string): string => readFileSync(join(SHARED, 'wild', file), 'utf8');

function wantedOf(claim: string): Wanted {
  const [, value = '', wording = ''] = /^([\d.]+) ?(.*)$/.exec(claim) ?? [];
  return { value: Number(value), wording };
}

/** The only case of ../shared/reports/found whose name begins so. */
export function foundCase(prefix: string): string {
  const folder = join(SHARED, 'found');
  const names = readdirSync(folder).filter((name) => name.startsWith(prefix));
  if (names.length !== 1) throw new Error(`${names.length} cases begin with ${prefix}`);
  return readFileSync(join(folder, names[0] as string), 'utf8');
}
