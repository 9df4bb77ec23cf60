import type { Locale } from '../checks/wording/index.ts';

interface HoverWords {
  /** A name and what it comes to. */
  readonly named: (name: string, value: string) => string;
  readonly stated: (stated: number, difference: number) => string;
  readonly unread: (kind: string) => string;
  /** What a wrong cell should say. */
  readonly should: (value: number, difference: number, certain: boolean) => string;
  readonly outcomes: (equal: number, unequal: number, unknown: number) => string;
  readonly unknown: string;
  readonly blankTotal: string;
  readonly unsure: string;
  readonly absent: string;
  /** What the report of the year before says, with a link that leads there; blank or unreadable is undefined. */
  readonly carriedOut: (year: number, link: string, value: number | undefined) => string;
  /** `10 + 3 − 1 = 12`, the first number from the report of the year before. */
  readonly inForce: (year: number, link: string, sum: string) => string;
}

export const hoverWords: Readonly<Record<Locale, HoverWords>> = {
  zh: {
    named: (name, value) => `${name}：${value}`,
    stated: (stated, difference) => `写的是 ${stated}，差 ${difference}`,
    unread: (kind) => (kind === 'blank' ? '空白' : '无法识别'),
    should: (value, difference, certain) => `，${certain ? '' : '可能'}应为 **${value}**，差 ${difference}`,
    outcomes: (equal, unequal, unknown) => `勾稽关系：✓ ${equal} 项，✗ ${unequal} 项，? ${unknown} 项`,
    unknown: '有空白或无法识别的数，无法核算',
    blankTotal: '（总计为空）',
    unsure: '本行数的个数与格式不符，未参与核算',
    absent: '缺少的行',
    carriedOut: (year, link, value) => `${year} 年度报告（${link}）结转下年度：${value ?? '空白或无法识别'}`,
    inForce: (year, link, sum) => `${year} 年度报告（${link}）现行有效 + 制发 − 废止：${sum}`,
  },
  en: {
    named: (name, value) => `${name}: ${value}`,
    stated: (stated, difference) => `stated ${stated}, off by ${difference}`,
    unread: (kind) => (kind === 'blank' ? 'blank' : 'unreadable'),
    should: (value, difference, certain) =>
      `, should ${certain ? '' : 'perhaps '}be **${value}**, off by ${difference}`,
    outcomes: (equal, unequal, unknown) => `Sums: ✓ ${equal}, ✗ ${unequal}, ? ${unknown}`,
    unknown: 'unknown, for a value is blank or unreadable',
    blankTotal: ' (总计 is blank)',
    unsure: 'The number of values does not fit the form; the row was not checked.',
    absent: 'missing row',
    carriedOut: (year, link, value) =>
      `Carried over by the report on ${year} (${link}): ${value ?? 'blank or unreadable'}`,
    inForce: (year, link, sum) => `In force by the report on ${year} (${link}) + 制发 − 废止: ${sum}`,
  },
};
