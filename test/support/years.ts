import { expect } from 'vitest';
import { compareWith, mustAnalyse } from './analysis.ts';
import { foundIn, readMarked } from './marked.ts';
import { type Parts, report } from './report.ts';

export const CARRIED_IN = '二、上年结转政府信息公开申请数量';
export const CARRIED_OUT = '四、结转下年度继续办理';
export const titled = (agency: string, year: number) => `${agency}${year}年政府信息公开工作年度报告`;

/** The report on 2023 that agrees with the builder's report on 2024. */
export const LAST: Parts = {
  title: titled('砚泠市档案局', 2023),
  two: '行政规范性文件 | 4 2 10',
  three: `${CARRIED_OUT} | 2 0 0 0 0 1 3`,
};

/** Codes and places found in `now` beside reports of the year before, without those that it has by itself. */
export function found(now: Parts, ...before: readonly Parts[]): string[] {
  const { text } = readMarked(report(now));
  const alone = mustAnalyse(text);
  const together = compareWith(alone, ...before.map((parts) => report({ ...LAST, ...parts })));
  const own = foundIn(text, alone);
  return foundIn(text, together).filter((each) => !own.includes(each));
}

/** Expects exactly the marked findings. */
export function expectFound(now: Parts, ...before: readonly Parts[]): void {
  expect(found(now, ...before)).toEqual(readMarked(report(now)).expected);
}

/** Prose that is long enough to be a copy. */
export const PLANS =
  '档案目录尚未全部上网，外地读者来馆之前不易查到。下一步将请各科室分批核对旧目录，先补民国以前的卷宗，再补改制企业移交的卷宗，并为不便上网的老人留出电话预约的名额，由值班员代为检索登记后回复。';
