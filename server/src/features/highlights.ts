import type { Analysis } from '../checks/analysis.ts';
import type { Report } from '../report/report.ts';
import { digitOf } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import { addendsOf, claimedCells, claimsOn, subjectAt, sumsOf } from './relations.ts';

/** A place that belongs to the one under the caret: a total, an addend, or a number of the prose. */
export interface Highlight {
  readonly kind: 'total' | 'addend' | 'prose';
  readonly span: Span;
}

/**
 * What belongs to the value or the number at `offset` (UTF-16): the addends of a total, the totals of an addend, the numbers
 * of the prose that speak of them, and back. The place itself comes first. Another number stands for itself, for an editor
 * left to itself lights all that is written alike; undefined elsewhere.
 */
export function highlightsAt(analysis: Analysis, offset: number): Highlight[] | undefined {
  const subject = subjectAt(analysis, offset);
  if (subject?.kind === 'claim')
    return [{ kind: 'prose', span: subject.span }, ...claimedCells(subject.comparison).map(addend)];
  if (subject?.kind !== 'cell') return numberAlone(analysis.report, offset);
  const { table, cell } = subject;
  const sums = sumsOf(table, cell);
  const own = sums.filter(({ total }) => total === cell);
  const others = new Set(sums.map(({ total }) => total).filter((total) => total !== cell));
  const parts = new Set(own.flatMap(addendsOf).filter((part) => !others.has(part)));
  return [
    { kind: own.length > 0 ? 'total' : 'addend', span: cell.span },
    ...[...others].map(({ span }): Highlight => ({ kind: 'total', span })),
    ...[...parts].map(addend),
    ...claimsOn(analysis, cell).map(({ claim }): Highlight => ({ kind: 'prose', span: claim.span })),
  ];
}

const addend = ({ span }: { readonly span: Span }): Highlight => ({ kind: 'addend', span });

function numberAlone({ text }: Report, offset: number): Highlight[] | undefined {
  let start = offset;
  while (start > 0 && digitOf(text.charCodeAt(start - 1)) >= 0) start--;
  let end = offset;
  while (end < text.length && digitOf(text.charCodeAt(end)) >= 0) end++;
  return end > start ? [{ kind: 'prose', span: { start, end } }] : undefined;
}
