import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** A report of some pages takes a second; whatever takes longer than this, in milliseconds, is given up. */
const PATIENCE = 30_000;
/** The thread may take so much memory, in MB. */
const MEMORY = 512;

/** What comes instead of a text when the thread had to be ended. */
export interface GivenUp {
  readonly kind: 'failed';
  readonly reason: 'too-long' | 'too-large';
}

/** Loads the part and answers every message with what came of it. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const part = import(workerData);
parentPort.on('message', async (bytes) => {
  const result = await part.then(({ importPdf }) => importPdf(bytes)).catch(() => ({ kind: 'failed', reason: 'damaged' }));
  parentPort.postMessage(result);
});`;

function newThread(part: string): Worker {
  const workerData = pathToFileURL(part).href;
  const resourceLimits = { maxOldGenerationSizeMb: MEMORY };
  const thread = new Worker(PROGRAM, { eval: true, workerData, resourceLimits });
  // What goes wrong while nothing is read must not end the program.
  return thread.on('error', () => {});
}

/**
 * Reads PDF files in a thread of its own, one after the other: a hostile file costs neither the time nor the memory of
 * whoever wants it read.
 *
 * @param part the bundle that reads PDF
 * @returns undefined when the part is not there
 */
export function newPdfReader<Result>(
  part: string,
  patience = PATIENCE,
): ((bytes: Uint8Array) => Promise<Result | GivenUp>) | undefined {
  if (!existsSync(part)) return undefined;
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const read = (bytes: Uint8Array) =>
    new Promise<Result | GivenUp>((resolve) => {
      worker ??= newThread(part);
      const thread = worker;
      // While nothing is read the thread keeps no program from ending.
      thread.ref();
      const giveUp = (reason: GivenUp['reason']) => {
        worker = undefined;
        void thread.terminate();
        finish({ kind: 'failed', reason });
      };
      const fail = () => giveUp('too-large');
      const timer = setTimeout(() => giveUp('too-long'), patience);
      const finish = (result: Result | GivenUp) => {
        clearTimeout(timer);
        // Not all listeners: the thread has some of its own, without which no further message comes.
        thread.off('message', finish);
        thread.off('error', fail);
        thread.unref();
        resolve(result);
      };
      thread.once('message', finish);
      thread.once('error', fail);
      thread.postMessage(bytes);
    });
  return (bytes) => {
    const result = last.then(() => read(bytes));
    last = result;
    return result;
  };
}
