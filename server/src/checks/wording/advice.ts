import { numberIn, type Table } from '../../report/report.ts';
import type { FailedSum } from '../faults.ts';
import type { Locale } from '../finding.ts';
import { isCrossChecked } from '../identities.ts';
import { type Slip, slipOf } from '../slips.ts';
import type { EditedCell } from '../stale-totals.ts';
import type { Suspect } from '../suspect.ts';
import { cellName } from './names.ts';

/** What to do about a sum that does not hold: `只改一格即可使全部勾稽关系成立：“自然人”应为 8，现为 11。` */
export function advise({ identity, computed, corrections, certain, alone, typed }: FailedSum, locale: Locale): string {
  const words = WORDS[locale];
  const { table } = identity;
  const [first] = corrections;
  if (typed.length > 0) return words.stale(typed.map((each) => ({ ...each, name: cellName(table, each.cell) })));
  if (!first || (corrections.length > 1 && !isCrossChecked(identity))) {
    return computed < 0 ? words.impossible : words.check;
  }
  const slip = slipOf(first, table.form);
  const why = slipText(slip, locale);
  const changes = words.changes(first.map((change) => changeOf(table, change)));
  if (corrections.length > 1) {
    return words.choose(corrections.length, first.length, slip ? words.likely(changes, why) : '');
  }
  const [only, ...others] = first;
  const doubt = certain ? '' : words.doubt;
  if (only?.cell === identity.total && others.length === 0) {
    return words.total(words.held(alone), why) + doubt;
  }
  return words.cells(first.length, words.held(alone), changes, why) + doubt;
}

/** `（像是漏写了一位数字）`, or nothing. */
export function slipText(slip: Slip | undefined, locale: Locale): string {
  if (!slip) return '';
  return locale === 'zh' ? `（${WORDS.zh.slips[slip]}）` : ` (${WORDS.en.slips[slip]})`;
}

/** One cell of a correction: its name, what it should say and what it says. */
interface Change {
  readonly name: string;
  readonly right: number;
  readonly written: number | undefined;
}

function changeOf(table: Table, { cell, value }: Suspect): Change {
  return { name: cellName(table, cell), right: value, written: numberIn(cell) };
}

interface AdviceWords {
  /** Of totals that do not know of what was just typed. */
  readonly stale: (typed: readonly (EditedCell & { readonly name: string })[]) => string;
  readonly impossible: string;
  readonly check: string;
  readonly total: (held: string, why: string) => string;
  readonly cells: (count: number, held: string, changes: string, why: string) => string;
  /** Which sums hold then: all of the report, or those around the cell. */
  readonly held: (all: boolean) => string;
  /** Of a correction that is the only smallest one and yet not certain. */
  readonly doubt: string;
  readonly choose: (choices: number, cells: number, likely: string) => string;
  readonly likely: (changes: string, why: string) => string;
  readonly changes: (changes: readonly Change[]) => string;
  readonly slips: Readonly<Record<Slip, string>>;
}

const WORDS: Readonly<Record<Locale, AdviceWords>> = {
  zh: {
    stale: (typed) =>
      `${typed.map(({ name, before, cell }) => `“${name}”刚由 ${before} 改为 ${numberIn(cell)}`).join('；')}，受影响的总计还没有更新。`,
    impossible: '办结数多于新收与上年结转之和，请核对各项。',
    check: '请核对各项。',
    total: (held, why) => `只改这一格即可使${held}${why}。`,
    cells: (count, held, changes, why) => `只改${count === 1 ? '一' : ` ${count} `}格即可使${held}：${changes}${why}。`,
    held: (all) => `${all ? '全部' : '有关的'}勾稽关系成立`,
    doubt: '请核对。',
    choose: (choices, cells, likely) => `有 ${choices} 种改法都只改 ${cells} 格，单看表格分不清。${likely}请核对。`,
    likely: (changes, why) => `最可能的是：${changes}${why}。`,
    changes: (changes) =>
      changes.map(({ name, right, written }) => `“${name}”应为 ${right}，现为 ${written}`).join('；'),
    slips: {
      'digits-swapped': '像是两位数字写颠倒了',
      'digit-dropped': '像是漏写了一位数字',
      'digit-added': '像是多写了一位数字',
      'cells-swapped': '像是两格的数写反了',
      'wrong-column': '像是填错了列',
      'left-zero': '像是忘了填写',
      'stale-total': '像是改了各项而没有重算总计，可能仍是上年的数',
    },
  },
  en: {
    stale: (typed) =>
      `${typed.map(({ name, before, cell }) => `“${name}” was just changed from ${before} to ${numberIn(cell)}`).join('; ')}; its totals have not followed.`,
    impossible: 'More was handled than received and carried in; check the addends.',
    check: 'Check the addends.',
    total: (held, why) => `Changing this cell alone makes ${held}${why}.`,
    cells: (count, held, changes, why) =>
      `Changing ${count === 1 ? 'one cell' : `${count} cells`} makes ${held}: ${changes}${why}.`,
    held: (all) => (all ? 'every sum hold' : 'the sums around it hold'),
    doubt: ' Check it.',
    choose: (choices, cells, likely) =>
      `${choices} corrections of ${cells} cell(s) would do, and the table alone cannot tell which. ${likely}Check them.`,
    likely: (changes, why) => `Most likely: ${changes}${why}. `,
    changes: (changes) =>
      changes.map(({ name, right, written }) => `“${name}” should be ${right}, not ${written}`).join('; '),
    slips: {
      'digits-swapped': 'two digits seem to be swapped',
      'digit-dropped': 'a digit seems to be missing',
      'digit-added': 'there seems to be a digit too many',
      'cells-swapped': 'the two numbers seem to be swapped',
      'wrong-column': 'the number seems to be in the wrong column',
      'left-zero': 'it seems to have been left out',
      'stale-total': 'the total seems to be left from before, perhaps from last year',
    },
  },
};
