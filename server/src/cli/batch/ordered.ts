/**
 * Hands groups of work to `run` as they come and gives the answers back in the same order. Never more than `ahead`
 * groups are out or wait for their turn: whoever takes the answers slowly slows down everything behind them, and
 * memory does not grow with the number of groups.
 *
 * @param run must not fail: what goes wrong is an answer, too
 */
export async function* inOrder<Work, Answer>(
  works: AsyncIterable<Work>,
  run: (work: Work) => Promise<readonly Answer[]>,
  ahead: number,
): AsyncGenerator<Answer> {
  const out: Promise<readonly Answer[]>[] = [];
  for await (const work of works) {
    out.push(run(work));
    if (out.length >= ahead) yield* (await out.shift()) ?? [];
  }
  for (const answers of out) yield* await answers;
}

/** Joins what comes one by one to groups; the last one may be smaller. */
export async function* inGroups<Item>(items: AsyncIterable<Item>, size: number): AsyncGenerator<readonly Item[]> {
  let group: Item[] = [];
  for await (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** What comes first, at most so many, and all of it from the beginning, for a decision that depends on how much comes. */
export async function peek<Item>(
  items: AsyncIterable<Item>,
  most: number,
): Promise<{ readonly first: readonly Item[]; readonly all: AsyncIterable<Item> }> {
  const iterator = items[Symbol.asyncIterator]();
  const first: Item[] = [];
  let end = false;
  while (!end && first.length < most) {
    const next = await iterator.next();
    if (next.done) end = true;
    else first.push(next.value);
  }
  async function* all(): AsyncGenerator<Item> {
    yield* first;
    if (!end) yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { first, all: all() };
}
