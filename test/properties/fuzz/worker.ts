import { parentPort, workerData } from 'node:worker_threads';
import { type Batch, runBatch } from './batch.ts';
import { GIANTS } from './giants.ts';
import { growthOf } from './growth.ts';

/** What a worker is to do: documents by their numbers, or giants by theirs. */
export interface Job extends Batch {
  readonly kind: 'documents' | 'giants';
  /** What part of their full size the giants have. */
  readonly scale: number;
  /** One number, written by the worker and watched from outside: what it is busy with. */
  readonly busyWith: SharedArrayBuffer;
}

/** Does its job piece by piece and sends what came of each; a piece that hangs is seen by who watches `busyWith`. */
export function work(): void {
  const { kind, seed, from, to, scale, busyWith } = workerData as Job;
  const busy = new Int32Array(busyWith);
  if (kind === 'giants') {
    for (let number = from; number < to; number += 1) {
      Atomics.store(busy, 0, number);
      const giant = GIANTS[number];
      if (giant) parentPort?.postMessage(growthOf(giant, scale));
    }
    return;
  }
  for (let start = from; start < to; start += PIECE) {
    const piece = { seed, from: start, to: Math.min(to, start + PIECE) };
    parentPort?.postMessage(runBatch(piece, (number) => Atomics.store(busy, 0, number)));
  }
}

/** Documents between two messages. */
const PIECE = 500;
