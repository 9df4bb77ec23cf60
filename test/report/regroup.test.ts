import { describe, expect, test } from 'vitest';
import { expectMarked, messages } from '../support/analysis.ts';
import { checkFix, titles } from '../support/check-fix.ts';
import { compare } from '../support/marked.ts';
import { report } from '../support/report.ts';

/** Digits that came apart, and numbers that ran together: the sum of the row tells. */

const spaced = (three: string) => report({ three, layout: 'spaced' });

describe('a number whose digits came apart', () => {
  test('is one cell, which is unreadable, where the sum of the row leaves no doubt', () => {
    expectMarked({ three: '（七）总计 | ⟦1~0⟧{cell-invalid} 1 0 0 4 1 16' }, ['spaced']);
    expectMarked({ three: '（七）总计 | 10 1 0 0 4 1 ⟦1~6⟧{cell-invalid}' }, ['spaced']);
    expectMarked({ four: ' | 1 0 0 1 2 0 0 0 0 0 0 1 0 0 1' }, ['spaced']);
  });

  test('is seen across the end of a line', () => {
    const text = spaced('（七）总计 | 10 1 0 0 4 1 1~6').replace('1 1 6\n', '1 ⟦1\n6⟧{cell-invalid}\n');
    const { found, expected } = compare(text);
    expect(expected).toHaveLength(1);
    expect(found).toEqual(expected);
    checkFix(text, '改为“16”', spaced('\n'));
  });

  test('is joined again by the preferred fix', () => {
    const text = spaced('（七）总计 | 1~0 1 0 0 4 1 16');
    expect(titles(text)).toEqual(['*把“1 0”改为“10”']);
    checkFix(text, '改为“10”', spaced('\n'));
    expect(messages({ three: '（七）总计 | 1~0 1 0 0 4 1 16', layout: 'spaced' }, 'cell-invalid')[0]).toMatch(
      /“1 0”：数字中间有空格.*改为 10 后有关合计全部相符/,
    );
  });

  test('does not swallow a lone number below a row that adds up', () => {
    const text = spaced('\n').replace('10 1 0 0 4 1 16\n', '10 1 0 0 4 1 16\n6\n');
    expect(text).toContain('16\n6\n');
    expect(compare(text).found).toEqual([]);
  });
});

describe('two numbers that ran together', () => {
  test.each(['（一）予以公开 | 80 0 0 4 0 12', '（一）予以公开 | 8 0 0 04 0 12', '（一）予以公开 | 8 0 0 0 4 012'])(
    '%s is one value short, and the fix parts them',
    (three) => {
      expect(compare(report({ three: `⟦${three}⟧{cell-missing}` })).found).toHaveLength(1);
      expect(messages({ three }, 'cell-missing')[0]).toMatch(/像是 \d+ 和 \d+ 两个数连在了一起/);
      for (const layout of ['spaced', 'tsv'] as const) {
        const [only = ''] = titles(report({ three, layout }));
        expect(only).toMatch(/^\*把“\d+”分为/);
        checkFix(report({ three, layout }), '分为', report({ three: '\n', layout }));
      }
    },
  );

  test('are left alone where more than one way gives the sum, or none', () => {
    for (const three of ['3.其他 | 0 0 0 0 0 0', '（一）予以公开 | 8 0 0 0 4 12', '2.重复申请 | 11 11 0 0 0 22']) {
      expect(titles(report({ three }))).toEqual([]);
    }
  });
});
