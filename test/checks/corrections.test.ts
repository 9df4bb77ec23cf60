import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/checks/analysis.ts';
import { numberIn } from '../../server/src/report/report.ts';
import { analysisOf, messages } from '../support/analysis.ts';
import { titles } from '../support/check-fix.ts';
import { type Parts, report } from '../support/report.ts';

const RECEIVED = '一、本年新收政府信息公开申请数量';
const CARRIED_IN = '二、上年结转政府信息公开申请数量';
const GIVEN = '（一）予以公开';
const PARTLY = '（二）部分公开（区分处理的，只计这一情形，不计其他情形）';
const REPEATED = '2.重复申请';
const SETTLED = '（七）总计';
const CARRIED_OUT = '四、结转下年度继续办理';

const overview = (sentence: string) =>
  `（一）主动公开。\n（二）依申请公开。${sentence}\n（三）政府信息管理。\n（四）政府信息公开平台建设。\n（五）监督保障。`;

/** Each fault as `row.column=value`, several corrections parted by ` or `, the certain ones with a star. */
function explained(parts: Parts): string[] {
  return analysisOf(parts).faults.map(({ corrections, certain }) => {
    const ways = corrections.map((each) =>
      each.map(({ cell, value }) => `${cell.row}.${cell.column}=${value}`).join(' '),
    );
    return `${certain ? '*' : ''}${ways.join(' or ')}`;
  });
}

describe('the sums that fail are taken apart by their errors', () => {
  test('any number of wrong cells, each in a row and a column of its own', () => {
    const three = [
      `${RECEIVED} | 9 1 0 0 44 0 14`,
      `${GIVEN} | 38 0 0 0 4 0 12`,
      `${PARTLY} | 1 21 0 0 0 0 2`,
      `${REPEATED} | 0 0 15 0 0 0 0`,
      `${CARRIED_OUT} | 1 0 0 0 0 80 1`,
    ].join('\n');
    expect(explained({ three }).sort()).toEqual(['*0.4=4', '*16.2=0', '*2.0=8', '*24.5=0', '*3.1=1']);
  });

  test('a wrong column total breaks both sums of its column, a wrong grand total all that it is in', () => {
    expect(explained({ three: `${SETTLED} | 100 1 0 0 4 1 16` })).toEqual(['*23.0=10']);
    expect(explained({ three: `${SETTLED} | 10 1 0 0 4 1 61` })).toEqual(['*23.6=16']);
  });

  test('two errors that are equal can be those of either pair of cells, and a third one is still known', () => {
    const three = `${GIVEN} | 7 0 0 0 4 0 12\n${PARTLY} | 1 0 0 0 0 0 2\n${REPEATED} | 0 0 30 0 0 0 0`;
    expect(explained({ three }).sort()).toEqual(['*16.2=0', '2.0=8 3.1=1 or 2.1=1 3.0=2']);
  });

  test('several wrong cells in one sum, each told by another sum: together they make up its error', () => {
    expect(explained({ three: `${GIVEN} | 48 0 0 0 34 0 12` })).toEqual(['*2.0=8 2.4=4']);
    const stale = `${GIVEN} | 8 0 0 0 4 0 42\n${PARTLY} | 1 1 0 0 0 0 13\n${REPEATED} | 0 0 0 0 0 0 25`;
    expect(explained({ three: stale })).toEqual(['*2.6=12 3.6=2 16.6=0']);
    // In the row of totals each belongs to two sums of its column.
    expect(explained({ three: `${SETTLED} | 30 61 0 0 4 1 16` })).toEqual(['*23.0=10 23.1=1']);
  });

  test('of several cells in one sum nothing is certain where its own total is one of them, or small errors stand beside others', () => {
    expect(explained({ three: `${GIVEN} | 48 0 0 0 4 0 34` })).toEqual(['2.0=8 2.6=12']);
    expect(explained({ three: `${GIVEN} | 15 0 0 0 12 0 12` })).toEqual(['*2.0=8 2.4=4']);
    // 9 and 4 of 一 are 5 apart as well: they may be what was exchanged.
    expect(explained({ three: `${GIVEN} | 13 0 0 0 12 0 12` })).toEqual(['2.0=8 2.4=4']);
    const beside = `${GIVEN} | 15 0 0 0 12 0 12\n${REPEATED} | 0 0 41 0 0 0 0`;
    expect(explained({ three: beside }).sort()).toEqual(['*16.2=0', '2.0=8 2.4=4']);
  });

  test('several cells are not told apart where the error of the sum is made up in two ways', () => {
    const three = `${GIVEN} | 28 0 0 0 4 0 12\n${PARTLY} | 31 1 0 0 0 0 2\n${REPEATED} | 50 0 0 0 0 0 0\n${SETTLED} | 40 1 0 0 4 1 46`;
    expect(titles(report({ three })).filter((title) => title.startsWith('*'))).toEqual([]);
  });

  test('nothing is said to be the only way where it cannot be told', () => {
    const three = `${GIVEN} | 9 7 0 0 3 0 12\n${PARTLY} | 5 1 3 0 0 0 2`;
    expect(titles(report({ three })).filter((title) => title.startsWith('*'))).toEqual([]);
  });

  test('a blank that hides one of two sums leaves the other without a second witness', () => {
    const three = `${GIVEN} | 8 0 0 0 4 0 13\n${REPEATED} | _ _ _ _ _ _ _`;
    expect(analysisOf({ three }).faults.map(({ certain }) => certain)).toEqual([false]);
  });
});

describe('the prose is a witness', () => {
  test('to a total of table 4', () => {
    const four = ' | 1 0 0 1 3 0 0 0 0 0 0 1 0 0 1';
    const sentence = (reviews: number) => overview(`因政府信息公开被申请行政复议${reviews}件。`);
    expect(explained({ four })).toHaveLength(1);
    expect(explained({ four })[0]).toContain(' or ');
    expect(explained({ four, one: sentence(2) })).toEqual(['*0.4=2']);
    expect(explained({ four, one: sentence(3) })[0]).not.toContain('0.4=');
  });

  test('to one of two totals only while the sum of the other holds', () => {
    const one = overview('因政府信息公开被提起行政诉讼2件。');
    const both = ' | 1 0 0 1 2 1 0 0 0 0 0 1 0 0 0';
    expect(explained({ four: both, one }).filter((each) => each.startsWith('*'))).toEqual([]);
    expect(explained({ four: ' | 1 0 0 1 2 1 0 0 0 1 0 1 0 0 0', one })).toEqual(['*0.14=1']);
  });

  test('to cells that it confirms: they are no suspects while others remain', () => {
    // 自然人 and 总计 of one of three rows are 2 too high, or too low.
    const three = `${CARRIED_IN} | 4 0 0 0 0 1 5`;
    const ways = ['24.0=3 24.6=3', '0.0=7 0.6=12', '1.0=2 1.6=3'];
    expect(explained({ three })).toEqual([ways.join(' or ')]);
    const confirmed = overview('全年收到政府信息公开申请14件。');
    expect(explained({ three, one: confirmed })).toEqual([`${ways[0]} or ${ways[2]}`]);
    const told = overview('全年收到政府信息公开申请14件，上年结转3件，结转下年度继续办理1件。');
    expect(explained({ three, one: told })).toEqual([`*${ways[2]}`]);
  });

  test('of a wording with two meanings speaks against nothing that one of them agrees with', () => {
    // 5 is the number of the new ones, and by chance that of the damaged row with those carried in.
    const one = overview('全年收到政府信息公开申请14件，其中自然人9件，法人或其他组织5件。');
    expect(explained({ three: `${RECEIVED} | 9 1 0 0 3 0 14`, one })).toEqual(['*0.4=4']);
  });

  test('of a sum of rows is none to which row: two of them may be wrong by less', () => {
    const rows = `2.其他法律行政法规禁止公开 | 0 4 0 0 0 0 4\n4.保护第三方合法权益 | 0 6 0 0 0 0 6`;
    const three = `${rows}\n3.危及“三安全一稳定” | 0 20 0 0 0 0 20\n${SETTLED} | 10 21 0 0 4 1 36\n${RECEIVED} | 9 21 0 0 4 0 34`;
    const faults = analysisOf({ three, one: overview('全年不予公开21件。') }).faults;
    expect(faults.map(({ certain }) => certain)).toEqual([false]);
  });

  test('to the contrary: a number that it states is not taken for wrong for sure', () => {
    const three = `${RECEIVED} | 9 1 0 0 4 0 41`;
    expect(explained({ three })).toEqual(['*0.6=14']);
    expect(explained({ three, one: overview('全年收到政府信息公开申请14件。') })).toEqual(['*0.6=14']);
    expect(explained({ three, one: overview('全年收到政府信息公开申请41件。') })).toEqual(['0.6=14']);
  });
});

describe('the report of the year before is a witness', () => {
  const three = `${CARRIED_IN} | 2 0 0 0 0 1 13`;
  const lastYear = (total: number): Parts => ({
    title: '砚泠市档案局2023年政府信息公开工作年度报告',
    three: `${RECEIVED} | 11 1 0 0 4 1 17\n${CARRIED_IN} | 1 0 0 0 0 1 2\n${CARRIED_OUT} | 2 0 0 0 0 1 ${total}`,
  });

  test('to what was carried over', () => {
    expect(explained({ three, before: lastYear(3) })).toEqual(['*1.6=3']);
    expect(explained({ three, before: lastYear(13) })).toEqual(['1.6=3']);
  });

  test('so that a fix says whether all agrees then', () => {
    const offered = (parts: Parts) => {
      const analysis = analysisOf(parts);
      const finding = analysis.findings.find(({ code }) => code === 'row-total');
      return finding?.rule.fixes?.(finding, analysis, 'zh').map(({ title }) => title) ?? [];
    };
    const addend = `${CARRIED_IN} | 12 0 0 0 0 1 3`;
    expect(offered({ three: addend, before: lastYear(3) })[0]).toBe(
      `改正“${CARRIED_IN}·自然人”：12 → 2（改后全部相符）`,
    );
    const other = lastYear(3);
    const contradicted = { ...other, three: other.three?.replace(/2 0 0 0 0 1 3$/, '12 0 0 0 0 1 13') ?? '' };
    expect(offered({ three: addend, before: contradicted })[0]).toBe(`改正“${CARRIED_IN}·自然人”：12 → 2`);
  });
});

test('two wrong totals of table 4 are not each said to be the only thing wrong', () => {
  const said = messages({ four: ' | 1 0 0 1 0 2 0 0 2 0 0 1 0 0 1' }, 'review-total');
  expect(said).toHaveLength(2);
  for (const message of said) expect(message).not.toContain('全部勾稽关系成立');
});

test('a sound report has no faults, and its cells are not looked at for one', () => {
  const analysis = analyse(report());
  expect(analysis?.faults).toEqual([]);
  expect(analysis && numberIn(analysis.report.tables[1]?.rows[0]?.cells[0])).toBe(9);
});
