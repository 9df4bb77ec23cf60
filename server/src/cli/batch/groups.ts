/**
 * Hands groups of work to `run` as they come and gives the answers back in the same order. Never more than `ahead`
 * groups are out or wait for their turn, beside the one that is being taken: whoever takes the answers slowly slows down everything behind them, and
 * memory does not grow with the number of groups.
 *
 * @param run must not fail: what goes wrong is an answer, too
 */
export async function* inOrder<Work, Answer>(
  works: Iterable<Work>,
  run: (work: Work) => Promise<readonly Answer[]>,
  ahead: number,
): AsyncGenerator<Answer> {
  const { pMapIterable } = await import('p-map');
  for await (const answers of pMapIterable(works, run, { concurrency: ahead, backpressure: ahead })) yield* answers;
}

/** Joins what comes one by one to groups; the last one may be smaller. */
export function* inGroups<Item>(items: Iterable<Item>, size: number): Generator<readonly Item[]> {
  let group: Item[] = [];
  for (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
