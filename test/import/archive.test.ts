import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openArchive } from '../../server/src/import/archive.ts';

const everything = () => true;

test('an archive with more entries than any document has is not unpacked', () => {
  const names = Array.from({ length: 5000 }, (_, at) => [`${at}`, new Uint8Array()]);
  expect(openArchive(zipSync(Object.fromEntries(names)), everything)).toEqual({ kind: 'failed', reason: 'too-large' });
});

test('an archive that says it has billions of entries is left at once', () => {
  const bytes = zipSync({ a: strToU8('a') });
  const end = bytes.length - 22;
  const [far, locator] = [new Uint8Array(56), new Uint8Array(20)];
  const view = new DataView(far.buffer);
  view.setUint32(0, 0x06064b50, true);
  view.setUint32(32, 0xffffffff, true);
  view.setUint32(48, new DataView(bytes.buffer, bytes.byteOffset).getUint32(end + 16, true), true);
  new DataView(locator.buffer).setUint32(0, 0x07064b50, true);
  new DataView(locator.buffer).setUint32(8, end, true);
  const hostile = new Uint8Array(Buffer.concat([bytes.subarray(0, end), far, locator, bytes.subarray(end)]));
  const start = performance.now();
  expect(openArchive(hostile, everything)).toEqual({ kind: 'failed', reason: 'too-large' });
  expect(performance.now() - start).toBeLessThan(1000);
});
