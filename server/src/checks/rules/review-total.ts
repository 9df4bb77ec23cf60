import { sumRule } from '../sum-rule.ts';

/** A group of table 4: the four results add up to 总计 (国办公开办函〔2021〕30号). */
export const reviewTotal = sumRule(
  'review-total',
  { zh: '复议、诉讼总计不符', en: 'A group of table 4 does not add up' },
  {
    zh: {
      place: (group) => `“${group}”`,
      total: '总计',
      given: '各项相加得',
      listed: (group) => `“${group}”总计`,
    },
    en: {
      place: (group) => `“${group}”`,
      total: 'Total',
      given: 'its addends give',
      listed: (group) => `Total of “${group}”`,
    },
  },
);
