import { numberIn, type Table } from '../../report/report.ts';
import type { StatementSource } from '../evidence.ts';
import type { FailedSum } from '../faults.ts';
import type { Locale } from '../finding.ts';
import { type Identity, includes, isCrossChecked } from '../identities.ts';
import { type Slip, slipOf } from '../slips.ts';
import type { Suspect } from '../suspect.ts';
import { shortCellName, termName } from './names.ts';

/** What to do about a sum that does not hold: `错在“自然人”，写 11，应为 8。` */
export function advise(sum: FailedSum, locale: Locale): string {
  const words = WORDS[locale];
  const { identity, computed, corrections, certain } = sum;
  const { table } = identity;
  const [first] = corrections;
  if (!first || (corrections.length > 1 && !isCrossChecked(identity))) {
    if (computed < 0) return words.impossible;
    return isCrossChecked(identity) ? words.check : words.checkGroup;
  }
  const slip = slipOf(first, table.form);
  const why = slipText(slip, locale);
  if (corrections.length > 1) {
    const likely = slip ? words.likely(changesIn(table, first, locale), why) : '';
    return words.choose(corrections.length, first.length, likely);
  }
  const doubt = certain ? '' : words.doubt;
  const isTotal = first.some(({ cell }) => cell === identity.total);
  return (isTotal ? ofTotal(sum, first.length, why, locale) : ofAddends(sum, first, why, locale)) + doubt;
}

/** The total itself is wrong, alone or with other cells. */
function ofTotal({ alone, support }: FailedSum, cells: number, why: string, locale: Locale): string {
  const words = WORDS[locale];
  return words.total(cells, words.held(alone), why, supportText(support, locale));
}

/** Cells beside the total are wrong. */
function ofAddends(sum: FailedSum, cells: readonly Suspect[], why: string, locale: Locale): string {
  const { identity, certain, support } = sum;
  const own = cells.filter(({ cell }) => includes(identity, cell));
  const changes = own
    .map(({ cell, value }) => WORDS[locale].change(nameIn(identity, cell), numberIn(cell), value))
    .join(WORDS[locale].semicolon);
  return WORDS[locale].cells(certain, changes, why, supportText(support, locale));
}

/** What a cell is called beside the total of its row or column. */
function nameIn(identity: Identity, cell: Suspect['cell']): string {
  return termName(identity, cell);
}

function changesIn(table: Table, cells: readonly Suspect[], locale: Locale): string {
  const words = WORDS[locale];
  return cells
    .map(({ cell, value }) => words.change(shortCellName(table, cell), numberIn(cell), value))
    .join(words.semicolon);
}

/** More ways than this would hide the findings. */
const MOST_WAYS = 4;

/** Each of several corrections, where the sums cannot tell which is right: `“自然人”，写 11，应为 8`; none where one is known. */
export function waysOf({ identity, corrections }: FailedSum, locale: Locale): string[] {
  if (corrections.length < 2 || !isCrossChecked(identity)) return [];
  return corrections.slice(0, MOST_WAYS).map((each) => changesIn(identity.table, each, locale));
}

/** `（像是漏写了一位数字）`, or nothing. */
export function slipText(slip: Slip | undefined, locale: Locale): string {
  if (!slip) return '';
  return locale === 'zh' ? `（${WORDS.zh.slips[slip]}）` : ` (${WORDS.en.slips[slip]})`;
}

/** `，与正文一致`: what beside the table agrees with a correction, or nothing. */
export function supportText(support: readonly StatementSource[], locale: Locale): string {
  if (support.length === 0) return '';
  const names = support.map((source) => WORDS[locale].sources[source]);
  return locale === 'zh' ? `，与${names.join('、')}一致` : `, as ${names.join(' and ')} says`;
}

/** Of a correction that is the only smallest one and yet not certain. */
export function doubtText(locale: Locale): string {
  return WORDS[locale].doubt;
}

interface AdviceWords {
  readonly impossible: string;
  readonly check: string;
  readonly checkGroup: string;
  readonly total: (cells: number, held: string, why: string, support: string) => string;
  readonly cells: (certain: boolean, changes: string, why: string, support: string) => string;
  /** Which sums hold then: all of the report, or those around the cell. */
  readonly held: (all: boolean) => string;
  readonly doubt: string;
  readonly choose: (choices: number, cells: number, likely: string) => string;
  readonly likely: (changes: string, why: string) => string;
  readonly change: (name: string, written: number | undefined, right: number) => string;
  readonly semicolon: string;
  readonly sources: Readonly<Record<StatementSource, string>>;
  readonly slips: Readonly<Record<Slip, string>>;
}

const WORDS: Readonly<Record<Locale, AdviceWords>> = {
  zh: {
    impossible: '办结数多于新收与上年结转之和，请核对各项。',
    check: '错在哪几格，单看表格分不清，请核对各项。',
    checkGroup: '是总计写错还是某一项写错，单看表格分不清，请核对。',
    total: (cells, held, why, support) =>
      cells === 1
        ? `只改这一格即可使${held}${support}${why}。`
        : `与另外 ${cells - 1} 格一并改正，即可使${held}${support}${why}。`,
    cells: (certain, changes, why, support) => `${certain ? '' : '可能'}错在${changes}${support}${why}。`,
    held: (all) => `${all ? '全部' : '有关的'}勾稽关系成立`,
    doubt: '仅凭这些不能断定，请核对。',
    choose: (choices, cells, likely) => `有 ${choices} 种改法都只改 ${cells} 格，单看表格分不清。${likely}请核对。`,
    likely: (changes, why) => `最可能的是：${changes}${why}。`,
    change: (name, written, right) => `“${name}”，写 ${written}，应为 ${right}`,
    semicolon: '；',
    sources: { prose: '正文', 'year-before': '上年报告' },
    slips: {
      'digits-swapped': '像是两位数字写颠倒了',
      'digit-dropped': '像是漏写了一位数字',
      'digit-added': '像是多写了一位数字',
      'cells-swapped': '像是两格的数写反了',
      'wrong-column': '像是填错了列',
      'left-zero': '像是忘了填写',
      'stale-total': '像是改了各项而没有重算总计',
    },
  },
  en: {
    impossible: 'More was handled than received and carried in; check the numbers.',
    check: 'Which cells are wrong cannot be told from the table; check the numbers.',
    checkGroup: 'Whether the total or one of its addends is wrong cannot be told from the table; check them.',
    total: (cells, held, why, support) =>
      cells === 1
        ? `Changing this cell alone makes ${held}${support}${why}.`
        : `Corrected with ${cells - 1} more, it makes ${held}${support}${why}.`,
    cells: (certain, changes, why, support) => `Wrong ${certain ? 'is' : 'may be'} ${changes}${support}${why}.`,
    held: (all) => (all ? 'every sum hold' : 'the sums around it hold'),
    doubt: ' This alone does not prove it; check the numbers.',
    choose: (choices, cells, likely) =>
      `There are ${choices} ways to correct ${cells === 1 ? 'one cell' : `${cells} cells`}, and the table alone cannot tell which is right. ${likely}Check the numbers.`,
    likely: (changes, why) => `Most likely: ${changes}${why}. `,
    change: (name, written, right) => `“${name}”: ${written}, should be ${right}`,
    semicolon: '; ',
    sources: { prose: 'the prose', 'year-before': "last year's report" },
    slips: {
      'digits-swapped': 'two digits seem to be swapped',
      'digit-dropped': 'a digit seems to be missing',
      'digit-added': 'there seems to be a digit too many',
      'cells-swapped': 'the two numbers seem to be swapped',
      'wrong-column': 'the number seems to be in the wrong column',
      'left-zero': 'it seems to have been left out',
      'stale-total': 'the total seems to be left from before its addends changed',
    },
  },
};
