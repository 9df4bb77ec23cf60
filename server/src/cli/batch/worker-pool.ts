import { availableParallelism } from 'node:os';
import type { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import type { Input, Outcome } from '../result.ts';
import { inGroups, inOrder } from './groups.ts';
import type { Work } from './serve.ts';
import { failed, type OptionsOf, perform, type TaskName, type ValueOf, withSource } from './tasks.ts';
import { newThreads } from './threads.ts';

/** How the work is done, which makes no difference to what comes out. */
export interface WorkerPoolOptions {
  /** How many threads at most; one means this thread. As many as there are cores, up to `DEFAULT_JOBS`, unless given. */
  readonly jobs?: number | undefined;
  readonly stdin: Readable;
  /** Ends the work early: what is in hand is finished, nothing else is begun. */
  readonly signal?: AbortSignal | undefined;
}

/** Does work on many sources, with as many threads as help; they stay for the next work, which finds them warm. */
export interface WorkerPool {
  /**
   * Does one kind of work on every source and gives the outcomes in the sources' order.
   *
   * @param writes whether files are written: then what is in hand when a thread dies is one file, and not begun again
   */
  readonly each: <Name extends TaskName>(
    task: Name,
    inputs: readonly Input[],
    options: OptionsOf<Name>,
    writes?: boolean,
  ) => AsyncGenerator<Outcome<ValueOf<Name>>>;
  readonly close: () => Promise<void>;
}

/** The thread that hands out and prints keeps this many others busy; more would only wait, and take memory. */
const DEFAULT_JOBS = 6;
/** What dies young in a thread is a report: with more room (the default is 48 MB) nothing is faster, only larger. */
const LIMITS = { maxYoungGenerationSizeMb: 8 };
/**
 * Percent by which what is held may grow until V8 looks for garbage in it again. By itself V8 lets a heap that is filled
 * quickly grow to four times of what is held: the digests of a folder would take three times their memory.
 */
const HEAP_GROWTH = 60;
/** With fewer sources than this a second thread would not even have started when they are done. */
const FEWEST_FOR_THREADS = 64;
/** Unasked, threads are started for so many: each has to compile the program anew, which a few hundred do not repay. */
const FEWEST_UNASKED = 512;
/** Sources that a thread gets at once: enough to keep it busy while the answers travel. */
const GROUP_SIZE = 16;
/** Groups that may be out or wait for their turn, for each thread. */
const GROUPS_AHEAD = 4;

export function newWorkerPool({ jobs: asked, stdin, signal }: WorkerPoolOptions): WorkerPool {
  const jobs = asked ?? Math.min(availableParallelism(), DEFAULT_JOBS);
  const fewest = asked === undefined ? FEWEST_UNASKED : FEWEST_FOR_THREADS;
  const threads = newThreads<Work, readonly Outcome<object>[]>(__filename, jobs, LIMITS);

  async function run({ task, options, group }: Work): Promise<readonly Outcome<object>[]> {
    if (group.some((one) => 'stdin' in one && one.stdin)) {
      return Promise.all(group.map((one) => perform(task, one, options as never, stdin)));
    }
    const answers = await threads.run({ task, options, group });
    if (!('died' in answers)) return answers.map((outcome, at) => withSource(outcome, group[at] as Input));
    const [only, ...others] = group;
    if (only && others.length === 0) return [failed(only, died(answers.died))];
    // Alone, each shows whether it was the one; the others get their answer after all.
    return (await Promise.all(group.map((one) => run({ task, options, group: [one] })))).flat();
  }

  async function* each<Name extends TaskName>(
    task: Name,
    inputs: readonly Input[],
    options: OptionsOf<Name>,
    writes = false,
  ): AsyncGenerator<Outcome<ValueOf<Name>>> {
    if (inputs.length >= FEWEST_UNASKED) setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
    if (jobs > 1 && inputs.length >= fewest) {
      const groups = inGroups(until(inputs, signal), writes ? 1 : GROUP_SIZE);
      const answers = inOrder(groups, (group) => run({ task, options, group }), jobs * GROUPS_AHEAD);
      yield* answers as AsyncGenerator<Outcome<ValueOf<Name>>>;
    } else for (const one of until(inputs, signal)) yield await perform(task, one, options, stdin);
  }

  return { each, close: threads.close };
}

const died = (cause: string) => ({
  zh: `处理此文件的线程意外结束：${cause}`,
  en: `the thread that read it ended: ${cause}`,
});

function* until<Item>(items: Iterable<Item>, signal: AbortSignal | undefined): Generator<Item> {
  for (const item of items) {
    if (signal?.aborted) return;
    yield item;
  }
}
