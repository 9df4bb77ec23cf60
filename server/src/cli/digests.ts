import type { Earlier } from '../checks/years/digest.ts';
import { Shelf } from '../checks/years/shelf.ts';
import { each, type Ways } from './batch/each.ts';
import type { Found, Source } from './result.ts';

/**
 * Reads every source once and keeps the digests of reports: what a report is compared with may come behind it. With
 * less than two sources there is nothing to compare, and nothing is read.
 */
export async function readDigests(found: AsyncIterable<Found>, ways: Ways): Promise<Shelf | undefined> {
  const files = withoutStdin(found);
  const [first, second] = [await files.next(), await files.next()];
  if (first.done || second.done) return undefined;
  const shelf = new Shelf();
  async function* all() {
    yield first.value as Found;
    yield second.value as Found;
    yield* files;
  }
  for await (const { result } of each('digest', all(), {}, ways)) {
    if (result.kind === 'digest') shelf.set({ uri: result.uri, name: result.path }, result.summary);
  }
  return shelf;
}

/** Standard input can be read but once. */
async function* withoutStdin(found: AsyncIterable<Found>): AsyncGenerator<Found> {
  for await (const each of found) if (!('stdin' in each && each.stdin)) yield each;
}

/** Gives every source the digest of its report of the year before. */
export async function* withYearBefore(found: AsyncIterable<Found>, shelf: Shelf | undefined): AsyncGenerator<Found> {
  for await (const each of found) {
    const before = 'source' in each ? undefined : yearBefore(each, shelf);
    yield before ? { ...each, before } : each;
  }
}

function yearBefore({ uri }: Source, shelf: Shelf | undefined): Earlier | undefined {
  const now = shelf?.get(uri);
  return now && shelf?.before(now, uri);
}
