import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueAt } from './fault.ts';
import { SECTIONS } from './labels.ts';
import { anyNumbers, formOf, type Numbers, numbers } from './numbers.ts';
import { LAYOUTS, type Layout, plainStyle, render, style, textAt } from './render.ts';
import { chineseText } from './style.ts';

const SAMPLES = new URL('../../../../shared/reports/layouts/', import.meta.url);
/** Of comma-separated text there is no sample. */
const FILES: Readonly<Record<Exclude<Layout, 'csv'>, string>> = {
  spaced: 'spaced.txt',
  tsv: 'tsv.txt',
  mdtsv: 'mdtsv.md',
  cells: 'cells.txt',
  mdtable: 'mdtable.md',
  loosepipe: 'loosepipe.txt',
  cellpipe: 'cellpipe.txt',
  html: 'html.txt',
  positional: 'positional.txt',
  rawpages: 'rawpages.txt',
};

const layout = fc.constantFrom(...LAYOUTS);
const report = fc.tuple(anyNumbers, layout, style);

/** The numbers beside a sample, which names the rows of table 2. */
interface SampleNumbers {
  readonly agency: string;
  readonly year: number;
  readonly t2: Readonly<Record<string, number | number[]>>;
  readonly t3: number[][];
  readonly t4: number[];
}

function sampleNumbers(name: Layout): Numbers {
  const sample = JSON.parse(readFileSync(new URL(`${name}.json`, SAMPLES), 'utf8')) as SampleNumbers;
  const table2 = Object.values(sample.t2).map((row) => (Array.isArray(row) ? row : [row]));
  return { agency: sample.agency, year: sample.year, table2, table3: sample.t3, table4: sample.t4 };
}

/** Everything from the heading of section 二 to that of section 五: the part that is not prose. */
function tablesIn(text: string): string {
  return text.slice(text.indexOf(`二、${SECTIONS[1]}`), text.indexOf(`五、${SECTIONS[4]}`));
}

describe('render', () => {
  test('records each value of the form once, in the order of the text, with exactly its characters', () => {
    fc.assert(
      fc.property(report, ([given, name, look]) => {
        const { text, cells } = render(given, name, look);
        const count = [...given.table2, ...given.table3, given.table4].flat().length;
        expect(new Set(cells.map((cell) => `${cell.table}.${cell.row}.${cell.column}`)).size).toBe(count);
        expect(cells).toHaveLength(count);
        let end = 0;
        for (const cell of cells) {
          expect(cell.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(cell.start, cell.end)).toBe(textAt(formOf(given), cell, valueAt(given, cell) ?? -1, look));
          // A digit beside the span would mean that the cell holds another number.
          expect(text.charAt(cell.start - 1) + text.charAt(cell.end)).not.toMatch(/[\d０-９]/);
          end = cell.end;
        }
      }),
    );
  });

  test('writes only the newline of the style, and the byte order mark first', () => {
    fc.assert(
      fc.property(report, ([given, name, look]) => {
        const { text } = render(given, name, look);
        expect(text.split(look.newline).join('')).not.toMatch(/[\r\n]/);
        expect(text.lastIndexOf('\uFEFF')).toBe(look.bom ? 0 : -1);
        expect(text.endsWith(look.newline)).toBe(look.finalNewline);
      }),
    );
  });

  test('depends on nothing but its arguments, and the arbitraries on nothing but the seed', () => {
    fc.assert(
      fc.property(report, fc.integer(), ([given, name, look], seed) => {
        expect(render(given, name, look)).toEqual(render(structuredClone(given), name, structuredClone(look)));
        const draw = () => fc.sample(report, { seed, numRuns: 1 }).map((args) => render(...args).text);
        expect(draw()).toEqual(draw());
      }),
      { numRuns: 30 },
    );
  });

  test('holds each section once, and the statement on 信息处理费', () => {
    fc.assert(
      fc.property(report, ([given, name, look]) => {
        const text = render(given, name, look).text.replace(/<[^>]*>|&nbsp;/g, '\n');
        const lines = text.split(/\r?\n/).filter((line) => line !== '');
        const headings = lines.filter((line) => SECTIONS.some((section) => line.endsWith(`、${section}`)));
        expect(headings.map((line) => line.replace(/^#* */, '').charAt(0)).join('')).toBe('一二三四五六');
        expect(lines.slice(-9).join('')).toContain('信息处理费');
      }),
    );
  });

  test('claims in its prose what the tables say', () => {
    const plain = fc.tuple(anyNumbers, style).map(([given, { wording }]) => ({ given, wording }));
    fc.assert(
      fc.property(plain, ({ given, wording }) => {
        const { text, claims } = render(given, 'tsv', { ...plainStyle, wording });
        const prose = text.slice(0, text.indexOf(`二、${SECTIONS[1]}`));
        const written = (value: number) => prose.includes(String(value)) || prose.includes(chineseText(value));
        const denied = /未发生|没有|未收到|无依申请/.test(prose);
        expect(claims.length).toBeGreaterThan(0);
        expect(claims.filter((value) => !written(value) && !(value === 0 && denied))).toEqual([]);
      }),
    );
  });

  describe.each(LAYOUTS.filter((each) => each !== 'csv'))('%s', (name) => {
    const missing = existsSync(SAMPLES) ? '' : ' (skipped: the samples are not beside this folder)';
    // Of positions only the order is taken over: the sample draws its page, and each page is another.
    const written = (text: string) => (name === 'positional' ? tablesIn(text).split(/\s+/) : tablesIn(text));
    test.skipIf(missing !== '')(`in the plain style is the sample, character for character${missing}`, () => {
      const sample = readFileSync(new URL(FILES[name], SAMPLES), 'utf8');
      const { text } = render(sampleNumbers(name), name, plainStyle);
      expect(tablesIn(sample).length).toBeGreaterThan(1000);
      expect(written(text)).toEqual(written(sample));
      expect(text.trim().split('\n', 1)).toEqual(sample.trim().split('\n', 1));
    });
  });
});

describe('tabs of a shifted file', () => {
  const lines = (shift: 'offset' | 'short'): string[] => {
    const [zero] = fc.sample(numbers, { seed: 3, numRuns: 1 });
    return zero === undefined ? [] : render(zero, 'tsv', { ...plainStyle, shift }).text.split('\n');
  };
  const shapeOf = (all: readonly string[], label: string): string =>
    (all.find((line) => line.includes(label)) ?? '').replace(/\d+(?=\t|$)/g, '0');
  const seven = Array.from({ length: 7 }, () => '0').join('\t');

  test('have rows of differing offset, and all of the same number of fields', () => {
    const all = lines('offset');
    expect(shapeOf(all, '一、本年新收')).toBe(`一、本年新收政府信息公开申请数量\t\t${seven}\t`);
    expect(shapeOf(all, '1.属于国家秘密')).toBe(`\t（三）不予公开\t1.属于国家秘密\t${seven}`);
    expect(shapeOf(all, '5.要求')).toBe(`5.要求行政机关确认或重新出具已获取信息\t\t${seven}\t`);
    expect(shapeOf(all, '3.其他')).toBe(`\t3.其他\t${seven}\t`);
    expect(shapeOf(all, '（七）总计')).toBe(`（七）总计\t\t${seven}\t`);
  });

  test('may have a 总计 row one tab short', () => {
    expect(shapeOf(lines('short'), '（七）总计')).toBe(`（七）总计\t${seven}\t\t`);
    expect(shapeOf(lines('short'), '四、结转')).toBe(`四、结转下年度继续办理\t\t${seven}\t`);
  });
});
