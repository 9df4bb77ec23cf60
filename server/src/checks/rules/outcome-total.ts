import { sumRule } from '../sum-rule.ts';

/** A column of table 3: the outcomes add up to （七）总计 (国办公开办函〔2021〕30号). */
export const outcomeTotal = sumRule(
  'outcome-total',
  { zh: '办理结果总计不符', en: 'The outcomes of a column do not add up' },
  {
    zh: {
      place: (column) => `“${column}”列`,
      total: '（七）总计',
      given: '各项相加得',
      listed: (column) => `“${column}”列办理结果之和`,
    },
    en: {
      place: (column) => `column “${column}”`,
      total: '（七）总计',
      given: 'its addends give',
      listed: (column) => `Outcomes in column “${column}”`,
    },
  },
);
