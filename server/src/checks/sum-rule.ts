import type { IdentityRule } from '../report/forms/form.ts';
import type { FailedSum } from './faults.ts';
import type { Locale, Related, Rule, Severity } from './finding.ts';
import { cellData, cellNames } from './finding-data.ts';
import { sumFixes } from './sum-fixes.ts';
import { advise } from './wording/advice.ts';
import { writeAddend } from './wording/change.ts';
import { cellName, identityPlace } from './wording/names.ts';
import { writeStale } from './wording/stale.ts';
import { addends, writeNumber, writeSum } from './wording/sum.ts';

/** What the rules on sums say each in their own words. */
export interface SumWords {
  /** The row or column of the sum: `“（一）予以公开”行`. */
  readonly place: (place: string) => string;
  /** What its total is called there: `总计`. */
  readonly total: string;
  /** How it is said what the addends give: `各项相加得`. */
  readonly given: string;
  /** How a hover lists the sum. */
  readonly listed: (place: string) => string;
}

/** A rule that holds an identity of the form; the finding stands on its total. */
export interface SumRule extends Rule<FailedSum> {
  readonly identity: IdentityRule;
  readonly listed: Readonly<Record<Locale, (place: string) => string>>;
}

export function sumRule(code: IdentityRule, title: Rule['title'], words: Readonly<Record<Locale, SumWords>>): SumRule {
  const message = (sum: FailedSum, locale: Locale) =>
    sum.typed.length > 0 ? writeStale(sum, words[locale], locale) : describeSum(sum, words[locale], locale);
  return {
    code,
    identity: code,
    title,
    severity: 'error',
    listed: { zh: words.zh.listed, en: words.en.listed },
    find({ faults }, emit) {
      for (const { failing } of faults) {
        for (const sum of failing) {
          if (sum.identity.form.rule === code) emit(sum.identity.total.span, sum, severityOf(sum, failing));
        }
      }
    },
    message: { zh: (sum) => message(sum, 'zh'), en: (sum) => message(sum, 'en') },
    related: relatedTo,
    fixes: sumFixes,
    data: ({ identity: { table, total }, stated, computed, suspect }) => ({
      stated,
      computed,
      ...cellData(table, total),
      ...(suspect ? { suspect: { ...cellNames(table, suspect.cell), value: suspect.value } } : {}),
    }),
    // Which cell is the suspect depends on the rest of the report.
    fingerprint: () => [],
  };
}

/** Where the wrong cell is known and is not the total of this sum: the cell has a finding of its own. */
function isMarkedElsewhere({ identity, suspect }: FailedSum): boolean {
  return suspect !== undefined && suspect.cell !== identity.total;
}

/** One slip is one error: that at the wrong cell. The other sums that fail by it are for information. */
function severityOf(sum: FailedSum, failing: readonly FailedSum[]): Severity {
  if (sum.typed.length > 0) return sum === failing[0] ? 'error' : 'information';
  if (isMarkedElsewhere(sum)) return 'information';
  const first = failing.find(({ identity }) => identity.total === sum.identity.total);
  return sum.suspect && first !== sum ? 'information' : 'error';
}

/** How sure it is that a total is wrong: it is right where another cell is the suspect. */
type Standing = 'wrong' | 'likely' | 'right' | 'unsure';

function standingOf(sum: FailedSum): Standing {
  if (!sum.suspect) return 'unsure';
  if (isMarkedElsewhere(sum)) return 'right';
  return sum.certain ? 'wrong' : 'likely';
}

/** Place, what is written, what it should be and the difference come first: a list of problems shows no more. */
function describeSum(sum: FailedSum, words: SumWords, locale: Locale): string {
  const { identity, stated, computed } = sum;
  const standing = standingOf(sum);
  const difference = Math.abs(stated - computed);
  const total = TOTALS[locale](words, identityPlace(identity));
  const head = HEADS[locale](total, stated, STANDINGS[locale](words)[standing], writeNumber(computed), difference);
  const reason = standing === 'right' ? '' : writeSum(identity, computed, locale);
  return `${head}${reason}${STOP[locale]}${advise(sum, locale)}`;
}

const TOTALS = {
  zh: ({ place, total }: SumWords, name: string) => place(name) + total,
  en: ({ place, total }: SumWords, name: string) => `${total} of ${place(name)}`,
} as const;

const STANDINGS: Readonly<Record<Locale, (words: SumWords) => Readonly<Record<Standing, string>>>> = {
  zh: ({ given }) => ({ wrong: '应为', likely: '可能应为', right: given, unsure: '按各项应为' }),
  en: ({ given }) => ({ wrong: 'should be', likely: 'should perhaps be', right: given, unsure: given }),
};

const HEADS = {
  zh: (total: string, stated: number, standing: string, computed: string, difference: number) =>
    `${total}写 ${stated}，${standing} ${computed}，差 ${difference}`,
  en: (total: string, stated: number, standing: string, computed: string, difference: number) =>
    `${total} is ${stated}, ${standing} ${computed}, off by ${difference}`,
} as const;

const STOP = { zh: '。', en: '. ' } as const;

/** The cell that is probably wrong, then every addend that is not zero, with its value. */
function relatedTo({ identity, suspect, certain }: FailedSum, locale: Locale): Related[] {
  const related = addends(identity).map(({ cell, name, sign, value }) => ({
    span: cell.span,
    message: writeAddend(locale, name, `${sign < 0 ? '−' : ''}${value}`),
  }));
  if (!suspect || suspect.cell === identity.total) return related;
  const name = cellName(identity.table, suspect.cell);
  const zh = `“${name}”${certain ? '' : '可能'}应为 ${suspect.value}`;
  const en = `“${name}” should ${certain ? '' : 'perhaps '}be ${suspect.value}`;
  return [{ span: suspect.cell.span, message: { zh, en }[locale] }, ...related];
}
