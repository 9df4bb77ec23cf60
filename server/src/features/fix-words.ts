import type { Locale } from '../checks/wording/index.ts';
import type { SectionForm } from '../report/forms/sections.ts';

/** Titles of fixes: what will be changed, with the numbers. */
interface FixWords {
  /** One cell of a fix: its name and both numbers. */
  readonly change: (cell: string, from: number, to: number) => string;
  readonly recompute: (change: string) => string;
  readonly correct: (changes: readonly string[]) => string;
  readonly fillIn: (cell: string, value: number) => string;
  readonly replace: (from: string, to: string) => string;
  readonly separate: (first: string, second: string) => string;
  readonly renumber: (ordinal: string) => string;
  readonly insert: (section: SectionForm, table: boolean) => string;
  readonly takeCarriedOver: (changes: readonly string[]) => string;
  readonly recomputeRow: string;
  readonly recomputeTable: string;
  readonly recomputeReport: string;
  readonly fixAll: string;
  readonly renumberAll: string;
  readonly dismiss: (code: string) => string;
}

export const fixWords: Readonly<Record<Locale, FixWords>> = {
  zh: {
    change: (cell, from, to) => `“${cell}”：${from} → ${to}`,
    recompute: (change) => `重算${change}`,
    correct: (changes) => `改正${changes.join('，')}（改后全部相符）`,
    fillIn: (cell, value) => `填入“${cell}”：${value}`,
    replace: (from, to) => `把“${from}”改为“${to}”`,
    separate: (first, second) => `把“${first}${second}”分为“${first}”和“${second}”`,
    renumber: (ordinal) => `序号改为“${ordinal}”`,
    insert: ({ ordinal, title }, table) => `补上“${ordinal}、${title}”${table ? '及空表（各格填 0）' : ''}`,
    takeCarriedOver: (changes) => `取上年报告的数：${changes.join('，')}`,
    recomputeRow: '重算本行全部总计',
    recomputeTable: '重算本表全部总计',
    recomputeReport: '重算全部总计',
    fixAll: '改正总计（不影响其他勾稽关系）',
    renumberAll: '改正全部标题的序号',
    dismiss: (code) => `忽略此处…（${code}）`,
  },
  en: {
    change: (cell, from, to) => `“${cell}”: ${from} → ${to}`,
    recompute: (change) => `Recompute ${change}`,
    correct: (changes) => `Correct ${changes.join(', ')} (then every sum holds)`,
    fillIn: (cell, value) => `Fill in “${cell}”: ${value}`,
    replace: (from, to) => `Replace “${from}” by “${to}”`,
    separate: (first, second) => `Part “${first}${second}” into “${first}” and “${second}”`,
    renumber: (ordinal) => `Change the ordinal to “${ordinal}”`,
    insert: ({ ordinal, title }, table) =>
      `Insert “${ordinal}、${title}”${table ? ' and its table, filled with 0' : ''}`,
    takeCarriedOver: (changes) => `Take last year's numbers: ${changes.join(', ')}`,
    recomputeRow: 'Recompute all totals of this row',
    recomputeTable: 'Recompute all totals of this table',
    recomputeReport: 'Recompute all totals of the report',
    fixAll: 'Correct totals where no other sum is affected',
    renumberAll: 'Correct the ordinals of all headings',
    dismiss: (code) => `Dismiss this finding… (${code})`,
  },
};
