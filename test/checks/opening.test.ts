import { describe, expect, test } from 'vitest';
import { explain } from '../../server/src/features/explain.ts';
import { analysisOf, expectMarked } from '../support/analysis.ts';
import { checkFix } from '../support/check-fix.ts';
import { report } from '../support/report.ts';

describe('title-missing and year-unknown', () => {
  test('stand on the title that lacks organ or year', () => {
    expectMarked({ title: '⟦2024年政府信息公开工作年度报告⟧{title-missing}' });
    expectMarked({ title: '⟦砚泠市档案局政府信息公开工作年度报告⟧{year-unknown}' });
    expectMarked({ title: '⟦政府信息公开工作年度报告⟧{title-missing year-unknown}' });
  });

  test('stand on the first line of a report without a title, and only for what is told nowhere', () => {
    expectMarked({ title: '⟦依据条例编制本报告。⟧{title-missing year-unknown}' }, ['tsv']);
    expectMarked({ title: '⟦所列数据自2024年1月1日起至12月31日止。⟧{title-missing}' }, ['tsv']);
    expectMarked({ title: '现公布砚泠市档案局2024年政府信息公开工作年度报告。' }, ['tsv']);
  });

  test('are told by --explain, with what is switched off', () => {
    const text = explain(analysisOf({ title: '政府信息公开工作年度报告' }), 'zh');
    expect(text).toContain('机关：（未读到）  年度：（未读到）');
    expect(text).toContain('不与上年的报告比对');
    expect(text).toContain('不检查年份是否一致');
    expect(explain(analysisOf({}), 'zh')).not.toContain('比对');
  });
});

describe('section-title', () => {
  test.each([
    [3, '申请情况', '收到和处理政府信息公开申请情况'],
    [5, '下一步工作打算', '存在的主要问题及改进情况'],
    [6, '其他', '其他需要报告的事项'],
  ])('names the words of the form for section %i, and inserts no second heading', (number, words, right) => {
    const ordinal = `${'一二三四五六'[number - 1]}、`;
    expectMarked({ headings: { [number]: `${ordinal}⟦${words}⟧{section-title}` } });
    checkFix(
      report({ headings: { [number]: ordinal + words } }),
      `标题改为“${right}”`,
      report({ headings: { [number]: ordinal + right } }),
    );
  });
});

describe('second-report', () => {
  test('stands where another title begins, and nothing of that report is checked', () => {
    const other = report({
      title: '⟦禾墨县水利局2023年政府信息公开工作年度报告⟧{second-report}',
      three: '（七）总计 | 9 9 9 9 9 9 9',
    });
    expectMarked({ six: `没有收取信息处理费。\n\n${other}` }, ['tsv']);
  });
});
