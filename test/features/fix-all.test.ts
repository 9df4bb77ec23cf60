import { describe, expect, test } from 'vitest';
import { sourceFixes } from '../../server/src/features/fixes.ts';
import { ALL, mustAnalyse } from '../support/analysis.ts';
import { fixAll } from '../support/check-fix.ts';
import { readMarked } from '../support/marked.ts';
import { report } from '../support/report.ts';

const GIVEN = '（一）予以公开';

describe.each(ALL)('fixAll in the layout %s', (layout) => {
  const plain = readMarked(report({ layout })).text;
  const three = (rows: string) => readMarked(report({ layout, three: rows })).text;

  test('repairs totals that are the suspect', () => {
    expect(fixAll(three(`${GIVEN} | 8 0 0 0 4 0 13`))).toBe(plain);
    expect(fixAll(three('（七）总计 | 11 1 0 0 4 1 16'))).toBe(plain);
    expect(fixAll(three('四、结转下年度继续办理 | 1 0 0 0 0 0 2'))).toBe(plain);
  });

  test('repairs a total of table 4', () => {
    expect(fixAll(report({ layout, four: ' | 1 0 0 1 3 0 0 0 0 1 0 1 0 0 0' }))).toBe(plain);
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
    for (const row of [`${GIVEN} | 8 - 0 0 4 0 12`, `${GIVEN} | 8 0 0 0 4 0 -`, `${GIVEN} | 1O 0 0 0 4 0 12`])
      expect(fixAll(three(row))).toBe(three(row));
    expect(fixAll(three(`${GIVEN} | 8 0 0 0 4 12`))).toBe(three(`${GIVEN} | 8 0 0 0 4 12`));
  });

  test('repairs two totals that have nothing to do with each other', () => {
    expect(
      fixAll(report({ layout, three: `${GIVEN} | 8 0 0 0 4 0 13`, four: ' | 1 0 0 1 3 0 0 0 0 0 0 1 0 0 1' })),
    ).toBe(plain);
  });
});

test('the source actions are offered only when they have something to do', () => {
  const kinds = (three: string) =>
    sourceFixes(mustAnalyse(readMarked(report({ three })).text), 'zh').map(({ kind }) => kind);
  expect(kinds('\n')).toEqual([]);
  expect(kinds(`${GIVEN} | 8 0 0 0 4 0 13`)).toEqual(['source.fixAll.zfxxgk', 'source.recomputeTotals.zfxxgk']);
  expect(kinds(`${GIVEN} | 9 0 0 0 4 0 12`)).toEqual(['source.recomputeTotals.zfxxgk']);
});
