import { Worker } from 'node:worker_threads';
import type { Job } from './worker.ts';

/** Nothing that is read takes this long, on however busy a machine: it hangs. In milliseconds. */
export const PATIENCE = 120_000;

/** A job, and what to do with what it sends and with a document that never comes to an end. */
export interface Watched<Message> {
  readonly file: string;
  readonly job: Omit<Job, 'busyWith'>;
  readonly heard: (message: Message) => void;
  readonly hung: (number: number) => void;
  /** Milliseconds that one number may take. */
  readonly patience: number;
}

/**
 * Has a job done in another thread. When it is busy with the same thing for too long, that is told, the thread is
 * stopped and a new one goes on behind it; what the stopped one had not sent yet is lost.
 */
export async function watched<Message>({ job, ...watch }: Watched<Message>): Promise<void> {
  for (let from = job.from; from < job.to; ) {
    const stoppedAt = await runOnce({ ...watch, job: { ...job, from } });
    if (stoppedAt === undefined) return;
    watch.hung(stoppedAt);
    from = stoppedAt + 1;
  }
}

/** Resolves with what the thread hung at, or with undefined when it came to its end. */
function runOnce<Message>({ file, job, heard, patience }: Omit<Watched<Message>, 'hung'>): Promise<number | undefined> {
  const busyWith = new SharedArrayBuffer(4);
  const busy = new Int32Array(busyWith);
  Atomics.store(busy, 0, job.from);
  const worker = new Worker(file, { workerData: { ...job, busyWith } satisfies Job });
  return new Promise((resolve, reject) => {
    let at = Atomics.load(busy, 0);
    let since = performance.now();
    const timer = setInterval(() => {
      const now = Atomics.load(busy, 0);
      if (now !== at) [at, since] = [now, performance.now()];
      else if (performance.now() - since > patience) end(() => resolve(at));
    }, patience / 10);
    const end = (settle: () => void) => {
      clearInterval(timer);
      worker.removeAllListeners('exit');
      void worker.terminate().then(settle);
    };
    worker.on('message', (message: Message) => {
      since = performance.now();
      heard(message);
    });
    worker.on('error', (error) => end(() => reject(error)));
    worker.on('exit', () => end(() => resolve(undefined)));
  });
}
