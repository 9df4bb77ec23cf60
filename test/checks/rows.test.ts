import { describe, expect, test } from 'vitest';
import { expectMarked, messages, mustAnalyse, severities } from '../support/analysis.ts';
import { readMarked } from '../support/marked.ts';
import { report } from '../support/report.ts';

const RECEIVED = '一、本年新收政府信息公开申请数量';
const CARRIED_IN = '二、上年结转政府信息公开申请数量';
const NONE = '0 0 0 0 0 0 0';

describe('row-missing', () => {
  test('stands on the row that the absent one should follow', () => {
    expectMarked({
      three: '2.重复申请 |\n1.信访举报投诉类申请 => ⟦1.信访举报投诉类申请⟧{row-missing} | 0 0 0 0 0 0 0',
    });
    expectMarked({ two: '行政处罚 |\n行政许可 => ⟦行政许可⟧{row-missing} | 1205' });
  });

  test('stands on the next row when the first one is absent, and on the last but one at the end', () => {
    expectMarked({ three: `${RECEIVED} |\n${CARRIED_IN} => ⟦${CARRIED_IN}⟧{row-missing} | 2 0 0 0 0 1 3` });
    expectMarked({ three: '四、结转下年度继续办理 |\n（七）总计 => ⟦（七）总计⟧{row-missing} | 10 1 0 0 4 1 16' });
    expectMarked({ two: '行政事业性收费 |\n行政强制 => ⟦行政强制⟧{row-missing} | 0' });
  });

  test('comes once for each row', () => {
    expectMarked({
      three:
        '1.信访举报投诉类申请 |\n2.重复申请 |\n3.补正后申请内容仍不明确 => ⟦3.补正后申请内容仍不明确⟧{row-missing row-missing} | 0 0 0 0 0 0 0',
    });
  });

  test.each([
    ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '(二) 部分公开', '1 1 0 0 0 0 2'],
    ['1.信访举报投诉类申请', '1、信访、投诉、举报类申请', NONE],
    ['1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '1.逾期不补正', NONE],
    ['3.危及“三安全一稳定”', '3.危及"三安全一稳定"', NONE],
    ['5.属于三类内部事务信息', '4.属于三类内部事务信息', NONE],
    ['（七）总计', '（七） 总计', '10 1 0 0 4 1 16'],
  ])('is silent for %s written as %s', (official, written, values) => {
    expectMarked({ three: `${official} => ${written} | ${values}` });
  });

  test('names the row and where it belongs, and asks for zeros; it is an error', () => {
    const parts = { three: '2.重复申请 |' };
    expect(messages(parts, 'row-missing')[0]).toMatch(/缺少“2\.重复申请”一行，应在“1\.信访举报投诉类申请”之后.*填 0/);
    expect(severities(parts)).toEqual(['row-missing error']);
  });
});

describe('row-order', () => {
  test('stands on the row that stands elsewhere, and its numbers still count', () => {
    expectMarked({ three: '2.重复申请 |\n+3.其他 / ⟦2.重复申请⟧{row-order} | 0 0 0 0 0 0 0' });
    expectMarked({ three: `3.其他 |\n+${RECEIVED} / ⟦3.其他⟧{row-order} | 0 0 0 0 0 0 0` });
  });

  test('stands on the first of two neighbours that changed places', () => {
    expectMarked({ two: '行政许可 |\n行政处罚 => ⟦行政处罚⟧{row-order} | 46\n+行政处罚 / 行政许可 | 1205' });
  });

  test('says after which row it belongs; it is a warning', () => {
    const parts = { three: '2.重复申请 |\n+3.要求提供公开出版物 / 2.重复申请 | 0 0 0 0 0 0 0' };
    expect(messages(parts, 'row-order')[0]).toMatch(/位置与规定格式不符，应在“.*”之后/);
    expect(severities(parts)).toEqual(['row-order warning']);
  });

  test('is silent when a row is merely absent', () => {
    expect(severities({ three: '3.其他 |' })).toEqual(['row-missing error']);
  });
});

describe('row-unknown', () => {
  test('stands on a row whose label belongs to no row of the form', () => {
    expectMarked({ three: '+（一）予以公开 / ⟦（一之二）全部照办 | 5 0 0 0 0 0 5⟧{row-unknown}' });
  });

  test('stands on the second of two rows of the same name, and the first one counts', () => {
    expectMarked({ three: '+（一）予以公开 / ⟦（一）予以公开 | 99 0 0 0 4 0 1⟧{row-unknown}' });
    const parts = { three: '+2.重复申请 / 2.重复申请 | 0 0 0 0 0 0 0' };
    expect(messages(parts, 'row-unknown')[0]).toMatch(/“2\.重复申请”一行重复出现.*请删除/);
  });

  test('never gives its numbers to a row by force: an unlike label leaves that row absent', () => {
    expectMarked({
      three: `（一）予以公开 => ⟦（一）悉数照给 | 8 0 0 0 4 0 12⟧{row-unknown}\n${CARRIED_IN} => ⟦${CARRIED_IN}⟧{row-missing} | 2 0 0 0 0 1 3`,
    });
  });

  test('is silent for the notes below a table', () => {
    const note = '注：本表按月汇总，口径与2023年相同。';
    for (const layout of ['spaced', 'tsv', 'mdtsv', 'cells'] as const) {
      const text = readMarked(report({ layout })).text.replace(/(#* ?四、政府)/, `${note}\n\n$1`);
      expect(mustAnalyse(text).findings, layout).toEqual([]);
    }
  });

  test('quotes the label and says that its numbers were left out; it is information', () => {
    const parts = { three: '+（一）予以公开 / （一之二）全部照办 | 5 0 0 0 0 0 5' };
    expect(messages(parts, 'row-unknown')[0]).toMatch(/“（一之二）全部照办”.*未参与核算/);
    expect(severities(parts)).toEqual(['row-unknown information']);
  });
});
