import { describe, test } from 'vitest';
import { expectFound, PLANS } from '../support/years.ts';

const COPIED = { 5: '⟦五、存在的主要问题及改进情况⟧{copied-text}' };

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

  test('is silent where a single word was changed', () => {
    expectFound({ five: PLANS }, { five: PLANS.replace('老人', '读者') });
    expectFound({ five: PLANS }, { five: `${PLANS}另外再补馆藏地图。` });
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
