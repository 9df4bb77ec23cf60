import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { type Decoded, decode, type Encoding, encode, reencode } from '../../server/src/files/encoding.ts';
import { numbers } from '../support/generate/numbers.ts';
import { LAYOUTS, render, style } from '../support/generate/render.ts';

const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'];
const report = fc
  .tuple(numbers, fc.constantFrom(...LAYOUTS), style)
  .map(([given, layout, look]) => render(given, layout, { ...look, bom: false }).text);

describe('decode', () => {
  test('tells the encoding of a report, and encode gives its bytes back', () => {
    fc.assert(
      fc.property(report, fc.constantFrom(...ENCODINGS), fc.boolean(), (text, encoding, mark) => {
        const bom = mark || encoding.startsWith('utf-16');
        const bytes = encode(text, { encoding, bom });
        expect(decode(bytes)).toEqual({ kind: 'text', text, encoding, bom } satisfies Decoded);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['utf-8', 'efbbbf e694bf'],
    ['utf-16le', 'fffe 3f65'],
    ['utf-16be', 'feff 653f'],
    ['gb18030', '84319533 d5fe'],
  ] as const)('%s with a byte order mark', (encoding, hex) => {
    const bytes = Buffer.from(hex.replaceAll(' ', ''), 'hex');
    expect(decode(bytes)).toEqual({ kind: 'text', text: '政', encoding, bom: true });
    expect(encode('政', { encoding, bom: true })).toEqual(bytes);
  });

  test('never writes back what would change bytes outside the repair', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (raw) => {
        const bytes = Buffer.from(raw);
        const decoded = decode(bytes);
        if (decoded.kind !== 'text') return;
        const same = reencode(bytes, decoded, decoded.text);
        if (same) expect(same).toEqual(bytes);
        else expect(decoded.encoding).toBe('gb18030');
      }),
      { numRuns: 2000 },
    );
  });

  test('reads a sign of old Windows that GB18030 writes otherwise, and does not write it back', () => {
    const bytes = Buffer.from([0xd5, 0xfe, 0x80]);
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({ kind: 'text', text: '政€' });
    expect(reencode(bytes, decoded as Decoded, '政€')).toBeUndefined();
  });

  test('writes every character of GB18030 as the tables of iconv-lite do', () => {
    // iconv-lite keeps to the edition of 2005; of these characters that of 2022 says otherwise.
    const moved =
      /[\u9FB4-\u9FBB\uE5E5\uE78D-\uE796\uE81E\uE826\uE82B\uE82C\uE832\uE843\uE854\uE864\uFE10-\uFE19\uFFFD]/u;
    const wrong: string[] = [];
    for (let point = 0x80; point < 0x30000; point += point < 0x10000 ? 1 : 97) {
      const character = String.fromCodePoint(point);
      if ((point >= 0xd800 && point < 0xe000) || moved.test(character)) continue;
      const bytes = encode(character, { encoding: 'gb18030', bom: false });
      if (!bytes.equals(iconv.encode(character, 'gb18030'))) wrong.push(point.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test('reads characters that GBK lacks and GB18030 has', () => {
    expect(decode(iconv.encode('某机关㐂年报', 'gb18030'))).toMatchObject({
      text: '某机关㐂年报',
      encoding: 'gb18030',
    });
  });

  test('takes what holds a NUL for binary, in any encoding', () => {
    expect(decode(Buffer.from('PK\u0003\u0004\0\0'))).toEqual({ kind: 'binary' });
    expect(decode(Buffer.from([0xd5, 0xfe, 0, 0x80]))).toEqual({ kind: 'binary' });
    // UTF-32 begins like UTF-16.
    expect(decode(Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]))).toEqual({ kind: 'binary' });
  });

  test('does not guess at damaged UTF-8: read as GB18030 it would be nonsense', () => {
    const damaged = Buffer.concat([Buffer.from('政府'.repeat(40)), Buffer.from([0xc4, 0xe3])]);
    expect(iconv.encode(iconv.decode(damaged, 'gb18030'), 'gb18030')).toEqual(damaged);
    expect(decode(damaged)).toEqual({ kind: 'undecodable' });
  });

  test('refuses what no encoding explains', () => {
    expect(decode(Buffer.from([0x41, 0xff, 0xfd, 0x42]))).toEqual({ kind: 'undecodable' });
    expect(decode(Buffer.from([0xff, 0xfe, 0x00]))).toEqual({ kind: 'undecodable' });
  });

  test('an empty file is an empty text', () => {
    expect(decode(Buffer.alloc(0))).toEqual({ kind: 'text', text: '', encoding: 'utf-8', bom: false });
  });
});
