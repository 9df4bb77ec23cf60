import type { Analysis } from '../checks/analysis.ts';
import type { Candidate, Comparison } from '../checks/claims.ts';
import type { Locale } from '../checks/wording/index.ts';
import { cellName } from '../checks/wording/names.ts';
import { candidateName, claimValue } from '../checks/wording/quantity.ts';
import { numberIn } from '../report/report.ts';
import { type Span, touches } from '../text/span.ts';
import { proseWords } from './prose-words.ts';

/** On a number of the prose: what it was compared with, and what came of it; undefined elsewhere. */
export function hoverClaim(
  { prose }: Analysis,
  offset: number,
  locale: Locale,
): { readonly span: Span; readonly markdown: string } | undefined {
  const comparison = prose.comparisons.find(({ claim }) => touches(claim.span, offset));
  return comparison && { span: comparison.claim.span, markdown: lines(comparison, locale).join('\n') };
}

function lines(comparison: Comparison, locale: Locale): string[] {
  const words = proseWords[locale];
  const { claim, candidates } = comparison;
  return [
    words.said(`${claimValue(claim)}${claim.unit}`),
    '',
    ...candidates.flatMap((candidate) => candidateLines(comparison, candidate)),
    ...(candidates.length > 0 ? [''] : []),
    verdict(comparison, locale),
  ];
}

/** More cells than this are not written out one by one. */
const MOST_CELLS = 8;

function candidateLines({ claim, outcome }: Comparison, candidate: Candidate): string[] {
  const { addends, value } = candidate;
  // The one that agrees stands out among several.
  const sign = outcome === 'equal' && value === claim.value ? ' ✓' : '';
  const head = `- ${candidateName(candidate)}：${value ?? '?'}${sign}`;
  const shown = addends.filter(({ cell }) => numberIn(cell) !== 0);
  if (addends.length < 2 || shown.length > MOST_CELLS) return [head];
  return [
    head,
    ...shown.map(
      ({ table, cell, sign: factor }) =>
        `  - ${factor < 0 ? '− ' : ''}${cellName(table, cell)} ${numberIn(cell) ?? '?'}`,
    ),
  ];
}

function verdict(comparison: Comparison, locale: Locale): string {
  const sign = { equal: '✓', unequal: '✗', unknown: '?' }[comparison.outcome];
  return `${sign} ${outcomeText(comparison, locale)}`;
}

/** `相符`, `未核对（约数）`: how a claim compares with its cells, and why it was not held against them. */
export function outcomeText({ claim, outcome, unknownReason }: Comparison, locale: Locale): string {
  const words = proseWords[locale];
  if (outcome === 'equal') return words.agrees;
  if (outcome === 'unequal' || !unknownReason) return words.differs;
  const doubts = claim.doubts.map((doubt) => words.doubts[doubt]).join(locale === 'zh' ? '、' : ', ');
  return unknownReason === 'doubt'
    ? `${words.unknownReasons.doubt}${locale === 'zh' ? `（${doubts}）` : ` (${doubts})`}`
    : words.unknownReasons[unknownReason];
}
