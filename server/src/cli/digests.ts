import type { Earlier, Origin, ReportFile, Summary } from '../checks/years/digest.ts';
import { Shelf } from '../checks/years/shelf.ts';
import { each, type Ways } from './batch/each.ts';
import { peek } from './batch/ordered.ts';
import type { Digest, DigestOptions } from './digest.ts';
import type { Found, Source } from './result.ts';

/** A report and its digest, as the bytes of its JSON: the objects would take many times the memory. */
interface Packed {
  readonly file: ReportFile;
  readonly bytes: Buffer;
}

/** The digests of all sources, some two kilobytes each: those of ten thousand reports are twenty megabytes. */
export class Digests {
  private readonly origins = new Map<string, Origin>();
  private readonly byYear = new Map<string, Packed[]>();

  add({ path, uri, summary }: Digest): void {
    if (!summary) return;
    const { agency, organ, placed, year } = summary;
    const key = keyOf(organ, year);
    const packed = { file: { uri, name: path }, bytes: Buffer.from(JSON.stringify(summary)) };
    this.byYear.set(key, [...(this.byYear.get(key) ?? []), packed]);
    this.origins.set(uri, { agency, organ, placed, year });
  }

  /** The report of the year before, as far as the copies of it agree. */
  before({ uri }: Source): Earlier | undefined {
    const now = this.origins.get(uri);
    const packed = now && this.byYear.get(keyOf(now.organ, now.year - 1));
    if (!packed) return undefined;
    const shelf = new Shelf();
    for (const { file, bytes } of packed) shelf.set(file, JSON.parse(bytes.toString()) as Summary);
    return shelf.before(now, uri);
  }
}

function keyOf(organ: string, year: number): string {
  return `${year} ${organ}`;
}

/**
 * Reads every file once and keeps the digests of reports: what a report is compared with may come behind it. With less
 * than two files there is nothing to compare, and nothing is read.
 *
 * @param advance is called for each file that was read
 */
export async function readDigests(
  found: AsyncIterable<Found>,
  options: DigestOptions,
  ways: Ways,
  advance: () => void,
): Promise<Digests | undefined> {
  const { first, all } = await peek(withoutStdin(found), 2);
  if (first.length < 2) return undefined;
  const digests = new Digests();
  for await (const { result } of each('digest', all, options, ways)) {
    if (result.kind === 'digest') digests.add(result);
    advance();
  }
  return digests;
}

/** Standard input can be read but once. */
async function* withoutStdin(found: AsyncIterable<Found>): AsyncGenerator<Found> {
  for await (const each of found) if (!('stdin' in each && each.stdin)) yield each;
}

/** Gives every source the digest of its report of the year before. */
export async function* withYearBefore(
  found: AsyncIterable<Found>,
  digests: Digests | undefined,
): AsyncGenerator<Found> {
  for await (const each of found) {
    const before = 'source' in each ? undefined : digests?.before(each);
    yield before ? { ...each, before } : each;
  }
}
