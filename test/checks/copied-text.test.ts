import { describe, expect, test } from 'vitest';
import { relate, describe as word } from '../../server/src/checks/wording/index.ts';
import { analysisOf } from '../support/analysis.ts';
import { expectFound, PLANS, titled } from '../support/years.ts';

const COPIED = { 5: '⟦五、存在的主要问题及改进情况⟧{copied-text}' };

const LAST_YEAR = titled('砚泠市档案局', 2023);
const NEWS = '查阅窗口改在楼下进门就能问，值班表贴在门上周末也有人接待，来访者可以先看样本再填单子。';
const MORE = '库房漏雨误了整理进度，借阅登记补到了秋天才算齐全，修缮以后另外添置了除湿设备和温度记录仪器。';

describe('copied-text', () => {
  test('stands on the heading of a section that differs from last year’s in nothing but digits', () => {
    const now = (year: number, count: string) => `${PLANS}${year}年共补 ${count} 卷。`;
    expectFound({ five: now(2024, '1,250'), headings: COPIED }, { five: now(2023, '９８０') });
    expectFound({ five: now(2024, '两万'), headings: COPIED }, { five: now(2023, '三千') });
    expectFound(
      { five: now(2024, '1250'), headings: COPIED, layout: 'mdtsv' },
      { five: now(2023, '980').replaceAll('，', '，\n') },
    );
  });

  test('measures how much of a section is last year’s, and names the passages and where they stand there', () => {
    expectFound({ five: PLANS, headings: COPIED }, { five: PLANS.replace('老人', '读者') });
    expectFound({ five: `${PLANS}另外再补馆藏地图。`, headings: COPIED }, { five: PLANS });
    const now = { five: `${NEWS}${PLANS}`, before: { title: LAST_YEAR, five: PLANS } };
    const [finding] = analysisOf(now).findings.filter(({ code }) => code === 'copied-text');
    if (!finding) throw new Error('not found');
    expect(word(finding, 'zh')).toMatch(
      /^“存在的主要问题及改进情况”的文字约 (?:6[5-9]|7\d)% 与 2023 年度报告（0.txt）相同/,
    );
    const { text } = analysisOf(now).report;
    const [source, ...passages] = relate(finding, 'zh');
    expect(source?.document?.uri).toContain('0.txt');
    expect(passages.map(({ span }) => text.slice(span.start, span.end))).toEqual([PLANS.slice(0, -1)]);
    expect(passages[0]?.message).toMatch(/^相同的一段（\d+ 字，0.txt 第 \d+ 行）：“档案目录/);
  });

  test('is silent where less than 60 % is the same, or than a profile says', () => {
    expectFound({ five: `${NEWS}${MORE}${PLANS.slice(0, 80)}。` }, { five: PLANS });
    const now = { five: `${NEWS}${PLANS}`, before: { title: LAST_YEAR, five: PLANS } };
    for (const [copiedShare, count] of [
      [80, 0],
      [50, 1],
    ] as const)
      expect(
        analysisOf({ ...now, demands: { copiedShare } }).findings.filter(({ code }) => code === 'copied-text'),
      ).toHaveLength(count);
  });

  test('is silent for what is too short to be a copy', () => {
    expectFound({ five: '问题不多。下一步继续改进。' }, { five: '问题不多。下一步继续改进。' });
  });

  test('does not count what is prescribed: the opening, the statement on the fee, how to reach the organ', () => {
    const opening =
      '根据《中华人民共和国政府信息公开条例》的规定，由砚泠市档案局编制。报告所列数据的统计期限为2024年1月1日至12月31日，电子版可在门户网站下载。如有疑问，请与档案局办公室联系，地址在砚泠市旧城墙根东段，邮编和电话另附，节假日可在值班室当面咨询。';
    expectFound({ one: opening }, { one: opening });
    const fee =
      '按照国务院办公厅印发的政府信息公开信息处理费管理办法，本机关在本年度内没有向任何申请人收取过信息处理费，也没有减免信息处理费的情形，更没有因信息处理费而引起的投诉、复议、诉讼等其他情况发生。除此以外没有其他需要报告的事项需要在此向社会公众进行说明。';
    expectFound({ six: fee }, { six: fee });
    const footer = '没有收取信息处理费。\n主办：砚泠市档案局\n'.concat(
      '砚泠市各部门网站导航以及友情链接和无障碍浏览说明'.repeat(6),
    );
    expectFound({ six: footer }, { six: footer });
  });

  test('is silent for a section in which a table stands because a heading is lost', () => {
    const headings = { 2: undefined };
    expectFound({ headings, six: '没有收取信息处理费。' }, { headings, six: '没有收取信息处理费。' });
  });
});
