import { sumRule } from '../sum-rule.ts';

/** A column of table 3: the outcomes add up to （七）总计 (国办公开办函〔2021〕30号). */
export const outcomeTotal = sumRule(
  'outcome-total',
  { zh: '办理结果总计不符', en: 'The outcomes of a column do not add up' },
  {
    zh: {
      total: (place) => `“${place}”列（七）总计`,
      listed: (place) => `“${place}”列办理结果之和`,
    },
    en: {
      total: (place) => `（七）总计 of column “${place}”`,
      listed: (place) => `Outcomes in column “${place}”`,
    },
  },
);
