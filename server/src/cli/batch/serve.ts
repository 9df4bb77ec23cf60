import { Readable } from 'node:stream';
import { parentPort } from 'node:worker_threads';
import type { Input } from '../result.ts';
import { perform, type TaskName, withoutSource } from './tasks.ts';

/** What a thread is asked for: the same work on some sources. */
export interface Work {
  readonly task: TaskName;
  /** The task's own. */
  readonly options: unknown;
  readonly group: readonly Input[];
}

/** The life of a thread: it answers each message with the outcomes of its sources, until it is told to end. */
export function serve(): void {
  const port = parentPort;
  if (!port) throw new Error('serve() is for threads');
  // Standard input is read by the main thread only.
  const nothing = Readable.from([]);
  port.on('message', async (work: Work | undefined) => {
    if (work === undefined) return port.close();
    const outcomes = [];
    for (const input of work.group)
      outcomes.push(withoutSource(await perform(work.task, input, work.options as never, nothing)));
    port.postMessage(outcomes);
  });
}
