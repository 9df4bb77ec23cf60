import type { Locale } from '../checks/wording/index.ts';
import type { SectionForm } from '../report/forms/sections.ts';

/** Titles of fixes: what will be changed, with the numbers. */
interface FixWords {
  readonly recompute: (cell: string, from: number, to: number) => string;
  readonly repair: (cell: string, from: number, to: number) => string;
  readonly fillIn: (cell: string, value: number) => string;
  readonly replace: (from: string, to: string) => string;
  readonly renumber: (ordinal: string) => string;
  readonly insert: (section: SectionForm) => string;
  readonly recomputeRow: string;
  readonly recomputeTable: string;
  readonly recomputeReport: string;
  readonly fixAll: string;
}

export const fixWords: Readonly<Record<Locale, FixWords>> = {
  zh: {
    recompute: (cell, from, to) => `重算“${cell}”：${from} → ${to}`,
    repair: (cell, from, to) => `改正“${cell}”：${from} → ${to}（改这一格，全部相符）`,
    fillIn: (cell, value) => `填入“${cell}”：${value}`,
    replace: (from, to) => `把“${from}”改为“${to}”`,
    renumber: (ordinal) => `序号改为“${ordinal}”`,
    insert: ({ number, ordinal, title }) =>
      `补上“${ordinal}、${title}”${number >= 2 && number <= 4 ? '及空表（各格填 0）' : ''}`,
    recomputeRow: '重算本行全部总计',
    recomputeTable: '重算本表全部总计',
    recomputeReport: '重算全部总计',
    fixAll: '改正可以确定的总计',
  },
  en: {
    recompute: (cell, from, to) => `Recompute “${cell}”: ${from} → ${to}`,
    repair: (cell, from, to) => `Correct “${cell}”: ${from} → ${to} (this one cell makes every sum hold)`,
    fillIn: (cell, value) => `Fill in “${cell}”: ${value}`,
    replace: (from, to) => `Replace “${from}” by “${to}”`,
    renumber: (ordinal) => `Change the ordinal to “${ordinal}”`,
    insert: ({ number, ordinal, title }) =>
      `Insert “${ordinal}、${title}”${number >= 2 && number <= 4 ? ' and its table, filled with 0' : ''}`,
    recomputeRow: 'Recompute all totals of this row',
    recomputeTable: 'Recompute all totals of this table',
    recomputeReport: 'Recompute all totals of the report',
    fixAll: 'Correct the totals that are certainly wrong',
  },
};
