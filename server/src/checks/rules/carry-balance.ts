import { sumRule } from '../sum-rule.ts';

/**
 * A column of table 3: 第一项加第二项之和，等于第三项加第四项之和 (国办公开办函〔2021〕30号, note in the head of the table).
 */
export const carryBalance = sumRule(
  'carry-balance',
  { zh: '新收、结转与办理结果不平衡', en: 'Received and carried in do not balance with settled and carried over' },
  {
    zh: {
      place: (column) => `“${column}”列`,
      total: '结转下年度',
      given: '推算得',
      listed: (column) => `“${column}”列结转下年度（新收 + 上年结转 − 办结）`,
    },
    en: {
      place: (column) => `column “${column}”`,
      total: '结转下年度',
      given: '一 + 二 − （七） gives',
      listed: (column) => `Carried over in column “${column}” (一 + 二 − （七）)`,
    },
  },
);
