import { sumRule } from '../sum-rule.ts';

/** A column of table 3: the outcomes add up to （七）总计 (国办公开办函〔2021〕30号). */
export const outcomeTotal = sumRule(
  'outcome-total',
  { zh: '办理结果总计不符', en: 'The outcomes of a column do not add up' },
  {
    zh: {
      sum: (place) => `“${place}”一列的办理结果`,
      total: '（七）总计',
      listed: (place) => `“${place}”列办理结果之和`,
    },
    en: {
      sum: (place) => `Outcomes in column “${place}”`,
      total: '（七）总计',
      listed: (place) => `Outcomes in column “${place}”`,
    },
  },
);
