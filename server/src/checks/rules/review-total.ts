import { sumRule } from '../sum-rule.ts';

/** A group of table 4: the four results add up to 总计 (国办公开办函〔2021〕30号). */
export const reviewTotal = sumRule(
  'review-total',
  { zh: '复议、诉讼总计不符', en: 'A group of table 4 does not add up' },
  {
    zh: { total: (place) => `“${place}”总计`, listed: (place) => `“${place}”总计` },
    en: { total: (place) => `Total of “${place}”`, listed: (place) => `Total of “${place}”` },
  },
);
