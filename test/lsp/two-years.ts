import { report } from '../support/report.ts';

/** Reports of one organ on two years, for the tests of the workspace. */
const titled = (year: number) => `砚泠市档案局${year}年政府信息公开工作年度报告`;

export const GOOD = report({ title: titled(2024) });
export const BAD = GOOD.replace('六、', '6、');
/** It carries over other numbers than GOOD takes in. */
export const BEFORE = report({
  title: titled(2023),
  two: '行政规范性文件 | 4 2 10',
  one: '（一）主动公开。（二）依申请公开。（三）政府信息管理。（四）平台建设。（五）监督保障。',
  three: '四、结转下年度继续办理 | 1 0 0 0 0 1 2',
});
/** What is wrong in BEFORE by itself. */
export const OWN = ['carry-balance', 'carry-balance'];
