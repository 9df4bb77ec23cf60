import type { UnknownReason } from '../checks/claims.ts';
import type { Locale } from '../checks/wording/index.ts';
import type { Doubt } from '../prose/claim.ts';

/** Texts on the claims of the prose, for hovers and the explanation of what was read. */
interface ProseWords {
  readonly said: (value: string) => string;
  readonly heading: string;
  readonly none: string;
  readonly or: string;
  readonly agrees: string;
  readonly differs: string;
  readonly unknownReasons: Readonly<Record<UnknownReason, string>>;
  readonly doubts: Readonly<Record<Doubt, string>>;
}

export const proseWords: Readonly<Record<Locale, ProseWords>> = {
  zh: {
    said: (value) => `正文：**${value}**`,
    heading: '正文中与统计表核对的数',
    none: '没有读到',
    or: '或',
    agrees: '相符',
    differs: '不符',
    unknownReasons: {
      doubt: '未核对',
      unread: '表中没有读到这个数，无法核对',
      'table-fault': '表格自身勾稽不符，正文与改正后的数一致',
    },
    doubts: {
      approximate: '约数',
      year: '不是本报告年度的数',
      period: '不是全年的数',
      area: '可能是全市（县、区）的数',
      office: '可能是某一单位的数',
      wording: '口径不一定与表格相同',
    },
  },
  en: {
    said: (value) => `Prose: **${value}**`,
    heading: 'Numbers of the prose compared with the tables',
    none: 'none found',
    or: 'or',
    agrees: 'agrees',
    differs: 'differs',
    unknownReasons: {
      doubt: 'not compared',
      unread: 'the table has no such number to compare with',
      'table-fault': 'the sums of the table fail, and the prose agrees with the number that mends them',
    },
    doubts: {
      approximate: 'approximate',
      year: 'of another year',
      period: 'not of the whole year',
      area: 'perhaps of the whole area',
      office: 'perhaps of one office',
      wording: 'may not be what the form counts',
    },
  },
};
