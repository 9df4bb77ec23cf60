import { compact } from '../compact.ts';
import { excerpt } from '../excerpt.ts';
import type { Rule } from '../finding.ts';

interface BasisOutdated {
  readonly written: string;
  /** What is in force. */
  readonly right: string;
}

/** The Regulation as it was until 2019, and the notice on the form until 2020. */
const OLD: readonly { readonly words: string; readonly before: string; readonly right: string }[] = [
  { words: '492号', before: '令第', right: '711号' },
  { words: '60号', before: '国办公开办函〔2019〕', right: '国办公开办函〔2021〕30号' },
];

/** First year whose reports follow the notice 国办公开办函〔2021〕30号. */
const FIRST_YEAR = 2021;

/**
 * The report names as its basis what is no longer in force: 国务院令第492号 (since 15 May 2019 it is 第711号), or the notice
 * on the form of 2019.
 */
export const basisOutdated: Rule<BasisOutdated> = {
  code: 'basis-outdated',
  title: { zh: '依据的文件已经失效', en: 'The basis that is named is no longer in force' },
  severity: 'information',
  find({ report }, emit) {
    const { text, year } = report;
    if (year === undefined || year < FIRST_YEAR) return;
    for (const { words, before, right } of OLD) {
      for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
        const start = startOf(text, at, before);
        if (start === undefined) continue;
        const whole = right.length > words.length ? start : at;
        const span = { start: whole, end: at + words.length };
        emit(span, { written: compact(report, span), right });
      }
    }
  },
  message: {
    zh: ({ written, right }) => `“${excerpt(written)}”已经失效，现行的是“${right}”。请核对报告的依据。`,
    en: ({ written, right }) =>
      `“${excerpt(written)}” is no longer in force; it is “${right}” now. Check the basis of the report.`,
  },
  fixes: ({ span, facts: { written, right } }, _analysis, locale) => [
    {
      title: locale === 'zh' ? `把“${excerpt(written)}”改为“${right}”` : `Replace “${excerpt(written)}” by “${right}”`,
      edits: [{ span, newText: right }],
      preferred: false,
    },
  ],
};

const BRACKETS = new Map(
  [...'［[（(【'].map((each) => [each, '〔']).concat([...'］])）】'].map((each) => [each, '〕'])) as [string, string][],
);

/** Where `before` begins when it stands in front of `at`, blanks and kinds of brackets aside. */
function startOf(text: string, at: number, before: string): number | undefined {
  let left = before.length;
  for (let from = at - 1; from >= 0 && at - from <= before.length * 2; from--) {
    const character = text[from] as string;
    if (character === ' ' || character === '　') continue;
    if ((BRACKETS.get(character) ?? character) !== before[left - 1]) return undefined;
    if (--left === 0) return from;
  }
  return undefined;
}
