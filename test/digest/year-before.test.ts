import { describe, expect, test } from 'vitest';
import { makeDigest } from '../../server/src/digest/make-digest.ts';
import { identify } from '../../server/src/digest/organ.ts';
import { ReportIndex } from '../../server/src/digest/report-index.ts';
import { compareWith, mustAnalyse } from '../support/analysis.ts';
import { readMarked } from '../support/marked.ts';
import { type Parts, report } from '../support/report.ts';
import { CARRIED_OUT, found, LAST, PLANS, titled } from '../support/years.ts';

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

  test('is that of the same organ with or without the places above it, while only one name fits', () => {
    expect(linked('洪泽区人民政府', '淮安市洪泽区人民政府')).toBe(true);
    expect(linked('淮安市洪泽区水务局', '洪泽区水务局')).toBe(true);
    expect(linked('江苏省淮安市洪泽区水务局', '洪泽区水务局')).toBe(true);
    expect(linked('禾墨镇', '禾墨镇人民政府')).toBe(true);
    expect(linked('岚汐市禾墨区水务局', '砚泠市禾墨区水务局')).toBe(false);
    expect(linked('禾墨区水务局', '岚汐市水务局')).toBe(false);
    expect(linked('水务局', '岚汐市水务局')).toBe(false);
    const digest = (agency: string, year: number) => makeDigest(mustAnalyse(report({ title: titled(agency, year) })));
    const known = (...others: readonly (readonly [string, number])[]) => {
      const index = new ReportIndex();
      for (const [at, [agency, year]] of others.entries())
        index.set({ uri: `file:///${at}.txt`, name: `${at}.txt` }, digest(agency, year));
      const now = digest('禾墨区水务局', 2024);
      return now && index.predecessorOf(now, 'file:///now.txt')?.digest.agency;
    };
    expect(known(['岚汐市禾墨区水务局', 2023])).toBe('岚汐市禾墨区水务局');
    expect(known(['岚汐市禾墨区水务局', 2023], ['砚泠市禾墨区水务局', 2023])).toBeUndefined();
    expect(known(['岚汐市禾墨区水务局', 2023], ['岚汐市禾墨区水务局', 2024])).toBeUndefined();
    expect(known(['岚汐市禾墨区水务局', 2023], ['禾墨区水务局', 2023])).toBe('禾墨区水务局');
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
    expect(linked('本溪市档案局', '本溪市档案局')).toBe(true);
  });

  test('may lie in any folder when the name says where the organ is, else in the same only', () => {
    const inFolder = (agency: string, folder: string) => {
      const shelf = new ReportIndex();
      const text = report({ title: titled(agency, 2023) });
      shelf.set({ uri: `file:///${folder}/a.txt`, name: 'a.txt' }, makeDigest(mustAnalyse(text)));
      const now = identify(mustAnalyse(report({ title: titled(agency, 2024) })).report);
      return now && shelf.predecessorOf(now, 'file:///2024/a.txt') !== undefined;
    };
    for (const agency of ['砚泠市档案局', '砚县档案局', '栖梧街道办事处', '国家税务总局砚泠税务局', '砚泠市城市管理局'])
      expect(inFolder(agency, '2023'), agency).toBe(true);
    for (const agency of [
      '档案局',
      '市档案局',
      '县政府办公室',
      '城市管理局',
      '街道办事处',
      '开发区管委会',
      '乡村振兴局',
      '国土资源局',
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
    expect(found({}, WRONG, WRONG)).toHaveLength(2);
    expect(found({}, WRONG, WRONG, right)).toEqual([]);
    // They agree that 其他 is 0, but one of them is not the final one.
    expect(found({}, WRONG, { three: `${CARRIED_OUT} | 2 0 0 0 0 0 3` })).toEqual([]);
    // What one of them does not say is not confirmed.
    expect(found({}, WRONG, { three: `${CARRIED_OUT} | 2 0 0 0 0 _ _` })).toEqual([]);
    expect(found({}, WRONG, { three: '' })).toEqual([]);
    const documents: Parts = { two: '行政规范性文件 | 0 0 99' };
    expect(found({}, documents, right)).toEqual([]);
    expect(found({}, documents, documents)).toHaveLength(1);
    const copy: Parts = { five: PLANS };
    expect(found(copy, copy, right)).toEqual([]);
    expect(found(copy, copy, copy)).toHaveLength(1);
    expect(found(copy, copy, copy, right)).toEqual([]);
  });
});

test('a digest is plain data: it crosses threads, and says the same on the other side', () => {
  const summary = makeDigest(mustAnalyse(readMarked(report(LAST)).text));
  expect(structuredClone(summary)).toEqual(summary);
});

test('a report without one of the year before is judged by itself', () => {
  const alone = mustAnalyse(readMarked(report()).text);
  expect(compareWith(alone)).toBe(alone);
});
