import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { newPdfReader } from '../../server/src/files/pdf-reader.ts';

const folder = mkdtempSync(join(tmpdir(), 'zfxxgk-reader-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A part that does to a file what its first byte says. */
const part = join(folder, 'part.mjs');
writeFileSync(
  part,
  `export async function importPdf([what]) {
    if (what === 1) for (;;);
    if (what === 2) for (const all = []; ; ) all.push(new Array(1e6).fill({}));
    if (what === 3) throw new Error('broken');
    return { kind: 'imported', text: String(what) };
  }`,
);

describe('files that are read in a thread of their own', () => {
  const read = newPdfReader<object>(part, 1500);
  const file = (what: number) => read?.(new Uint8Array([what]));

  test.each([
    ['takes for ever', 1, 'too-long'],
    ['takes all memory', 2, /^too-/],
    ['breaks the part', 3, 'damaged'],
  ])(
    'one that %s is given up, and the next one is read',
    async (_what, byte, reason) => {
      const [given, next, last] = await Promise.all([file(byte), file(9), file(8)]);
      const expected = typeof reason === 'string' ? reason : expect.stringMatching(reason);
      expect(given).toEqual({ kind: 'failed', reason: expected });
      expect([next, last]).toEqual([
        { kind: 'imported', text: '9' },
        { kind: 'imported', text: '8' },
      ]);
    },
    20_000,
  );

  test('a part that is not there is no reader', () => {
    expect(newPdfReader(join(folder, 'none.mjs'))).toBeUndefined();
  });
});
