import { describe, expect, test } from 'vitest';
import { sourceFixes } from '../../server/src/features/fixes.ts';
import { ALL, mustAnalyse } from '../support/analysis.ts';
import { fixAll } from '../support/check-fix.ts';
import { readMarked } from '../support/marked.ts';
import { report } from '../support/report.ts';

const GIVEN = '（一）予以公开';
const RECEIVED = '一、本年新收政府信息公开申请数量';
const CARRIED_OUT = '四、结转下年度继续办理';

/** The five aspects of section 一, and a sentence on what the tables count. */
const overview = (sentence: string) =>
  `（一）主动公开。\n（二）依申请公开。${sentence}\n（三）政府信息管理。\n（四）政府信息公开平台建设。\n（五）监督保障。`;

describe.each(ALL)('fixAll in the layout %s', (layout) => {
  const plain = readMarked(report({ layout })).text;
  const three = (rows: string) => readMarked(report({ layout, three: rows })).text;

  test('repairs totals that are the suspect', () => {
    expect(fixAll(three(`${GIVEN} | 8 0 0 0 4 0 13`))).toBe(plain);
    expect(fixAll(three('（七）总计 | 11 1 0 0 4 1 16'))).toBe(plain);
    expect(fixAll(three('四、结转下年度继续办理 | 1 0 0 0 0 0 2'))).toBe(plain);
  });

  test('repairs a total of table 4 only where the prose agrees: an addend is as likely wrong', () => {
    const four = (total: number) => ` | 1 0 0 1 ${total} 0 0 0 0 0 0 1 0 0 1`;
    const stating = (reviews: number, total: number) =>
      report({ layout, one: overview(`因政府信息公开被申请行政复议${reviews}件。`), four: four(total) });
    expect(fixAll(report({ layout, four: four(3) }))).toBe(report({ layout, four: four(3) }));
    expect(fixAll(stating(2, 3))).toBe(stating(2, 2));
    expect(fixAll(stating(3, 3))).toBe(stating(3, 3));
  });

  test('leaves a total alone that the prose states', () => {
    const stating = (received: number, total: number) =>
      readMarked(
        report({
          layout,
          one: overview(`全年收到政府信息公开申请${received}件。`),
          three: `${RECEIVED} | 9 1 0 0 4 0 ${total}`,
        }),
      ).text;
    expect(fixAll(stating(15, 15))).toBe(stating(15, 15));
    expect(fixAll(stating(14, 15))).toBe(stating(14, 14));
  });

  test('leaves a total alone that may be right when a blank hides its column', () => {
    const rows = `${GIVEN} | 8 0 0 0 4 0 13\n3.其他 | - - - - - - -`;
    expect(fixAll(three(rows))).toBe(three(rows));
  });

  test('fills in a blank total that its row and its column agree on', () => {
    expect(fixAll(three(`${GIVEN} | 8 0 0 0 4 0 -`))).toBe(plain);
    const disagreeing = `${GIVEN} | 9 0 0 0 4 0 -`;
    expect(fixAll(three(disagreeing))).toBe(three(disagreeing));
  });

  test('changes nothing when the suspect is an addend', () => {
    for (const row of [`${GIVEN} | 9 0 0 0 4 0 12`, '一、本年新收政府信息公开申请数量 | 90 1 0 0 4 0 14']) {
      expect(fixAll(three(row))).toBe(three(row));
    }
  });

  test('changes nothing when each repair would break a sum that holds', () => {
    const twice = `${GIVEN} | 9 0 0 0 3 0 12`;
    expect(fixAll(three(twice))).toBe(three(twice));
    const carried = '四、结转下年度继续办理 | 2 0 0 0 0 0 2';
    expect(fixAll(three(carried))).toBe(three(carried));
  });

  test('leaves blank, unreadable and missing cells alone', () => {
    for (const row of [`${GIVEN} | 8 - 0 0 4 0 12`, `${GIVEN} | 8 - 0 0 4 0 -`, `${GIVEN} | 1O 0 0 0 4 0 12`])
      expect(fixAll(three(row))).toBe(three(row));
    expect(fixAll(three(`${GIVEN} | 8 0 0 0 4 12`))).toBe(three(`${GIVEN} | 8 0 0 0 4 12`));
  });

  test('repairs two totals that have nothing to do with each other', () => {
    expect(fixAll(three(`${GIVEN} | 8 0 0 0 4 0 13\n${CARRIED_OUT} | 1 0 0 0 0 0 21`))).toBe(plain);
  });
});

test('the source actions are offered only when they have something to do', () => {
  const kinds = (three: string) =>
    sourceFixes(mustAnalyse(readMarked(report({ three })).text), 'zh').map(({ kind }) => kind);
  expect(kinds('\n')).toEqual([]);
  expect(kinds(`${GIVEN} | 8 0 0 0 4 0 13`)).toEqual(['source.fixAll.zfxxgk', 'source.recomputeTotals.zfxxgk']);
  expect(kinds(`${GIVEN} | 9 0 0 0 4 0 12`)).toEqual(['source.recomputeTotals.zfxxgk']);
});
