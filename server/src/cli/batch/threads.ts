import { type ResourceLimits, Worker } from 'node:worker_threads';

/** Why a thread ended before it answered. */
export interface Died {
  readonly died: string;
}

/** Threads that all run the same program and take whatever is next. */
export interface Threads<Job, Answer> {
  /** The answer to a job, or why there is none. Never fails. */
  readonly run: (job: Job) => Promise<Answer | Died>;
  /** Lets every thread finish what it has in hand, so that no file is left half written, and ends it. */
  readonly close: () => Promise<void>;
}

interface Task<Job, Answer> {
  readonly job: Job;
  readonly resolve: (answer: Answer | Died) => void;
}

/**
 * Starts a thread when there is work and no other is free, `size` at most, and a new one in the place of one that died.
 * A thread gets a message with a job and answers with one message; undefined tells it to end.
 *
 * @param entry the program of the threads
 */
export function newThreads<Job, Answer>(
  entry: string,
  size: number,
  resourceLimits: ResourceLimits,
): Threads<Job, Answer> {
  const idle: Worker[] = [];
  const waiting: Task<Job, Answer>[] = [];
  const busy = new Map<Worker, Task<Job, Answer> | undefined>();

  function next(): void {
    while (waiting.length > 0) {
      const worker = idle.pop() ?? (busy.size < size ? start() : undefined);
      if (!worker) return;
      const task = waiting.shift() as Task<Job, Answer>;
      busy.set(worker, task);
      worker.postMessage(task.job);
    }
  }

  function start(): Worker {
    const worker = new Worker(entry, { resourceLimits });
    let cause: unknown;
    busy.set(worker, undefined);
    worker.on('message', (answer: Answer) => {
      busy.get(worker)?.resolve(answer);
      busy.set(worker, undefined);
      idle.push(worker);
      next();
    });
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', (code) => {
      const task = busy.get(worker);
      busy.delete(worker);
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
      task?.resolve({ died: cause instanceof Error ? cause.message : `exit code ${code}` });
      next();
    });
    return worker;
  }

  return {
    run: (job) =>
      new Promise((resolve) => {
        waiting.push({ job, resolve });
        next();
      }),
    close: async () => {
      const ends = [...busy].map(
        ([worker, task]) =>
          new Promise<void>((resolve) => {
            worker.once('exit', () => resolve());
            if (task) worker.postMessage(undefined);
            else void worker.terminate();
          }),
      );
      await Promise.all(ends);
    },
  };
}
