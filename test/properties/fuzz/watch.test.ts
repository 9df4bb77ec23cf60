import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watched } from './watch.ts';

/** A worker that never gets past some of its numbers. */
const WORKER = `
const { parentPort, workerData: { from, to, busyWith } } = require('node:worker_threads');
for (let number = from; number < to; number += 1) {
  Atomics.store(new Int32Array(busyWith), 0, number);
  while (number === 2 || number === 5) {}
  parentPort.postMessage(number);
}`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a document that never comes to an end is told, and the ones behind it are tried', async () => {
  const file = join(folder, 'worker.cjs');
  writeFileSync(file, WORKER);
  const [heard, hung]: [number[], number[]] = [[], []];
  await watched<number>({
    file,
    job: { kind: 'documents', seed: 0, from: 0, to: 7, scale: 1 },
    heard: (number) => heard.push(number),
    hung: (number) => hung.push(number),
    patience: 1000,
  });
  expect(hung).toEqual([2, 5]);
  expect(heard).toEqual([0, 1, 3, 4, 6]);
});
