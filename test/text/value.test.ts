import { describe, expect, test } from 'vitest';
import { classify, type Reading, readValue, type ValueKind } from '../../server/src/text/value.ts';

const read = (text: string, kind: ValueKind = 'count'): Reading => readValue(text, 0, text.length, kind);
const kindOf = (text: string) => classify(text, 0, text.length);

const VALUES = [
  '0',
  '12',
  '1,234',
  '１２',
  '１，２３４',
  '1.5',
  '-5',
  '+5',
  '减3',
  '增加2',
  '12件',
  '43.788万元',
  '12 件',
];
const MARKED = [
  '22（其中修订16件）',
  '22(含1件)',
  '-',
  '--',
  '/',
  '—',
  '无',
  '不适用',
  '1O',
  'l2',
  '2 0',
  '1,2,3',
  '99 999',
];
const TEXTS = [
  '总计',
  '1.属于国家秘密',
  '3.其他',
  '一、',
  '第20条',
  '2024年',
  '2024年度',
  '12月',
  '12.',
  '.5',
  '约8',
  'OO',
  '（一）',
  '“',
];

describe('classify', () => {
  test.each([...VALUES, ...MARKED])('takes %s for a value', (text) => {
    expect(kindOf(text)).toBe('value');
    expect(kindOf(` \u3000${text}\t`)).toBe('value');
  });

  test.each(TEXTS)('takes %s for text', (text) => {
    expect(kindOf(text)).toBe('text');
  });

  test.each(['', ' ', '\t', '\u00a0', '\u3000\u200b', '\ufeff', '\f'])('takes %j for blank', (text) => {
    expect(kindOf(text)).toBe('blank');
  });

  test('looks only at its own stretch', () => {
    expect(classify('总计12件', 2, 4)).toBe('value');
    expect(classify('总计12件', 0, 3)).toBe('text');
    expect(classify('12', 1, 1)).toBe('blank');
  });
});

describe('readValue', () => {
  test.each<[string, number]>([
    ['0', 0],
    ['007', 7],
    [' 12\u3000', 12],
    ['１２０５', 1205],
    ['１2', 12],
    ['1,234', 1234],
    ['１，２３４', 1234],
    ['12,345,678', 12345678],
    ['999999999999999', 999999999999999],
  ])('reads %s as %i', (text, value) => {
    expect(read(text)).toEqual({ kind: 'number', value });
  });

  test.each<[string, number, string]>([
    ['12件', 12, '件'],
    ['22（其中修订16件）', 22, '（其中修订16件）'],
    ['22(含1件)', 22, '(含1件)'],
    ['３宗', 3, '宗'],
  ])('reads %s as %i with an extra', (text, value, extra) => {
    expect(read(text)).toMatchObject({ kind: 'number', value, extra: expect.stringContaining(extra) });
  });

  test.each(['', '  ', '\u00a0', '\u200b'])('reads %j as blank', (text) => {
    expect(read(text)).toEqual({ kind: 'blank', mark: false });
  });

  test.each(['-', '－', '--', '—', '――'.slice(1), '/', '／', '无', '不适用', '*'])(
    'reads %s as a mark for blank',
    (text) => {
      expect(read(text)).toEqual({ kind: 'blank', mark: true });
    },
  );

  test.each<[string, string, number | undefined]>([
    ['-5', 'negative', 5],
    ['－５', 'negative', 5],
    ['+5', 'negative', 5],
    ['减3', 'negative', 3],
    ['1.5', 'decimal', undefined],
    ['2 0', 'split', 20],
    ['2\u00a00', 'split', 20],
    ['1O', 'letters', 10],
    ['l2', 'letters', 12],
    ['Ｏ', 'letters', 0],
    ['1,2,3', 'separators', 123],
    ['1234,567', 'separators', 1234567],
    ['1,23', 'separators', 123],
    ['1000000000000000', 'too-long', undefined],
    ['约8', 'text', undefined],
    ['八', 'chinese', 8],
    ['三百一十八', 'chinese', 318],
    ['三四十', 'text', undefined],
    ['若干', 'text', undefined],
  ])('finds the flaw of %s: %s', (text, flaw, guess) => {
    const reading = read(text);
    expect(reading).toMatchObject({ kind: 'invalid', flaw });
    // What was meant may be guessed where it is certain; where it is not, no guess at all is right.
    if (guess !== undefined) expect(reading).toMatchObject({ guess });
  });

  test('allows decimals in amounts alone, and a unit of 元 in none', () => {
    expect(read('12.5', 'amount')).toEqual({ kind: 'number', value: 12.5 });
    expect(read('１２．５', 'amount')).toEqual({ kind: 'number', value: 12.5 });
    expect(read('1,234.567891', 'amount')).toEqual({ kind: 'number', value: 1234.567891 });
    expect(read('43.788万元', 'amount')).toMatchObject({ kind: 'number', value: 43.788, extra: '万元' });
    expect(read('184719元', 'amount')).toEqual({ kind: 'invalid', flaw: 'unit', guess: 18.4719 });
    expect(read('-1', 'amount')).toMatchObject({ kind: 'invalid', flaw: 'negative' });
  });

  test.each<[string, number]>([
    ['+1', 1],
    ['-2', -2],
    ['减3', -3],
    ['减少3', -3],
    ['增加2', 2],
    ['增2', 2],
    ['0', 0],
    ['－１', -1],
    ['—2', -2],
  ])('reads the change %s as %i', (text, value) => {
    expect(read(text, 'change')).toEqual({ kind: 'number', value });
  });
});
