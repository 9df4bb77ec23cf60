import type { Analysis } from '../checks/analysis.ts';
import type { Locale } from '../checks/wording/index.ts';
import { candidateName } from '../checks/wording/quantity.ts';
import { explainWords } from './explain-words.ts';
import { outcomeText } from './prose-hover.ts';
import { proseWords } from './prose-words.ts';

/** Every claim of the prose with what it was taken for and what came of it, a line each. */
export function explainClaims(
  { report, prose }: Analysis,
  locale: Locale,
  lineOf: (offset: number) => number,
): string[] {
  const words = proseWords[locale];
  const found = prose.comparisons.map((comparison) => {
    const { claim, candidates, outcome } = comparison;
    const written = report.text.slice(claim.span.start, claim.span.end).replace(/\s+/g, '');
    const meanings = candidates.map((each) => `${candidateName(each)} ${each.value ?? '?'}`);
    const sign = { equal: '✓', unequal: '✗', unknown: '?' }[outcome];
    const is = meanings.join(` ${words.or} `);
    const text = `${written}${claim.unit}${is ? `  ${is}` : ''}  ${sign} ${outcomeText(comparison, locale)}`;
    return explainWords[locale].atLine(lineOf(claim.span.start), text);
  });
  return [words.heading, ...(found.length > 0 ? found : [`    —  ${words.none}`])];
}
