import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../server/src/checks/analysis.ts';
import { findTable, numberIn, type Report } from '../../server/src/report/report.ts';
import { mustAnalyse } from '../support/analysis.ts';

const SHARED = new URL('../../../shared/reports/', import.meta.url);
const missing = existsSync(SHARED) ? '' : ' (skipped: the published reports are not beside this folder)';

const REAL = missing ? [] : readdirSync(new URL('real/', SHARED));
/** The samples of the layouts that are read so far, each with its numbers as JSON. */
const SAMPLES = ['spaced.txt', 'tsv.txt', 'mdtsv.md', 'cells.txt', 'rawpages.txt'];

function analysed(path: string): Analysis {
  return mustAnalyse(readFileSync(new URL(path, SHARED), 'utf8'));
}

function numbersIn(report: Report, number: 2 | 3 | 4): (number | undefined)[][] {
  return (findTable(report, number)?.rows ?? []).map((row) => (row?.cells ?? []).map(numberIn));
}

test.skipIf(missing !== '')(`there are five published reports${missing}`, () => {
  expect(REAL).toHaveLength(5);
});

describe.skipIf(missing !== '')('a published report', () => {
  // Vitest collects the cases of a skipped suite too, and wants at least one.
  test.each(REAL.length > 0 ? REAL : ['none'])('%s is read completely: 10 + 25 × 7 + 15 numbers', (file) => {
    const { report } = analysed(`real/${file}`);
    const widths = ([2, 3, 4] as const).map((number) => numbersIn(report, number).map((row) => row.length));
    expect(widths).toEqual([[3, 3, 1, 1, 1, 1], Array.from({ length: 25 }, () => 7), [15]]);
    expect(([2, 3, 4] as const).flatMap((number) => numbersIn(report, number)).flat()).not.toContain(undefined);
    expect(report.sections).toHaveLength(6);
  });

  test.each(REAL.length > 0 ? REAL : ['none'])('%s gives no finding but the numbering of one heading', (file) => {
    const { findings } = analysed(`real/${file}`);
    expect(findings.map(({ code }) => code)).toEqual(file.startsWith('003') ? ['section-numbering'] : []);
  });
});

describe.skipIf(missing !== '')('a sample', () => {
  test.each(SAMPLES)('%s gives the numbers beside it, and no sum that fails', (file) => {
    const { report, findings } = analysed(`layouts/${file}`);
    const numbers = JSON.parse(readFileSync(new URL(`layouts/${file.replace(/\..*/, '.json')}`, SHARED), 'utf8')) as {
      agency: string;
      year: number;
      t2: Record<string, number | number[]>;
      t3: number[][];
      t4: number[];
    };
    expect({ agency: report.title?.agency, year: report.title?.year }).toEqual({
      agency: numbers.agency,
      year: numbers.year,
    });
    expect(numbersIn(report, 2)).toEqual(Object.values(numbers.t2).map((row) => [row].flat()));
    expect(numbersIn(report, 3)).toEqual(numbers.t3);
    expect(numbersIn(report, 4)).toEqual([numbers.t4]);
    expect(findings.map(({ code }) => code).filter((code) => /total|balance|cell|row/.test(code))).toEqual([]);
  });
});
