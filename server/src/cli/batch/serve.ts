import { Readable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import type { Found } from '../result.ts';
import { type OptionsOf, perform, type TaskName } from './tasks.ts';

/** What a thread is told when it starts. */
export interface Setup<Name extends TaskName> {
  readonly task: Name;
  readonly options: OptionsOf<Name>;
}

/** The life of a thread: it answers each message with the outcomes of its sources, until it is told to end. */
export function serve(): void {
  const port = parentPort;
  if (!port) throw new Error('serve() is for threads');
  const { task, options } = workerData as Setup<TaskName>;
  // Standard input is read by the main thread only.
  const nothing = Readable.from([]);
  port.on('message', async (group: readonly Found[] | undefined) => {
    if (group === undefined) return port.close();
    const outcomes = [];
    for (const found of group) outcomes.push(await perform(task, found, options, nothing));
    port.postMessage(outcomes);
  });
}
