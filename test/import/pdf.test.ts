import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/checks/analysis.ts';
import { blocksOf } from '../../server/src/import/pdf/layout.ts';
import type { PageContent } from '../../server/src/import/pdf/page.ts';
import { importPdf } from '../../server/src/import/pdf/pdf-file.ts';
import { withoutRadicals } from '../../server/src/import/pdf/radicals.ts';
import { writeText } from '../../server/src/import/write-text.ts';
import { findTable, numberIn, type Report } from '../../server/src/report/report.ts';
import { anyNumbers } from '../support/generate/numbers.ts';
import { plainStyle } from '../support/generate/style.ts';
import { printPages } from '../support/pages.ts';

const SHARED = new URL('../../../shared/reports/pdf/', import.meta.url);

const textOf = (pages: readonly PageContent[]) => writeText(blocksOf(pages)).text;

function valuesOf(report: Report, number: 2 | 3 | 4) {
  return findTable(report, number)?.rows.map((row) => row?.cells.map(numberIn));
}

test('a report printed on pages is read to the last cell, over the ends of pages', () => {
  fc.assert(
    fc.property(anyNumbers, (numbers) => {
      const pages = printPages(numbers, plainStyle);
      expect(pages.length).toBeGreaterThan(2);
      const analysis = analyse(textOf(pages));
      expect(analysis?.report.title).toMatchObject({ agency: numbers.agency, year: numbers.year });
      const report = analysis?.report as Report;
      expect(valuesOf(report, 2)).toEqual(numbers.table2.map((row) => [...row]));
      expect(valuesOf(report, 3)).toEqual(numbers.table3.map((row) => [...row]));
      expect(valuesOf(report, 4)).toEqual([[...numbers.table4]]);
      expect(analysis?.findings.map(({ code }) => code).filter((code) => code !== 'form-outdated')).toEqual([]);
    }),
    { seed: 14, numRuns: 30 },
  );
});

describe('lines of a page', () => {
  const page = (lines: readonly (readonly [text: string, x: number, y: number])[]): PageContent => ({
    width: 600,
    height: 800,
    rules: [],
    pictures: 0,
    pieces: lines.map(([text, x, y]) => ({ text, x, y, width: text.length * 10, size: 10 })),
  });

  test('are joined when they reach the margin, also over the end of a page', () => {
    const first = page([
      ['一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十', 120, 300],
      ['甲乙丙丁戊己庚辛壬癸子丑甲乙丙丁戊己庚辛壬癸子丑甲乙丙丁戊己庚辛', 100, 320],
      ['- 1 -', 290, 770],
    ]);
    const second = page([
      ['末尾', 100, 100],
      ['另一段落从这里开始了呀', 120, 120],
    ]);
    expect(textOf([first, second])).toBe(
      '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑甲乙丙丁戊己庚辛壬癸子丑甲乙丙丁戊己庚辛末尾\n另一段落从这里开始了呀\n',
    );
  });

  test('are not joined to those of another size: a short report’s longest line is its title', () => {
    const { pieces, ...rest } = page([
      ['岚汐市住房和城乡建设局2024年政府信息公开工作年度报告', 100, 100],
      ['一、总体情况', 100, 130],
    ]);
    const sized = pieces.map((piece, at) => ({ ...piece, size: at === 0 ? 18 : 12 }));
    expect(textOf([{ ...rest, pieces: sized }])).toBe(
      '岚汐市住房和城乡建设局2024年政府信息公开工作年度报告\n一、总体情况\n',
    );
  });

  test('keep columns apart where no lines are drawn', () => {
    const text = textOf([
      page([
        ['规章', 100, 300],
        ['0', 300, 300],
        ['12', 400, 300],
      ]),
    ]);
    expect(text).toMatch(/^规章 {4,}0 {4,}12\n$/);
  });

  test('that stand at the edge of every page with its number are left out', () => {
    const pages = [1, 2].map((number) =>
      page([
        [`第${number}段`, 100, 300],
        [`年报 ${number}/2`, 500, 780],
      ]),
    );
    expect(textOf(pages)).toBe('第1段\n第2段\n');
  });

  test('are no headers', () => {
    const pages = [1, 2, 3, 4].map((number) =>
      page([
        ['甲市人民政府公报', 200, 40],
        [`第${number}段`, 100, 300],
      ]),
    );
    expect(textOf(pages)).toBe('第1段\n第2段\n第3段\n第4段\n');
  });
});

test('radicals are read as the characters that they look like', () => {
  expect(withoutRadicals('⼀、⼈⺠政府⻔⼾⽹站')).toBe('一、人民政府门户网站');
});

test('what is no PDF, or only the beginning of one, is said to be damaged', async () => {
  const start = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n');
  for (const bytes of [new Uint8Array(), new TextEncoder().encode('年报'), start]) {
    expect(await importPdf(bytes)).toEqual({ kind: 'failed', reason: 'damaged' });
  }
});

describe.skipIf(!existsSync(SHARED))('two published reports (skipped without ../shared)', () => {
  const read = async (name: string) => {
    const result = await importPdf(readFileSync(new URL(name, SHARED)));
    const analysis = result.kind === 'imported' ? analyse(result.text) : undefined;
    const complete = analysis?.report.tables.map(({ rows }) => rows.every((row) => row && row.cells.length > 0));
    return {
      complete,
      errors: analysis?.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    };
  };

  test('that of 2023 has its two errors, that of 2024 none', async () => {
    expect(await read('hongze-2023.pdf')).toEqual({
      complete: [true, true, true],
      errors: ['review-total', 'review-total'],
    });
    expect(await read('hongze-2024.pdf')).toEqual({ complete: [true, true, true], errors: [] });
  });
});
