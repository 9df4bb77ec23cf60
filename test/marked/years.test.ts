import { describe, expect, test } from 'vitest';
import { relate, describe as word } from '../../server/src/checks/wording/index.ts';
import { identify } from '../../server/src/checks/years/organ.ts';
import { Shelf } from '../../server/src/checks/years/shelf.ts';
import { summarise } from '../../server/src/checks/years/summary.ts';
import { findingData } from '../../server/src/features/diagnostics.ts';
import { foundIn, readMarked } from './marked.ts';
import { type Parts, report } from './report.ts';
import { analysisOf, compareWith, FOLDER, mustAnalyse } from './support.ts';

const CARRIED_IN = '二、上年结转政府信息公开申请数量';
const CARRIED_OUT = '四、结转下年度继续办理';
const titled = (agency: string, year: number) => `${agency}${year}年政府信息公开工作年度报告`;

/** The report on 2023 that agrees with the builder's report on 2024. */
const LAST: Parts = {
  title: titled('砚泠市档案局', 2023),
  two: '行政规范性文件 | 4 2 10',
  three: `${CARRIED_OUT} | 2 0 0 0 0 1 3`,
};

/** Codes and places found in `now` beside reports of the year before, without those that it has by itself. */
function found(now: Parts, ...before: readonly Parts[]): string[] {
  const { text } = readMarked(report(now));
  const alone = mustAnalyse(text);
  const together = compareWith(alone, ...before.map((parts) => report({ ...LAST, ...parts })));
  const own = foundIn(text, alone);
  return foundIn(text, together).filter((each) => !own.includes(each));
}

/** Expects exactly the marked findings. */
function expectFound(now: Parts, ...before: readonly Parts[]): void {
  expect(found(now, ...before)).toEqual(readMarked(report(now)).expected);
}

describe('carryover-mismatch', () => {
  test('stands on each column of 上年结转 that is not what was carried over', () => {
    expectFound({}, {});
    expectFound(
      { three: `${CARRIED_IN} | ⟦2⟧{carryover-mismatch} 0 0 0 0 1 ⟦3⟧{carryover-mismatch}` },
      { three: `${CARRIED_OUT} | 1 0 0 0 0 1 2` },
    );
    expectFound(
      {
        three: `${CARRIED_IN} | ${[2, 0, 0, 0, 0, 1, 3].map((value) => `⟦${value}⟧{carryover-mismatch}`).join(' ')}`,
      },
      { three: `${CARRIED_OUT} | 1 1 1 1 1 2 7` },
    );
  });

  test('is found whatever layouts the two reports have, and in either form', () => {
    const now: Parts = { three: `${CARRIED_IN} | 2 0 0 0 0 ⟦1⟧{carryover-mismatch} ⟦3⟧{carryover-mismatch}` };
    const old = [
      '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 |',
      '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 |',
      '3.其他 => （六）其他处理 | 0 0 0 0 0 0 0',
      `${CARRIED_OUT} | 2 0 0 0 0 4 6`,
    ].join('\n');
    for (const layout of ['spaced', 'tsv', 'mdtsv', 'cells'] as const)
      expectFound({ ...now, layout }, { layout: 'cells', three: old });
  });

  test('is unknown where either side is blank, unreadable or has too few values', () => {
    expectFound({ three: `${CARRIED_IN} | _ 0 0 0 0 1 3` }, {});
    expectFound({}, { three: `${CARRIED_OUT} | _ 0 0 0 0 x7 3` });
    expectFound({}, { three: `${CARRIED_OUT} | 9 9 9 9 9` });
    expectFound({}, { three: `${CARRIED_OUT} |` });
    expectFound({}, { three: '' });
  });

  test('names both numbers, both reports and the place in the other', () => {
    const before: Parts = { ...LAST, three: `${CARRIED_OUT} | 2 0 0 0 0 0 2` };
    const analysis = analysisOf({ before });
    const [finding] = analysis.findings;
    expect(finding && word(finding, 'zh')).toBe(
      '“二、上年结转·其他”写的是 1，而 2023 年度报告（0.txt）的“四、结转下年度继续办理”是 0，相差 1。上年结转来的就是上年末未办结的，请核对两年的报告；因机构改革等确有变动的，请在文字中说明。',
    );
    expect(finding && word(finding, 'en')).toContain('“二、上年结转·其他” says 1, but the report on 2023 (0.txt)');
    expect(finding && findingData(finding)).toEqual({
      stated: 1,
      computed: 0,
      table: 3,
      row: CARRIED_IN,
      column: '其他',
      before: { uri: `${FOLDER}/0.txt`, year: 2023 },
    });
    const related = finding ? relate(finding, 'zh') : [];
    const lines = report(before).split('\n');
    const line = lines.findIndex((each) => each.startsWith(CARRIED_OUT));
    const character = lines[line]?.lastIndexOf('0') ?? 0;
    expect(related).toMatchObject([
      {
        message: '2023 年度报告“四、结转下年度继续办理·其他”：0',
        document: {
          uri: `${FOLDER}/0.txt`,
          range: { start: { line, character }, end: { line, character: character + 1 } },
        },
      },
    ]);
  });
});

describe('documents-mismatch', () => {
  test('stands on 现行有效 that does not follow from last year’s', () => {
    expectFound({ two: '行政规范性文件 | 3 1 12' }, {});
    expectFound({ two: '行政规范性文件 | 3 1 ⟦13⟧{documents-mismatch}' }, {});
    expectFound({ two: '规章 | 1 0 ⟦1⟧{documents-mismatch}' }, { two: '规章 | 0 0 4\n行政规范性文件 | 0 0 10' });
  });

  test('needs all four numbers', () => {
    expectFound({ two: '行政规范性文件 | _ 1 13' }, {});
    expectFound({ two: '行政规范性文件 | 3 / 13' }, {});
    expectFound({ two: '行政规范性文件 | 3 1 _' }, {});
    expectFound({ two: '行政规范性文件 | 3 1 13' }, { two: '行政规范性文件 | 4 2 _' });
    expectFound({ two: '行政规范性文件 | 3 1 13' }, { two: '' });
  });

  test('is silent beside a block of the form of 2019, which counts 对外公开总数量', () => {
    const old = (three: number) =>
      `第二十条第（一）项\n信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规章\t0\t0\t0\n行政规范性文件\t3\t3\t${three}\n行政许可\t5\n行政处罚\t1\n行政强制\t0\n行政事业性收费\t0`;
    expectFound({ two: '行政规范性文件 | 3 1 12' }, { raw: { 2: old(40) } });
    expectFound({ raw: { 2: old(40) } }, {});
  });

  test('writes the sum out and leads to its addends', () => {
    const analysis = analysisOf({ two: '行政规范性文件 | 3 1 13', before: LAST });
    const [finding] = analysis.findings;
    expect(finding && word(finding, 'zh')).toBe(
      '“行政规范性文件”现行有效件数写的是 13，而上年现行有效 10（0.txt）+ 本年制发 3 − 本年废止 1 = 12，相差 1。请核对三个数；上年数有误的，请在文字中说明。',
    );
    expect((finding ? relate(finding, 'zh') : []).map(({ message, document }) => [message, document?.uri])).toEqual([
      ['2023 年度报告“行政规范性文件·现行有效件数”：10', `${FOLDER}/0.txt`],
      ['本年制发件数：3', undefined],
      ['本年废止件数：−1', undefined],
    ]);
  });
});

const PLANS =
  '档案目录尚未全部上网，外地读者来馆之前不易查到。下一步将请各科室分批核对旧目录，先补民国以前的卷宗，再补改制企业移交的卷宗，并为不便上网的老人留出电话预约的名额，由值班员代为检索登记后回复。';
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

describe('the report of the year before', () => {
  const WRONG: Parts = { three: `${CARRIED_OUT} | 2 0 0 0 0 0 2` };
  const linked = (now: string, before: string) =>
    found({ title: titled(now, 2024) }, { ...WRONG, title: titled(before, 2023) }).length > 0;

  test('is that of the same organ, however its name is typed', () => {
    expect(linked('砚泠市档案局', '砚泠市 档案局 ')).toBe(true);
    expect(linked('砚泠市（县级）档案局', '砚泠市(县级)档案局')).toBe(true);
    expect(linked('砚泠市人民政府办公厅', '砚泠市人民政府办公室')).toBe(true);
    expect(linked('砚泠市政府办公室', '砚泠市人民政府办公室')).toBe(true);
  });

  test('is not that of another organ: a government is not its office', () => {
    expect(linked('砚泠市人民政府', '砚泠市人民政府办公室')).toBe(false);
    expect(linked('砚泠市人民政府办公厅', '砚泠市人民政府')).toBe(false);
    expect(linked('砚泠市档案局', '砚泠市教育局')).toBe(false);
    expect(linked('砚泠市档案局', '砚泠市档案馆')).toBe(false);
    expect(linked('砚泠市办公厅建设中心', '砚泠市办公室建设中心')).toBe(false);
  });

  test('is on the year before: not on the same, nor on one further back', () => {
    for (const year of [2021, 2022, 2024, 2025])
      expect(found({}, { ...WRONG, title: titled('砚泠市档案局', year) })).toEqual([]);
  });

  test('is unknown when a title names no organ or no year', () => {
    for (const title of [
      '政府信息公开工作年度报告',
      '2023年政府信息公开工作年度报告',
      '砚泠市档案局政府信息公开工作年度报告',
    ]) {
      expect(found({}, { ...WRONG, title })).toEqual([]);
      expect(found({ title: title.replace('2023', '2024') }, { ...WRONG, title })).toEqual([]);
    }
    expect(linked('我局', '我局')).toBe(false);
    expect(linked('本机关', '本机关')).toBe(false);
  });

  test('may lie in any folder when the name says where the organ is, else in the same only', () => {
    const inFolder = (agency: string, folder: string) => {
      const shelf = new Shelf();
      const text = report({ title: titled(agency, 2023) });
      shelf.set({ uri: `file:///${folder}/a.txt`, name: 'a.txt' }, summarise(mustAnalyse(text)));
      const now = identify(mustAnalyse(report({ title: titled(agency, 2024) })).report.title);
      return now && shelf.before(now, 'file:///2024/a.txt') !== undefined;
    };
    for (const agency of ['砚泠市档案局', '栖梧街道办事处', '国家税务总局砚泠税务局', '砚泠市城市管理局'])
      expect(inFolder(agency, '2023'), agency).toBe(true);
    for (const agency of [
      '档案局',
      '市档案局',
      '县政府办公室',
      '城市管理局',
      '街道办事处',
      '开发区管委会',
      '乡村振兴局',
    ]) {
      expect(inFolder(agency, '2023'), agency).toBe(false);
      expect(inFolder(agency, '2024'), agency).toBe(true);
    }
  });

  test('of several, drafts or copies, counts as far as they agree', () => {
    const right: Parts = {};
    expect(found({}, right, right)).toEqual([]);
    expect(found({}, WRONG, right)).toEqual([]);
    expect(found({}, right, WRONG)).toEqual([]);
    // They agree on the column 其他 alone.
    const both = found({}, WRONG, { three: `${CARRIED_OUT} | 2 0 0 0 0 0 3` });
    expect(both).toHaveLength(1);
    // What one of them does not say is not confirmed.
    expect(found({}, WRONG, { three: `${CARRIED_OUT} | 2 0 0 0 0 _ _` })).toEqual([]);
    expect(found({}, WRONG, { three: '' })).toEqual([]);
    const documents: Parts = { two: '行政规范性文件 | 0 0 99' };
    expect(found({}, documents, right)).toEqual([]);
    expect(found({}, documents, documents)).toHaveLength(1);
    const copy: Parts = { five: PLANS };
    expect(found(copy, copy, right)).toEqual([]);
    expect(found(copy, copy, copy)).toHaveLength(1);
  });
});

test('a digest is plain data: it crosses threads, and says the same on the other side', () => {
  const summary = summarise(mustAnalyse(readMarked(report(LAST)).text));
  expect(structuredClone(summary)).toEqual(summary);
  expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
});

test('a report without one of the year before is judged by itself', () => {
  const alone = mustAnalyse(readMarked(report()).text);
  expect(compareWith(alone)).toBe(alone);
});
