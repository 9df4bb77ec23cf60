import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/checks/analysis.ts';
import { decode, encode } from '../../server/src/files/encoding.ts';
import { importFile } from '../../server/src/import/import.ts';
import { isWordPage, unbroken } from '../../server/src/import/word-page.ts';
import { numbers as anyNumbers, type Numbers } from '../support/generate/numbers.ts';
import { plainStyle } from '../support/generate/style.ts';
import { misread } from '../support/read-back.ts';
import { packMht, renderWordPage } from '../support/saved-page.ts';

const RUNS = { seed: 14, numRuns: 20 };
const GBK = { encoding: 'gb18030', bom: false } as const;

describe('a page that Word saved', () => {
  test('in GBK is read to the last cell, without any finding on its tables', () => {
    fc.assert(
      fc.property(anyNumbers, (numbers) => {
        const decoded = decode(encode(renderWordPage(numbers, plainStyle), GBK));
        const page = decoded.kind === 'text' ? decoded.text : '';
        expect(isWordPage(page)).toBe(true);
        expect(unbroken(page)).toHaveLength(page.length);
        expect(misread(analyse(unbroken(page)), numbers)).toEqual([]);
      }),
      RUNS,
    );
  });

  test.each(['gb2312', 'utf-8'])('in one file, in %s, likewise', async (charset) => {
    await fc.assert(
      fc.asyncProperty(anyNumbers, async (numbers: Numbers) => {
        const page = renderWordPage(numbers, plainStyle);
        const bytes = charset === 'utf-8' ? new TextEncoder().encode(page) : encode(page, GBK);
        const result = await importFile(packMht(bytes, charset), '年报.mht');
        if (result?.kind !== 'imported') throw new Error('not read');
        expect(result.text.replace(/\s+/g, ' ').trim()).toBe(page.replace(/\s+/g, ' ').trim());
        expect(misread(analyse(result.text), numbers)).toEqual([]);
      }),
      RUNS,
    );
  });

  test('that is none, or empty, is said to be so', async () => {
    const read = (text: string) => importFile(new TextEncoder().encode(text), 'a.mht');
    expect(await read('MIME-Version: 1.0\r\n\r\n')).toEqual({ kind: 'failed', reason: 'empty' });
    expect(await read('\0\0')).toMatchObject({ kind: expect.stringMatching(/failed|imported/) });
  });
});
