import { describe, expect, test } from 'vitest';
import type { Locale } from '../../server/src/checks/wording/index.ts';
import { type Hover, hoverAt } from '../../server/src/features/hover.ts';
import { ALL, mustAnalyse } from '../support/analysis.ts';
import { readMarked } from '../support/marked.ts';
import { type Parts, report } from '../support/report.ts';

/** The hover where the cursor `‸` stands in the report. */
function hoverIn(parts: Parts, locale: Locale): (Hover & { readonly on: string }) | undefined {
  const [before, after = ''] = readMarked(report(parts)).text.split('‸') as [string, string?];
  const text = before + after;
  const hover = hoverAt(mustAnalyse(text), before.length, locale);
  return hover && { ...hover, on: text.slice(hover.span.start, hover.span.end) };
}

/** The lines of a hover, without the blanks that break lines in Markdown. */
function linesIn(parts: Parts, locale: Locale = 'zh'): string[] {
  const markdown = hoverIn(parts, locale)?.markdown ?? '';
  return markdown.split('\n').map((line) => line.trimEnd());
}

const GIVEN = '（一）予以公开';

describe('hover on a total', () => {
  test('that is right writes the sum out and says that its column holds', () => {
    expect(linesIn({ three: `${GIVEN} | 8 0 0 0 4 0 1‸2` })).toEqual([
      '**（一）予以公开·总计**：12',
      '',
      '自然人 8',
      '＋ 法律服务机构 4',
      '= **12** ✓',
      '',
      '- “总计”列办理结果之和：16 ✓',
    ]);
  });

  test('that is wrong says by how much, and that changing it alone is enough', () => {
    expect(linesIn({ three: `${GIVEN} | 8 0 0 0 4 0 13‸` })).toEqual([
      '**（一）予以公开·总计**：13，应为 **12**，差 1',
      '',
      '- 本行“（一）予以公开”总计：12 ✗ 写的是 13，差 1',
      '- “总计”列办理结果之和：17 ✗ 写的是 16，差 1',
    ]);
    expect(linesIn({ three: `${GIVEN} | 8 0 0 0 4 0 13‸` }, 'en')).toEqual([
      '**（一）予以公开·总计**: 13, should be **12**, off by 1',
      '',
      '- Total of row “（一）予以公开”: 12 ✗ stated 13, off by 1',
      '- Outcomes in column “总计”: 17 ✗ stated 16, off by 1',
    ]);
  });

  test('that is blank says what it should be', () => {
    const lines = linesIn({ three: `${GIVEN} | 8 0 0 0 4 0 ‸_` });
    expect(lines.slice(0, 4)).toEqual(['**（一）予以公开·总计**：空白', '', '自然人 8', '＋ 法律服务机构 4']);
    expect(lines[4]).toMatch(/^= \*\*12\*\*.*总计为空/);
    expect(linesIn({ three: `${GIVEN} | 8 0 0 0 4 0 ‸_` }, 'en')[4]).toMatch(/^= \*\*12\*\*.*总计 is blank/);
  });

  test('of a column writes its outcomes out, and names the row and the balance beside it', () => {
    expect(linesIn({ three: '（七）总计 | 1‸0 1 0 0 4 1 16' })).toEqual([
      '**（七）总计·自然人**：10',
      '',
      '予以公开 8',
      '＋ 部分公开 1',
      '＋ 属于行政查询事项 1',
      '= **10** ✓',
      '',
      '- 本行“（七）总计”总计：16 ✓',
      '- “自然人”列结转下年度（新收 + 上年结转 − 办结）：1 ✓',
    ]);
  });

  test('of 四、结转下年度 writes the balance with its minus', () => {
    expect(linesIn({ three: '四、结转下年度继续办理 | ‸1 0 0 0 0 0 1' }).slice(2, 6)).toEqual([
      '本年新收 9',
      '＋ 上年结转 2',
      '－ （七）总计 10',
      '= **1** ✓',
    ]);
  });

  test('of table 4 writes the results of its group out', () => {
    expect(linesIn({ four: ' | 1 0 0 1 ‸2 0 0 0 0 0 0 1 0 0 1' })).toEqual([
      '**行政复议·总计**：2',
      '',
      '结果维持 1',
      '＋ 尚未审结 1',
      '= **2** ✓',
    ]);
  });

  test('of nothing but zeros is a sum too', () => {
    expect(linesIn({ three: '3.其他 | 0 0 0 0 0 0 ‸0' }).slice(2, 4)).toEqual(['0', '= **0** ✓']);
  });
});

describe('hover on another value', () => {
  test('names row and column and what it takes part in', () => {
    const parts = { three: `${GIVEN} | ‸9 0 0 0 4 0 12` };
    expect(linesIn(parts)).toEqual([
      '**（一）予以公开·自然人**：9，应为 **8**，差 1',
      '',
      '- 本行“（一）予以公开”总计：13 ✗ 写的是 12，差 1',
      '- “自然人”列办理结果之和：11 ✗ 写的是 10，差 1',
    ]);
    expect(linesIn(parts, 'en').slice(2, 4)).toEqual([
      '- Total of row “（一）予以公开”: 13 ✗ stated 12, off by 1',
      '- Outcomes in column “自然人”: 11 ✗ stated 10, off by 1',
    ]);
  });

  test('that cannot be read says so, and that its sums are unknown', () => {
    expect(linesIn({ three: `${GIVEN} | 1‸O 0 0 0 4 0 12` })).toEqual([
      '**（一）予以公开·自然人**：无法识别',
      '',
      '- 本行“（一）予以公开”总计：有空白或无法识别的数，无法核算',
      '- “自然人”列办理结果之和：有空白或无法识别的数，无法核算',
    ]);
    expect(linesIn({ three: `${GIVEN} | 1‸O 0 0 0 4 0 12` }, 'en')[0]).toBe('**（一）予以公开·自然人**: unreadable');
  });

  test('of table 2 has no sums to name', () => {
    expect(linesIn({ two: '行政许可 | 12‸05' })).toEqual(['**行政许可**：1205']);
  });
});

describe('hover on a label or heading', () => {
  test('of a row writes its total out', () => {
    const parts = { three: `${GIVEN} => （一）予‸以公开 | 8 0 0 0 4 0 12` };
    expect(linesIn(parts)).toEqual(['**（一）予以公开**', '', '自然人 8', '＋ 法律服务机构 4', '= **12** ✓']);
    expect(linesIn(parts, 'en')).toEqual(linesIn(parts));
  });

  test('of a row without sure columns says why there is nothing to tell', () => {
    const parts = { three: `${GIVEN} => （一）予‸以公开 | 8 0 0 4 0 12` };
    expect(linesIn(parts)).toEqual(['**（一）予以公开**', '', '本行数的个数与格式不符，未参与核算']);
    expect(linesIn(parts, 'en')[2]).toContain('does not fit the form');
  });

  test('of section 三 gives the balance and the number of sums', () => {
    const parts = { headings: { 3: '三、收到‸和处理政府信息公开申请情况' } };
    expect(linesIn(parts)).toEqual([
      '**收到和处理政府信息公开申请情况**',
      '',
      '本年新收 14',
      '＋ 上年结转 3',
      '－ （七）总计 16',
      '= **1** ✓',
      '',
      '勾稽关系：✓ 39 项，✗ 0 项，? 0 项',
    ]);
    expect(linesIn(parts, 'en').at(-1)).toBe('Sums: ✓ 39, ✗ 0, ? 0');
  });

  test('of section 四 gives the three groups, of section 二 the rows', () => {
    expect(linesIn({ headings: { 4: '四、行政复议‸、行政诉讼情况' } }).slice(2)).toEqual([
      '- “行政复议”总计：2 ✓',
      '- “行政诉讼·未经复议直接起诉”总计：0 ✓',
      '- “行政诉讼·复议后起诉”总计：1 ✓',
      '',
      '勾稽关系：✓ 3 项，✗ 0 项，? 0 项',
    ]);
    expect(linesIn({ headings: { 2: '二、主动公开‸政府信息情况' } }).slice(2, 4)).toEqual([
      '- 规章 0 / 0 / 0',
      '- 行政规范性文件 3 / 1 / 12',
    ]);
  });

  test('is none in prose and on the heading of prose', () => {
    expect(hoverIn({ one: '全年‸无事。' }, 'zh')).toBeUndefined();
    expect(hoverIn({ five: '材料‸ 12 份。' }, 'en')).toBeUndefined();
    expect(hoverIn({ headings: { 1: '一、总体‸情况' } }, 'zh')).toBeUndefined();
  });
});

test.each(ALL)('a hover spans exactly the value that it tells of, in the layout %s', (layout) => {
  for (const value of ['‸8', '8‸', '‸８', '1‸,008'])
    expect(hoverIn({ layout, three: `${GIVEN} | ${value} 0 0 0 4 0 12` }, 'zh')?.on).toBe(value.replace('‸', ''));
});
