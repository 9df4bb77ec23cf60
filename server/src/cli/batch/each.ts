import { availableParallelism } from 'node:os';
import type { Readable } from 'node:stream';
import type { Found, Outcome } from '../result.ts';
import { inGroups, inOrder, peek } from './ordered.ts';
import type { Setup } from './serve.ts';
import { failed, type OptionsOf, perform, type TaskName, type ValueOf } from './tasks.ts';
import { newThreads } from './threads.ts';

/** How the work is done, which makes no difference to what comes out. */
export interface Ways {
  /** How many threads at most; one means this thread. As many as there are cores, up to `ENOUGH`, unless said otherwise. */
  readonly jobs?: number | undefined;
  readonly stdin: Readable;
  /** Ends the work early: what is in hand is finished, nothing else is begun. */
  readonly signal?: AbortSignal | undefined;
  /** Whether files are written. */
  readonly writes?: boolean;
  /** The program of the threads. */
  readonly entry?: string;
}

/** The thread that hands out and prints keeps this many others busy; more would only wait, and take memory. */
const ENOUGH = 6;
/** What dies young in a thread is a report: with more room (the default is 48 MB) nothing is faster, only larger. */
const LIMITS = { maxYoungGenerationSizeMb: 8 };
/** With fewer sources than this a second thread would not even have started when they are done. */
const FEW = 64;
/** Sources that a thread gets at once: enough to keep it busy while the answers travel. */
const GROUP = 16;
/** Groups that may be out or wait for their turn, for each thread. */
const AHEAD = 4;

/** Does one kind of work on every source, with as many threads as help, and gives the outcomes in the sources' order. */
export async function* each<Name extends TaskName>(
  task: Name,
  found: AsyncIterable<Found>,
  options: OptionsOf<Name>,
  ways: Ways,
): AsyncGenerator<Outcome<ValueOf<Name>>> {
  const wanted = until(found, ways.signal);
  const jobs = ways.jobs ?? Math.min(availableParallelism(), ENOUGH);
  const { first, all } = await peek(wanted, jobs > 1 ? FEW : 0);
  if (jobs > 1 && first.length === FEW) yield* withThreads(task, all, options, { ...ways, jobs });
  else for await (const each of all) yield await perform(task, each, options, ways.stdin);
}

async function* withThreads<Name extends TaskName>(
  task: Name,
  found: AsyncIterable<Found>,
  options: OptionsOf<Name>,
  { jobs, stdin, writes, entry = __filename }: Ways & { readonly jobs: number },
): AsyncGenerator<Outcome<ValueOf<Name>>> {
  type Answer = Outcome<ValueOf<Name>>;
  const setup: Setup<Name> = { task, options };
  const threads = newThreads<Found, Answer>(entry, jobs, { workerData: setup, resourceLimits: LIMITS });
  const here = (group: readonly Found[]) => Promise.all(group.map((one) => perform(task, one, options, stdin)));

  async function run(group: readonly Found[]): Promise<readonly Answer[]> {
    if (group.some((one) => 'stdin' in one && one.stdin)) return here(group);
    const answers = await threads.run(group);
    if (!('died' in answers)) return answers;
    const [only, ...others] = group;
    if (only && others.length === 0) return [failed(only, `处理此文件的线程意外结束：${answers.died}`)];
    // Alone, each shows whether it was the one; the others get their answer after all.
    return (await Promise.all(group.map((one) => run([one])))).flat();
  }

  try {
    // What was written already must not be begun again with the rest of a group when a thread dies.
    yield* inOrder(inGroups(found, writes ? 1 : GROUP), run, jobs * AHEAD);
  } finally {
    await threads.close();
  }
}

async function* until<Item>(items: AsyncIterable<Item>, signal: AbortSignal | undefined): AsyncGenerator<Item> {
  for await (const item of items) {
    if (signal?.aborted) return;
    yield item;
  }
}
