import { describe, expect, test } from 'vitest';
import { relate, describe as word } from '../../server/src/checks/wording/index.ts';
import { findingData } from '../../server/src/features/diagnostics.ts';
import { analysisOf, FOLDER } from '../support/analysis.ts';
import { type Parts, report } from '../support/report.ts';
import { CARRIED_IN, CARRIED_OUT, expectFound, LAST } from '../support/years.ts';

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
      '“二、上年结转·其他”写 1，上年报告结转 0，差 1（2023 年度报告 0.txt 的“四、结转下年度继续办理”）。上年末未办结的应当全部结转到本年，请核对两年的报告；因机构改革等确有变动的，请在文字中说明。',
    );
    expect(finding && word(finding, 'en')).toContain(
      "“二、上年结转·其他” is 1, last year's report carried over 0, off by 1",
    );
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
      '“行政规范性文件”现行有效件数写 13，按上年报告应为 12，差 1：上年现行有效 10（0.txt）+ 本年制发 3 − 本年废止 1 = 12。请核对这几个数；上年的数有误的，请在文字中说明。',
    );
    expect((finding ? relate(finding, 'zh') : []).map(({ message, document }) => [message, document?.uri])).toEqual([
      ['2023 年度报告“行政规范性文件·现行有效件数”：10', `${FOLDER}/0.txt`],
      ['本年制发件数：3', undefined],
      ['本年废止件数：−1', undefined],
    ]);
  });
});
