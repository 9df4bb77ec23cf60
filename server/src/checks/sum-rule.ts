import type { IdentityRule } from '../report/forms/form.ts';
import type { FailedSum } from './faults.ts';
import type { Locale, Related, Rule } from './finding.ts';
import { cellData, cellNames } from './finding-data.ts';
import { sumFixes } from './sum-fixes.ts';
import { advise } from './wording/advice.ts';
import { writeAddend } from './wording/change.ts';
import { cellName, identityPlace } from './wording/names.ts';
import { addends, writeSum } from './wording/sum.ts';

/** What the rules on sums say each in their own words. */
interface SumWords {
  /** Which sum it is, with the row or column that it holds for. */
  readonly sum: (place: string) => string;
  /** What its total is called. */
  readonly total: string;
  /** How a hover lists it. */
  readonly listed: (place: string) => string;
}

/** A rule that holds an identity of the form; the finding stands on its total. */
export interface SumRule extends Rule<FailedSum> {
  readonly identity: IdentityRule;
  readonly listed: Readonly<Record<Locale, (place: string) => string>>;
}

const NO_ADDEND = { zh: '各项均为 0', en: 'all addends are 0' } as const;

export function sumRule(code: IdentityRule, title: Rule['title'], words: Readonly<Record<Locale, SumWords>>): SumRule {
  const written = ({ identity, computed }: FailedSum, locale: Locale) =>
    `${words[locale].sum(identityPlace(identity))}${locale === 'zh' ? '：' : ': '}${writeSum(identity, computed, NO_ADDEND[locale])}`;
  return {
    code,
    identity: code,
    title,
    severity: 'error',
    listed: { zh: words.zh.listed, en: words.en.listed },
    find({ faults }, emit) {
      for (const { failing } of faults) {
        for (const sum of failing) if (sum.identity.form.rule === code) emit(sum.identity.total.span, sum);
      }
    },
    message: {
      zh: (sum) =>
        `${written(sum, 'zh')}，${words.zh.total}写的是 ${sum.stated}，相差 ${Math.abs(sum.stated - sum.computed)}。${advise(sum, 'zh')}`,
      en: (sum) =>
        `${written(sum, 'en')}, but ${words.en.total} says ${sum.stated}, off by ${Math.abs(sum.stated - sum.computed)}. ${advise(sum, 'en')}`,
    },
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

/** The cell that is probably wrong, then every addend that is not zero, with its value. */
function relatedTo({ identity, suspect }: FailedSum, locale: Locale): Related[] {
  const related = addends(identity).map(({ cell, name, sign, value }) => ({
    span: cell.span,
    message: writeAddend(locale, name, `${sign < 0 ? '−' : ''}${value}`),
  }));
  if (!suspect || suspect.cell === identity.total) return related;
  const name = cellName(identity.table, suspect.cell);
  const message = locale === 'zh' ? `“${name}”应为 ${suspect.value}` : `“${name}” should be ${suspect.value}`;
  return [{ span: suspect.cell.span, message }, ...related];
}
