import { describe, expect, test } from 'vitest';
import { expectMarked, messages, severities } from '../support/analysis.ts';
import { checkFix } from '../support/check-fix.ts';
import { type Parts, report } from '../support/report.ts';
import { LAST } from '../support/years.ts';

describe('label-altered', () => {
  const law = (label: string, rest = '0 0 0 0 0 0 0') => `2.其他法律行政法规禁止公开 => ${label} | ${rest}`;

  test.each([
    law('⟦2.其他法律行政止公开⟧{label-altered}'),
    law('⟦2.其他法律行政法规禁上公开⟧{label-altered}'),
    '5.要求行政机关确认或重新出具已获取信息 => ⟦5.要求行政机关确认或重新出具己获取信息⟧{label-altered} | 0 0 0 0 0 0 0',
    '4.保护第三方合法权益 => ⟦4.保护第三方合法权宜⟧{label-altered} | 0 0 0 0 0 0 0',
    '2.没有现成信息需要另行制作 => ⟦2.没有现成信息需另行制作⟧{label-altered} | 0 0 0 0 0 0 0',
    '6.属于四类过程性信息 => ⟦6.属于四类过程信息⟧{label-altered} | 0 0 0 0 0 0 0',
  ])('strikes at lost and changed characters: %s', (three) => {
    expectMarked({ three });
  });

  test.each([
    law('2.其他法律法规禁止公开'),
    law('2.其他法律、行政法规禁止公开的'),
    law('（2）其他法律行政法规禁止公开'),
    '3.补正后申请内容仍不明确 => 3.补正后申请内容仍不明 | 0 0 0 0 0 0 0',
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 => 2.逾期不缴费 | 0 0 0 0 0 0 0',
    '4.无正当理由大量反复申请 => 4.大量反复申请 | 0 0 0 0 0 0 0',
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 => 1.申请人无正当理由逾期不补正 | 0 0 0 0 0 0 0',
  ])('is silent at abridged and complete ones: %s', (three) => {
    expectMarked({ three });
  });

  test('writes what the form says, and nothing else', () => {
    for (const layout of ['tsv', 'cells', 'spaced'] as const) {
      const altered = report({ three: law('2、其他法律行政止公开'), layout });
      checkFix(altered, '行名改为', report({ three: law('2、其他法律行政法规禁止公开'), layout }));
    }
  });
});

describe('outlier', () => {
  const demands = { also: ['outlier'] };
  const found = (now: string, before: string) =>
    messages({ two: now, before: { ...LAST, two: `${LAST.two}\n${before}` }, demands }, 'outlier');

  test('is told of five times as much, a fifth, and nothing left', () => {
    expect(found('行政许可 | 500', '行政许可 | 100')).toEqual([
      expect.stringMatching(/^“行政许可”写 500，上年是 100.*5 倍/),
    ]);
    expect(found('行政许可 | 20', '行政许可 | 100')[0]).toMatch(/是上年的 1\/5/);
    expect(found('行政许可 | 0', '行政许可 | 100')[0]).toMatch(/今年为 0/);
  });

  test('is silent at less, at small numbers and where there was none', () => {
    for (const [now, before] of [
      [499, 100],
      [49, 3],
      [100, 0],
    ])
      expect(found(`行政许可 | ${now}`, `行政许可 | ${before}`)).toEqual([]);
  });

  test('tells 元 from 万元 whatever the amount', () => {
    const fees = (now: number, before: number) => found(`行政事业性收费 | ${now}`, `行政事业性收费 | ${before}`);
    expect(fees(12_500, 1.3)[0]).toMatch(/相差约一万倍：单位应为万元/);
    expect(fees(0.0004, 3.8)[0]).toMatch(/相差约一万倍/);
    expect(fees(9, 1)).toEqual([]);
  });

  test('is off unless asked for', () => {
    const parts: Parts = { two: '行政许可 | 500', before: { ...LAST, two: `${LAST.two}\n行政许可 | 100` } };
    expect(severities(parts)).toEqual([]);
    expect(severities({ ...parts, demands })).toEqual(['outlier information']);
  });
});

describe('local-demand', () => {
  const five = '解读材料偏少，下一步将逐栏补齐。';
  const heading = '⟦五、存在的主要问题及改进情况⟧{local-demand}';

  test.each([{ most: 15 }, { least: 17 }, { mentions: ['宣传|培训'] }])('strikes where %j is not met', (demand) => {
    expectMarked({ five, headings: { 5: heading }, demands: { sections: { 5: demand } } });
  });

  test.each([{ most: 16 }, { least: 16 }, { mentions: ['宣传|解读', '材料 偏少'] }, {}])(
    'is silent where %j is',
    (demand) => {
      expectMarked({ five, demands: { sections: { 5: demand } } });
    },
  );

  test('says how many characters there are, and by how many too many', () => {
    expect(messages({ five, demands: { sections: { 5: { most: 10 } } } }, 'local-demand')).toEqual([
      '“存在的主要问题及改进情况”有 16 字，本地要求不超过 10 字，超出 6 字。',
    ]);
  });

  test('holds the date of signing against the last day', () => {
    const six = (day: string) => `没有收取信息处理费，没有其他事项。\n\n砚泠市档案局\n2025年${day}`;
    const demands = { signedBy: '01-31' };
    expectMarked({ six: six('1月31日'), demands });
    expect(severities({ six: six('2月1日'), demands })).toEqual(['local-demand information']);
  });

  test('asks for nothing by itself', () => {
    expectMarked({ five: '解读材料偏少，下一步将逐栏补齐。'.repeat(100) });
  });
});
