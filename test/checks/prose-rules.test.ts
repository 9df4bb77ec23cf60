import { describe, expect, test } from 'vitest';
import { isOf } from '../../server/src/checks/finding.ts';
import { ratioMismatch } from '../../server/src/checks/rules/ratio-mismatch.ts';
import { analysisOf, expectMarked, messages, severities } from '../support/analysis.ts';

/** Section 一 with this paragraph on requests. */
const says = (text: string) =>
  `（一）主动公开。逐月登记。\n（二）依申请公开。${text}\n（三）信息管理。照旧。\n（四）平台。照旧。\n（五）监督。照旧。`;

describe('prose-mismatch', () => {
  test('stands on the number alone', () => {
    expectMarked({ one: says('收到政府信息公开申请⟦15⟧{prose-mismatch}件，上年结转3件。') });
    expectMarked({ one: says('收到政府信息公开申请⟦１５⟧{prose-mismatch} 件，上年结转⟦四⟧{prose-mismatch}件。') });
    expectMarked({ one: says('收到政府信息公开申请14件，其中自然人⟦10⟧{prose-mismatch}件。') });
    expectMarked({ one: says('本年度⟦未收到政府信息公开申请⟧{prose-mismatch}。') });
    expectMarked({
      one: says('因政府信息公开引发行政复议⟦3⟧{prose-mismatch}件，其中维持1件；⟦没有行政诉讼⟧{prose-mismatch}。'),
    });
    expectMarked({
      one: says('制发规范性文件⟦4⟧{prose-mismatch}件，废止1件，行政事业性收费⟦12.6⟧{prose-mismatch}万元。'),
    });
  });

  test('is found in every section that holds prose', () => {
    expectMarked({ five: '2024年收到政府信息公开申请⟦15⟧{prose-mismatch}件，人手偏紧。' });
    expectMarked({ six: '没有收取信息处理费。全年收到政府信息公开申请⟦15⟧{prose-mismatch}件。' });
  });

  test('a wording with two meanings is satisfied by either, and differs from both', () => {
    expectMarked({ one: says('受理政府信息公开申请14件。') });
    expectMarked({ one: says('受理政府信息公开申请17件。') });
    expectMarked({ one: says('受理政府信息公开申请⟦15⟧{prose-mismatch}件。') });
    expect(messages({ one: says('受理政府信息公开申请15件。') }, 'prose-mismatch')[0]).toContain('（14）、');
  });

  test('names both numbers and both places, and is a warning', () => {
    const parts = { one: says('收到政府信息公开申请十五件。') };
    expect(severities(parts)).toEqual(['prose-mismatch warning']);
    expect(messages(parts, 'prose-mismatch')).toEqual([
      '正文写 15 件，表中“一、本年新收·总计”为 14，差 1。请核对正文和表格，改正写错的一处。',
    ]);
    expect(messages({ one: says('未收到政府信息公开申请。') }, 'prose-mismatch')[0]).toContain(
      '“未收到政府信息公开申请”',
    );
    expect(messages({ one: says('收到申请14件，其中法人或其他组织7件。') }, 'prose-mismatch')[0]).toContain(
      '法人或其他组织',
    );
  });

  test('names a group of rows by its label', () => {
    expect(messages({ one: says('收到申请14件，不予公开3件。') }, 'prose-mismatch')[0]).toContain(
      '“（三）不予公开·总计”合计为 1，差 2',
    );
  });

  test('a blank or unreadable cell is never held against the prose', () => {
    expectMarked(
      {
        one: says('收到政府信息公开申请15件。'),
        three: '一、本年新收政府信息公开申请数量 | 9 1 0 0 4 0 ⟦⟧{cell-blank}',
      },
      ['tsv', 'mdtsv', 'cells'],
    );
  });

  test('is silent where the prose agrees with what the sums of the table say', () => {
    expectMarked({
      one: says('收到政府信息公开申请14件。'),
      three:
        '一、本年新收政府信息公开申请数量 | 9 1 0 0 4 0 ⟦15⟧{row-total}\n四、结转下年度继续办理 | 1 0 0 0 0 0 ⟦1⟧{carry-balance}',
    });
    expectMarked({
      one: says('收到政府信息公开申请⟦16⟧{prose-mismatch}件。'),
      three:
        '一、本年新收政府信息公开申请数量 | 9 1 0 0 4 0 ⟦15⟧{row-total}\n四、结转下年度继续办理 | 1 0 0 0 0 0 ⟦1⟧{carry-balance}',
    });
  });
});

describe('parts-mismatch', () => {
  test('a list that ends with 其他 must add up', () => {
    expectMarked({ one: says('发布信息⟦96⟧{parts-mismatch}条，其中政策类50条、动态类30条、其他9条。') });
    expectMarked({ one: says('发布信息89条，其中政策类50条、动态类30条、其他9条。') });
    expectMarked({ one: says('发布信息96条（其中政策类50条、动态类30条）。') });
  });

  test('parts that overlap or belong to different totals are left alone', () => {
    expectMarked({ one: says('发布信息96条，其中政策类50条，涉企类60条。') });
    expectMarked({ one: says('发布信息96条，解读20篇，其中政策类50条、其他9条。') });
    expectMarked({ one: says('行政复议2件，行政诉讼1件，其中维持1件，纠正1件，尚未审结1件。') });
    expectMarked({ one: says('发布信息约96条，其中政策类50条、其他9条。') });
  });

  test('is not said again where a number differs from its table', () => {
    expectMarked({ one: says('收到申请14件，其中自然人⟦10⟧{prose-mismatch}件、法人或其他组织5件。') });
  });

  test.each([
    ['收到政府信息公开申请14件，其中自然人申请9件、法人或其他组织申请5件。', false],
    ['收到政府信息公开申请14件，其中自然人申请9件、法人或其他组织申请6件。', true],
    // Both kinds of applicants are the whole; 商业企业 is not.
    ['收到政府信息公开申请14件，其中自然人申请9件、法人或其他组织申请4件。', true],
    ['收到政府信息公开申请14件，其中自然人申请9件、商业企业申请4件。', false],
    // The parts may be those of either number.
    ['收到政府信息公开申请14件，办结政府信息公开申请16件，其中自然人申请9件、法人或其他组织申请5件。', false],
    ['收到政府信息公开申请14件，办结政府信息公开申请16件，其中自然人申请9件、法人或其他组织申请4件。', true],
  ])('speaks where the table cannot be read: %s', (sentence, found) => {
    const { findings } = analysisOf({ one: says(sentence), raw: { 3: '（略）' } });
    expect(findings.some(({ code }) => code === 'parts-mismatch')).toBe(found);
  });
});

describe('ratio-mismatch', () => {
  test('a share must follow at some usual rounding', () => {
    expectMarked({ one: says('收到申请14件，其中自然人9件，占64.28%。') });
    expectMarked({ one: says('收到申请14件，其中自然人9件，占64.3%。') });
    expectMarked({ one: says('收到申请14件，其中自然人9件，占64%。') });
    expectMarked({ one: says('收到申请14件，其中自然人9件，占申请总数的⟦70%⟧{ratio-mismatch}。') });
    expectMarked({ one: says('收到申请14件，其中自然人9件，占⟦百分之七十⟧{ratio-mismatch}。') });
  });

  test('growth is judged where both numbers stand in the prose', () => {
    expectMarked({ one: says('收到申请14件，较上年的20件下降30%。') });
    expectMarked({ one: says('收到申请14件，较上年的20件下降⟦40%⟧{ratio-mismatch}。') });
    expectMarked({ one: says('收到申请14件，较上年的20件增长⟦30%⟧{ratio-mismatch}。') });
    expectMarked({ one: says('收到申请14件，较上年的20件减少⟦7⟧{ratio-mismatch}件。') });
    expectMarked({ one: says('收到申请14件，比上年增加3件，增长27.3%。') });
    expectMarked({ one: says('收到申请14件，比上年增加3件，增长⟦30%⟧{ratio-mismatch}。') });
  });

  test('growth without its base is judged by the report of the year before', () => {
    const before = {
      title: '砚泠市档案局 2023年政府信息公开工作年度报告',
      one: '去年的事。',
      two: '行政规范性文件 | 3 1 10',
      three: '一、本年新收政府信息公开申请数量 | 10 0 0 0 0 0 10\n四、结转下年度继续办理 | 2 0 0 0 0 1 3',
      five: '去年的问题。',
      six: '去年没有收取信息处理费。',
    };
    const found = (sentence: string) => messages({ one: says(sentence), before }, 'ratio-mismatch');
    expect(found('收到申请14件，同比增长40%。')).toEqual([]);
    expect(found('收到申请14件，同比增长50%。')).toEqual([
      '增减幅度写的是 50%，与前后的数不符：按 14、10（后者见 2023 年度报告） 计算增加约 40%。请核对幅度或数量。',
    ]);
    expect(found('2024年收到申请14件，较2023年下降40%。')).toHaveLength(1);
    expect(found('收到申请14件，环比增长50%。收到申请14件，较前年增长50%。')).toEqual([]);
  });

  test('the explanation compares what the sentence compares', () => {
    const from = (sentence: string) =>
      analysisOf({ one: says(sentence) }).findings.flatMap((each) =>
        isOf(each, ratioMismatch) ? [each.facts.from.map(({ value }) => value)] : [],
      );
    const list = '政策解读120条、动态53条、其他40条';
    expect(from(`发布信息213条，其中${list}，比2023年的180条增长20%。`)).toEqual([[213, 180]]);
    expect(from('收到申请14件，较2023年的10件增长40%，其中自然人9件，较2023年的8件增长22%。')).toEqual([[9, 8]]);
    expect(from('2024年收到申请14件，2023年收到10件，同比增长50%。')).toEqual([[14, 10]]);
    expect(from('收到申请14件，其中自然人9件，占64.3%，法人或其他组织5件，占45.7%。')).toEqual([[5, 14]]);
    const both = '收到申请14件，其中自然人申请9件、法人或其他组织申请5件';
    expect(from(`${both}，分别占64.3%和35.7%。`)).toEqual([]);
    expect(from(`${both}，分别占44.3%和45.7%。`)).toEqual([
      [9, 14],
      [5, 14],
    ]);
  });

  test('and nowhere else', () => {
    expectMarked({ one: says('收到申请14件，同比增长40%。') });
    expectMarked({ one: says('收到申请14件，较上年的20件有所减少，网站浏览量增长40%。') });
    expectMarked({ one: says('收到申请14件，其中自然人9件，占全市申请量的3%。') });
    expectMarked({ one: says('收到申请14件，按时答复率100%，满意度98%。') });
    expectMarked({ one: says('收到申请14件，其中自然人约9件，占70%。') });
  });

  test('one part is no whole of the next, where a line before tells the whole', () => {
    const shares = (whole: string, parts: string) => expectMarked({ one: says(`${whole}\n${parts}`) });
    shares('全市共收到申请150件。', '从申请方式看，网络申请130件，占86.67%；信函申请20件，占13.33%。');
    shares('全市共收到申请150件。', '全市自然人申请130件，占86.67%；法人或其他组织申请20件，占13.33%。');
    shares('全市共办结申请150件。', '全市予以公开90件，占60%；部分公开30件，占20%。');
    shares('因政府信息公开引发行政复议2件。', '维持1件，占50%；尚未审结1件，占50%。');
    shares('全市行政诉讼案件60件。', '全市维持40件，占66.7%；纠正5件，占8.3%。');
    expectMarked({ one: says('从办理结果看，予以公开12件，占75%；部分公开2件，占⟦22%⟧{ratio-mismatch}。') });
  });
});

describe('fee-statement-missing', () => {
  test('stands on the heading of section 六', () => {
    const bare = {
      six: '没有其他需要报告的事项。',
      headings: { 6: '⟦六、其他需要报告的事项⟧{fee-statement-missing}' },
    };
    expectMarked(bare, ['tsv', 'spaced', 'cells']);
  });

  test.each(['本年度不存在收费情况。', '未收取任何费用。', '本年度收取政府信息公开信息处理费300元。'])('%s', (six) => {
    expectMarked({ six });
  });

  test('may stand in another section, and is not asked of reports before 2021', () => {
    expectMarked({ six: '没有其他需要报告的事项。', one: says('本年度未收取信息处理费。') });
    expectMarked({ six: '没有其他需要报告的事项。', title: '砚泠市档案局 2020年政府信息公开工作年度报告' });
  });
});

describe('contradiction', () => {
  test('a rate of 100 % says that all were answered, one of those in time does not', () => {
    expectMarked({ one: says('收到申请14件，答复率⟦100%⟧{contradiction}。') });
    expectMarked({ one: says('收到申请14件，按期办结率100%。') });
    expectMarked({ one: says('办结申请16件，答复率100%。收到网民留言56条，办结率100%。') });
  });

  test('all was settled, and some were carried over', () => {
    expectMarked({ one: says('收到政府信息公开申请14件，⟦均已按时答复⟧{contradiction}。') });
    expectMarked({ one: says('收到政府信息公开申请14件，⟦已全部办结⟧{contradiction}。') });
    expectMarked({ one: says('收到政府信息公开申请14件⟦均按时答复⟧{contradiction}。') });
    expectMarked({ one: says('新收政府信息公开申请14件，上年结转3件，⟦均已按时答复⟧{contradiction}。') });
  });

  test.each([
    '收到政府信息公开申请14件，结转下年度1件，其余均已答复。',
    '收到来信30封，均已答复。',
    '收到政府信息公开申请14件，上年结转3件均已办结。',
    '县公安局收到政府信息公开申请9件，均已答复。',
    '收到政府信息公开申请14件，均在法定期限内登记。',
    '上年收到政府信息公开申请9件，均已答复。',
  ])('%s', (sentence) => {
    expectMarked({ one: says(sentence) }, ['tsv']);
  });

  test('nothing was carried over, and all was settled', () => {
    const three = '二、上年结转政府信息公开申请数量 | 1 0 0 0 0 1 2\n四、结转下年度继续办理 | 0 0 0 0 0 0 0';
    expectMarked({ one: says('收到政府信息公开申请14件，均已按时答复。'), three });
  });

  test('one finding for one fault', () => {
    expectMarked({ one: says('收到政府信息公开申请14件，全部办结，结转下年度⟦0⟧{prose-mismatch}件。') });
  });
});
