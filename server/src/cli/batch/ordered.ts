/**
 * Hands groups of work to `run` as they come and gives the answers back in the same order. Never more than `ahead`
 * groups are out or wait for their turn: whoever takes the answers slowly slows down everything behind them, and
 * memory does not grow with the number of groups.
 *
 * @param run must not fail: what goes wrong is an answer, too
 */
export async function* inOrder<Work, Answer>(
  works: Iterable<Work>,
  run: (work: Work) => Promise<readonly Answer[]>,
  ahead: number,
): AsyncGenerator<Answer> {
  const out: Promise<readonly Answer[]>[] = [];
  for (const work of works) {
    out.push(run(work));
    if (out.length >= ahead) yield* (await out.shift()) ?? [];
  }
  for (const answers of out) yield* await answers;
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
