import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readAll, readSource } from '../../server/src/cli/read.ts';
import { LARGEST_TEXT } from '../../server/src/files/limits.ts';

const source = { path: '<stdin>', uri: 'untitled:stdin', stdin: true, named: true };
const MEGABYTE = Buffer.alloc(1024 * 1024, 'a');

/** So many bytes in pieces, as a pipe gives them; `given` tells how many were asked for. */
function pipe(bytes: number): { stream: Readable; given: () => number } {
  let given = 0;
  function* pieces() {
    for (; given < bytes; given += MEGABYTE.length) yield MEGABYTE.subarray(0, bytes - given);
  }
  return { stream: Readable.from(pieces(), { objectMode: false }), given: () => given };
}

test('a text of exactly the greatest length is read', async () => {
  expect((await readAll(pipe(LARGEST_TEXT).stream, LARGEST_TEXT))?.length).toBe(LARGEST_TEXT);
});

test('one byte more is too large, and an endless one is not read to its end', async () => {
  expect(await readSource(source, pipe(LARGEST_TEXT + 1).stream)).toEqual({
    kind: 'skipped',
    source,
    reason: 'too-large',
  });
  const endless = pipe(Number.POSITIVE_INFINITY);
  expect(await readAll(endless.stream, LARGEST_TEXT)).toBeUndefined();
  expect(endless.given()).toBeLessThan(LARGEST_TEXT * 2);
});

test('a pipe that breaks is unreadable', async () => {
  const broken = new Readable({
    read() {
      this.destroy(Object.assign(new Error('broken'), { code: 'EIO' }));
    },
  });
  expect(await readSource(source, broken)).toMatchObject({ reason: 'unreadable', detail: { zh: '读写出错' } });
});

test('pieces may end inside a character', async () => {
  const bytes = Buffer.from('政府信息');
  const stream = Readable.from([bytes.subarray(0, 4), bytes.subarray(4, 5), bytes.subarray(5)]);
  expect(await readSource(source, stream)).toMatchObject({ kind: 'contents', decoded: { text: '政府信息' } });
});

test('a file that is too large is not read at all', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'zfxxgk-large-')), 'a.txt');
  writeFileSync(path, '');
  truncateSync(path, 300 * 1024 * 1024);
  const file = { ...source, path, stdin: false };
  const memory = process.memoryUsage.rss();
  expect(await readSource(file, Readable.from([]))).toEqual({ kind: 'skipped', source: file, reason: 'too-large' });
  expect(process.memoryUsage.rss() - memory).toBeLessThan(16 * 1024 * 1024);
  rmSync(dirname(path), { recursive: true });
});
