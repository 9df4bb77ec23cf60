import { describe, expect, test } from 'vitest';
import { describe as describeFinding } from '../../server/src/checks/wording/index.ts';
import { findTable } from '../../server/src/report/report.ts';
import { analysisOf, expectMarked, messages, mustAnalyse, severities } from '../support/analysis.ts';
import { compare, readMarked } from '../support/marked.ts';
import { report } from '../support/report.ts';

/** Table 2 as the form of 2019 prints it. */
const TABLE2_OF_2019 = [
  '第二十条第（一）项',
  '信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量',
  '规章\t0\t0\t0',
  '规范性文件\t2\t2\t9',
  '第二十条第（五）项',
  '信息内容\t上一年项目数量\t本年增/减\t处理决定数量',
  '行政许可\t31\t-2\t120',
  '其他对外管理服务事项\t4\t+1\t17',
  '第二十条第（六）项',
  '信息内容\t上一年项目数量\t本年增/减\t处理决定数量',
  '行政处罚\t25\t减3\t6',
  '行政强制\t3\t增加2\t0',
  '第二十条第（八）项',
  '信息内容\t上一年项目数量\t本年增/减',
  '行政事业性收费\t2\t0',
  '第二十条第（九）项',
  '信息内容\t采购项目数量\t采购总金额',
  '政府集中采购\t5\t61.25',
].join('\n');

/** （六）其他处理 was one row then. */
const TABLE3_OF_2019 = [
  '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 |',
  '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 |',
  '3.其他 => （六）其他处理 | 0 0 0 0 0 0 0',
].join('\n');

const of2019 = (year: number, parts = {}) => ({
  title: `砚泠市档案局${year}年政府信息公开工作年度报告`,
  raw: { 2: TABLE2_OF_2019 },
  ...parts,
});

describe('a report in the form of 2019', () => {
  test('is read completely, signs of the changes and all', () => {
    const { report, findings } = analysisOf(of2019(2020, { three: TABLE3_OF_2019 }));
    expect(findings).toEqual([]);
    expect(report.form.year).toBe('2019');
    expect(findTable(report, 3)?.rows.map((row) => row?.cells.length)).toEqual(Array.from({ length: 23 }, () => 7));
    const values = findTable(report, 2)?.rows.map((row) =>
      row?.cells.map(({ reading }) => (reading.kind === 'number' ? reading.value : reading.kind)),
    );
    expect(values).toEqual([
      [0, 0, 0],
      [2, 2, 9],
      [31, -2, 120],
      [4, 1, 17],
      [25, -3, 6],
      [3, 2, 0],
      [2, 0],
      [5, 61.25],
    ]);
  });

  test('has its sums checked', () => {
    expectMarked(
      of2019(2020, {
        three: `${TABLE3_OF_2019}\n（一）予以公开 | 8 0 0 0 4 0 ⟦13⟧{row-total}\n（七）总计 | 10 1 0 0 4 1 ⟦16⟧{outcome-total}`,
      }),
      ['tsv', 'mdtsv'],
    );
  });
});

describe('form-outdated', () => {
  const headings = { 2: '⟦二、主动公开政府信息情况⟧{form-outdated}' };

  test('stands on the heading of the first table in the form of 2019, on a report of 2021 or later', () => {
    expectMarked(of2019(2021, { headings }), ['tsv', 'mdtsv']);
    expectMarked(of2019(2024, { headings, three: TABLE3_OF_2019 }), ['tsv', 'mdtsv']);
    expectMarked({ three: TABLE3_OF_2019, headings: { 3: '⟦三、收到和处理政府信息公开申请情况⟧{form-outdated}' } }, [
      'tsv',
      'mdtsv',
      'spaced',
    ]);
  });

  test('is silent on a report of 2020, of no year, and in the form of 2021', () => {
    expectMarked(of2019(2020), ['tsv']);
    expectMarked({ ...of2019(2020), title: '⟦砚泠市档案局政府信息公开工作年度报告⟧{year-unknown}' }, ['tsv']);
    expectMarked({ title: '砚泠市档案局2021年政府信息公开工作年度报告' });
  });

  test('tells what is mixed: one table of each form, or the old block （一） above new ones', () => {
    const [one] = messages(of2019(2022), 'form-outdated');
    expect(one).toMatch(/表二仍用 2019 年的旧格式.*两种格式混用.*政府集中采购/);
    expect(messages({ three: TABLE3_OF_2019 }, 'form-outdated')[0]).toMatch(/表三仍用.*混用.*三行/);
    const both = messages(of2019(2022, { three: TABLE3_OF_2019 }), 'form-outdated')[0];
    expect(both).toMatch(/表二和表三仍用/);
    expect(both).not.toContain('混用');
    const block = report({ layout: 'tsv', headings })
      .replace('本年制发件数', '本年新制作数量')
      .replace('本年废止件数', '本年新公开数量')
      .replace('现行有效件数', '对外公开总数量');
    const { found, expected } = compare(block);
    expect(found).toEqual(expected);
    const { findings } = mustAnalyse(readMarked(block).text);
    expect(findings.map((finding) => describeFinding(finding, 'zh'))[0]).toMatch(/表二第（一）项仍用.*混用/);
  });

  test('names the year and the notice in force; it is information', () => {
    expect(messages(of2019(2022), 'form-outdated')[0]).toMatch(/2022.*国办公开办函〔2021〕30号/);
    expect(severities(of2019(2022))).toEqual(['form-outdated information']);
  });
});
