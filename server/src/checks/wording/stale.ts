import { numberIn } from '../../report/report.ts';
import type { FailedSum } from '../faults.ts';
import type { Locale } from '../finding.ts';
import { includes } from '../identities.ts';
import { identityPlace, shortCellName, termName } from './names.ts';
import { writeNumber } from './sum.ts';

/** What is needed of a rule's own words: its row or column, and what the total is called there. */
interface TotalWords {
  readonly place: (place: string) => string;
  readonly total: string;
}

/** More changes than this are counted. */
const MOST_TOLD = 2;

/**
 * Of a total that does not know of what was just typed: `“（一）予以公开”行：自然人刚由 3 改为 8，总计还是 4，应为 9，差 5。` It should
 * say what it will when all totals have followed, not what its addends give meanwhile.
 */
export function writeStale(sum: FailedSum, { place, total }: TotalWords, locale: Locale): string {
  const { identity, stated, computed, corrections, typed } = sum;
  const [updates = []] = corrections;
  const right = updates.find(({ cell }) => cell === identity.total)?.value ?? computed;
  const own = typed.filter(({ cell }) => includes(identity, cell));
  const told = own.length > 0 ? own : typed;
  const changes = told.slice(0, MOST_TOLD).map(({ cell, before }) => {
    const name = own.length > 0 ? termName(identity, cell) : `“${shortCellName(identity.table, cell)}”`;
    return WORDS[locale].change(name, before, numberIn(cell) ?? 0);
  });
  const more = told.length > MOST_TOLD ? WORDS[locale].more(told.length) : '';
  const all = changes.join(WORDS[locale].joint) + more;
  const where = place(identityPlace(identity));
  return WORDS[locale].sentence(where, all, total, stated, writeNumber(right), Math.abs(stated - right));
}

const WORDS = {
  zh: {
    change: (name: string, before: number, now: number) => `${name}刚由 ${before} 改为 ${now}`,
    joint: '、',
    more: (count: number) => `等 ${count} 格`,
    sentence: (where: string, changes: string, total: string, stated: number, right: string, difference: number) =>
      `${where}：${changes}，${total}还是 ${stated}，应为 ${right}，差 ${difference}。`,
  },
  en: {
    change: (name: string, before: number, now: number) => `${name} was just changed from ${before} to ${now}`,
    joint: ', ',
    more: (count: number) => ` (${count} cells in all)`,
    sentence: (where: string, changes: string, total: string, stated: number, right: string, difference: number) =>
      `${where}: ${changes}; ${total} still is ${stated}, should be ${right}, off by ${difference}.`,
  },
} as const;
