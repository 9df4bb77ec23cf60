import { sumRule } from '../sum-rule.ts';

/**
 * A column of table 3: 第一项加第二项之和，等于第三项加第四项之和 (国办公开办函〔2021〕30号, note in the head of the table).
 */
export const carryBalance = sumRule(
  'carry-balance',
  { zh: '新收、结转与办理结果不平衡', en: 'Received and carried in do not balance with settled and carried over' },
  {
    zh: {
      total: (place) => `“${place}”列结转下年度`,
      listed: (place) => `“${place}”列结转下年度（新收 + 上年结转 − 办结）`,
    },
    en: {
      total: (place) => `结转下年度 of column “${place}”`,
      listed: (place) => `Carried over in column “${place}” (一 + 二 − （七）)`,
    },
  },
);
