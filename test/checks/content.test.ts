import { describe, expect, test } from 'vitest';
import { expectMarked, messages, severities } from '../support/analysis.ts';
import { checkFix } from '../support/check-fix.ts';
import { report } from '../support/report.ts';

const COUNTY = '砚泠县档案局 2024年政府信息公开工作年度报告';

describe('documents-floor', () => {
  test('holds what is in force against what was made and abolished', () => {
    expectMarked({ two: '行政规范性文件 | 3 1 ⟦1⟧{documents-floor}' });
    expectMarked({ two: '行政规范性文件 | 3 1 2' });
    expect(messages({ two: '行政规范性文件 | 3 1 1' }, 'documents-floor')[0]).toMatch(
      /^“行政规范性文件”现行有效件数写 1，至少应为 2，差 1：本年制发 3 − 本年废止 1 = 2。/,
    );
  });

  test('holds all that is published against what was published in the year, in the form of 2019', () => {
    const table = (total: string) =>
      `| 第二十条第（一）项 |  |  |  |\n| --- | --- | --- | --- |\n| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n| 规章 | 0 | 0 | 0 |\n| 规范性文件 | 3 | 5 | ${total} |`;
    const codes = (total: string) => severities({ raw: { 2: table(total) } }).filter((each) => each.startsWith('doc'));
    expect(codes('4')).toEqual(['documents-floor warning']);
    expect(codes('5')).toEqual([]);
  });

  test('is silent where more was abolished than made, and where a number is unknown', () => {
    expectMarked({ two: '行政规范性文件 | 1 3 0' });
    expectMarked({ two: '行政规范性文件 | 3 ⟦/⟧{cell-blank} 1' });
  });
});

describe('regulations-power', () => {
  const two = '第二十条第（一）项 / 规章 | ⟦2⟧{regulations-power} 0 2';
  const plain = '第二十条第（一）项 / 规章 | 2 0 2';

  test.each(['砚泠县档案局', '栖梧街道办事处', '云岫岭镇人民政府', '砚泠市云麓区教育局'])('strikes at %s', (agency) => {
    expectMarked({ title: `${agency} 2024年政府信息公开工作年度报告`, two });
  });

  test.each(['砚泠市人民政府', '砚泠市档案局', '青岚自治区水利局', '砚泠市人民代表大会'])(
    'is silent at %s',
    (agency) => {
      expectMarked({ title: `${agency} 2024年政府信息公开工作年度报告`, two: plain });
    },
  );

  test('is silent where there are none', () => {
    expectMarked({ title: COUNTY });
  });
});

describe('template-residue', () => {
  test.each([
    '⟦（文字描述）⟧{template-residue}解读材料偏少，下一步将逐栏补齐。',
    '⟦（该部分以表格形式报告）⟧{template-residue}解读材料偏少，下一步将逐栏补齐。',
    '⟦此部分以表格形式报告⟧{template-residue}。解读材料偏少，下一步将逐栏补齐。',
    '⟦（正文用3号仿宋体字）⟧{template-residue}解读材料偏少，下一步将逐栏补齐。',
  ])('strikes at %s', (five) => {
    expectMarked({ five });
  });

  test.each([
    '公文统一使用仿宋字体，解读材料仍然偏少。',
    '部分栏目没有文字描述，下一步将逐栏补齐。',
    '解读材料以表格形式报告的偏多，下一步将逐栏补齐。',
  ])('is silent at %s', (five) => {
    expectMarked({ five });
  });

  test('is no statement on the fee', () => {
    const asked = '（说明信息处理费的收取情况，文字描述）';
    const heading = { 6: '⟦六、其他需要报告的事项⟧{fee-statement-missing}' };
    expectMarked({ headings: heading, six: `⟦${asked}⟧{template-residue}没有其他需要报告的事项。` });
    expectMarked({ six: `⟦${asked}⟧{template-residue}本年度没有收取信息处理费。` });
  });

  test('is deleted by its fix', () => {
    const five = '解读材料偏少，下一步将逐栏补齐。';
    checkFix(report({ five: `（文字描述）${five}` }), '删去', report({ five }));
  });
});

describe('section-empty', () => {
  const heading = (number: 5 | 6) =>
    number === 5 ? '⟦五、存在的主要问题及改进情况⟧{section-empty}' : '⟦六、其他需要报告的事项⟧{section-empty}';

  test.each(['', '无', '无。', '宣传不够。'])('strikes at a section 五 that says “%s”', (five) => {
    expectMarked({ headings: { 5: heading(5) }, five });
  });

  test('takes signature and date for no content', () => {
    const six = '无。\n\n砚泠市档案局\n2025年1月20日';
    expect(severities({ six })).toContain('section-empty warning');
    expectMarked({ six: `本年度没有收取信息处理费。\n\n砚泠市档案局\n2025年1月20日` });
  });

  test('is silent at a sentence', () => {
    expectMarked({ five: '解读材料偏少，将逐栏补齐。' });
  });
});

describe('sign-off-date', () => {
  const six = (date: string) => `本年度没有收取信息处理费，没有其他事项。\n\n砚泠市档案局\n${date}`;

  test.each(['2024年3月1日', '2024年12月30日', '2024 年 1 月 5 日'])('strikes at %s', (date) => {
    expect(severities({ six: six(date) })).toContain('sign-off-date warning');
  });

  test.each(['2024年12月31日', '2025年1月20日', '2026年1月4日'])('is silent at %s', (date) => {
    expectMarked({ six: six(date) });
  });

  test('is silent at a date within a sentence', () => {
    expectMarked({ six: '本年度没有收取信息处理费；本制度自2024年3月1日起施行。' });
  });
});

describe('basis-outdated', () => {
  const five = (basis: string) => `学习条例（${basis}）不够，下一步补课。`;

  test.each([
    '国务院令第⟦492号⟧{basis-outdated}',
    '⟦国办公开办函〔2019〕60号⟧{basis-outdated}',
    '⟦国办公开办函[2019]60号⟧{basis-outdated}',
  ])('strikes at %s', (basis) => {
    expectMarked({ five: five(basis) });
  });

  test.each(['国务院令第711号', '国办公开办函〔2021〕30号', '国办函〔2020〕60号', '第1492号文'])(
    'is silent at %s',
    (basis) => {
      expectMarked({ five: five(basis) });
    },
  );

  test('is silent in a report on a year in which it was in force', () => {
    expect(
      severities({ title: '砚泠市档案局 2020年政府信息公开工作年度报告', five: five('国办公开办函〔2019〕60号') }),
    ).toEqual([]);
  });

  test('is mended by its fix', () => {
    checkFix(report({ five: five('国务院令第492号') }), '711号', report({ five: five('国务院令第711号') }));
  });
});

describe('sections-announced', () => {
  const title = (introduction: string) => `砚泠市档案局 2024年政府信息公开工作年度报告\n\n${introduction}`;

  test.each(['本报告由⟦五⟧{sections-announced}个部分组成。', '全文包括⟦7⟧{sections-announced}部分内容。'])(
    'strikes at %s',
    (introduction) => {
      expectMarked({ title: title(introduction) });
    },
  );

  test.each(['本报告由六个部分组成。', '本报告由6部分组成。', '报告涉及五个部门，一部分内容见附件。'])(
    'is silent at %s',
    (introduction) => {
      expectMarked({ title: title(introduction) });
    },
  );
});

describe('personal-data', () => {
  test.each([
    '⟦110101199003077934⟧{personal-data}',
    '⟦11010119900307205X⟧{personal-data}',
    '⟦13800138000⟧{personal-data}',
  ])('strikes at %s', (number) => {
    expectMarked({ five: `有一件申请（${number}）答复偏慢，下一步补课。` });
  });

  test.each(['110101199003077931', '12345678901', '20241231235959', '１３８００１３８０００元'])(
    'is silent at %s',
    (number) => {
      expectMarked({ five: `有一件申请（${number}）答复偏慢，下一步补课。` });
    },
  );

  test('is silent at a contact', () => {
    expectMarked({ six: '本年度没有收取信息处理费。联系电话：13800138000。' });
  });
});
