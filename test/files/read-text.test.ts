import { describe, expect, test } from 'vitest';
import { decode, encode, readText } from '../../server/src/files/encoding.ts';

const TEXT = '砚泠市档案局2024年政府信息公开工作年度报告\r\n一、总体情况 １２ €㐂\n';

describe('a file that is only read', () => {
  test.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const)(
    'in %s has the text that the command line reads',
    (encoding) => {
      for (const bom of encoding.startsWith('utf-16') ? [true] : encoding === 'utf-8' ? [true, false] : [false]) {
        const bytes = encode(TEXT, { encoding, bom });
        expect(decode(bytes)).toMatchObject({ kind: 'text', text: TEXT });
        expect(readText(bytes)).toBe(TEXT);
      }
    },
  );

  test('is no text when it is damaged or holds zeros', () => {
    const utf8 = Buffer.from(TEXT);
    const damaged = Buffer.concat([utf8.subarray(0, 4), utf8.subarray(5)]);
    expect(decode(damaged).kind).toBe('undecodable');
    expect(readText(damaged)).toBeUndefined();
    expect(readText(Buffer.concat([utf8, Buffer.from([0])]))).toBeUndefined();
    expect(readText(Buffer.from([0xff, 0xff, 0x30]))).toBeUndefined();
  });
});
