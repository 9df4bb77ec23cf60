import { sumRule } from '../sum-rule.ts';

/** A row of table 3: 自然人 and the five columns of 法人或其他组织 add up to 总计 (国办公开办函〔2021〕30号). */
export const rowTotal = sumRule(
  'row-total',
  { zh: '行总计不符', en: 'A row of table 3 does not add up' },
  {
    zh: {
      place: (row) => `“${row}”行`,
      total: '总计',
      given: '各项相加得',
      listed: (row) => `本行“${row}”总计`,
    },
    en: {
      place: (row) => `row “${row}”`,
      total: 'Total',
      given: 'its addends give',
      listed: (row) => `Total of row “${row}”`,
    },
  },
);
