import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/checks/analysis.ts';
import { importPdf } from '../../server/src/import/pdf/pdf-file.ts';
import { importXlsx } from '../../server/src/import/xlsx.ts';
import { anyNumbers } from '../support/generate/numbers.ts';
import { plainStyle } from '../support/generate/style.ts';
import { startPrinter } from '../support/print-pdf.ts';
import { misread } from '../support/read-back.ts';
import { renderPrintPage } from '../support/saved-page.ts';
import { renderXlsx } from '../support/xlsx.ts';

const RUNS = { seed: 14, numRuns: 20 };
const textOf = (result: { readonly kind: string; readonly text?: string }) => result.text ?? `${result.kind}`;

test('a report in a workbook is read to the last cell', () => {
  fc.assert(
    fc.property(anyNumbers, (numbers) => {
      expect(misread(analyse(textOf(importXlsx(renderXlsx(numbers, plainStyle)))), numbers)).toEqual([]);
    }),
    RUNS,
  );
});

const printer = await startPrinter(fileURLToPath(new URL('../..', import.meta.url)));

describe.skipIf(!printer)('a report that a browser printed as PDF (skipped without Chromium)', () => {
  afterAll(() => printer?.close());

  test('is read to the last cell', async () => {
    await fc.assert(
      fc.asyncProperty(anyNumbers, async (numbers) => {
        const bytes = await printer?.print(renderPrintPage(numbers, plainStyle));
        const result = await importPdf(bytes ?? new Uint8Array());
        expect(misread(analyse(textOf(result)), numbers)).toEqual([]);
      }),
      { ...RUNS, endOnFailure: true },
    );
  });
});
