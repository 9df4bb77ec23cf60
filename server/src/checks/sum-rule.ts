import type { IdentityRule } from '../report/forms/form.ts';
import type { FailedSum } from './faults.ts';
import type { Locale, Related, Rule, Severity } from './finding.ts';
import { cellData, cellNames } from './finding-data.ts';
import { sumFixes } from './sum-fixes.ts';
import { advise } from './wording/advice.ts';
import { writeAddend } from './wording/change.ts';
import { cellName, identityPlace } from './wording/names.ts';
import { addends, writeNumber, writeSum } from './wording/sum.ts';

/** What the rules on sums say each in their own words. */
interface SumWords {
  /** The total, with the row or column that it stands in. */
  readonly total: (place: string) => string;
  /** How a hover lists the sum. */
  readonly listed: (place: string) => string;
}

/** A rule that holds an identity of the form; the finding stands on its total. */
export interface SumRule extends Rule<FailedSum> {
  readonly identity: IdentityRule;
  readonly listed: Readonly<Record<Locale, (place: string) => string>>;
}

export function sumRule(code: IdentityRule, title: Rule['title'], words: Readonly<Record<Locale, SumWords>>): SumRule {
  const message = (sum: FailedSum, locale: Locale) => {
    const { identity, stated, computed } = sum;
    const total = words[locale].total(identityPlace(identity));
    const difference = Math.abs(stated - computed);
    const head = HEADS[locale](total, stated, standingOf(sum), writeNumber(computed), difference);
    if (isMarkedElsewhere(sum)) return `${head}${STOP[locale]}${advise(sum, locale)}`;
    return `${head}${COLON[locale]}${writeSum(identity, computed, NO_ADDEND[locale])}${STOP[locale]}${advise(sum, locale)}`;
  };
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
  if (isMarkedElsewhere(sum)) return 'information';
  const first = failing.find(({ identity }) => identity.total === sum.identity.total);
  return sum.suspect && first !== sum ? 'information' : 'error';
}

/** Whether a total is wrong, is right, or may be either. */
type Standing = 'wrong' | 'right' | 'unsure';

function standingOf(sum: FailedSum): Standing {
  if (!sum.suspect) return 'unsure';
  return isMarkedElsewhere(sum) ? 'right' : 'wrong';
}

/** Place, what is written, what it should be and the difference come first: a list of problems shows no more. */
const HEADS = {
  zh: (total: string, stated: number, standing: Standing, computed: string, difference: number) =>
    `${total}写 ${stated}，${{ wrong: '应为', right: '各项之和', unsure: '按各项应为' }[standing]} ${computed}，差 ${difference}`,
  en: (total: string, stated: number, standing: Standing, computed: string, difference: number) =>
    `${total} is ${stated}, ${{ wrong: 'should be', right: 'its addends give', unsure: 'by its addends' }[standing]} ${computed}, off by ${difference}`,
} as const;

const COLON = { zh: '：', en: ': ' } as const;
const STOP = { zh: '。', en: '. ' } as const;
const NO_ADDEND = { zh: '各项均为 0', en: 'all addends are 0' } as const;

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
