import { sumRule } from '../sum-rule.ts';

/** A row of table 3: 自然人 and the five columns of 法人或其他组织 add up to 总计 (国办公开办函〔2021〕30号). */
export const rowTotal = sumRule(
  'row-total',
  { zh: '行总计不符', en: 'A row of table 3 does not add up' },
  {
    zh: { total: (place) => `“${place}”行总计`, listed: (place) => `本行“${place}”总计` },
    en: { total: (place) => `Total of row “${place}”`, listed: (place) => `Total of row “${place}”` },
  },
);
