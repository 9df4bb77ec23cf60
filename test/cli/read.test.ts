import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { MAX_BYTES, readAll, readSource } from '../../server/src/cli/read.ts';

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
  expect((await readAll(pipe(MAX_BYTES).stream))?.length).toBe(MAX_BYTES);
});

test('one byte more is too large, and an endless one is not read to its end', async () => {
  expect(await readSource(source, pipe(MAX_BYTES + 1).stream)).toEqual({
    kind: 'skipped',
    source,
    reason: 'too-large',
  });
  const endless = pipe(Number.POSITIVE_INFINITY);
  expect(await readAll(endless.stream)).toBeUndefined();
  expect(endless.given()).toBeLessThan(MAX_BYTES * 2);
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
