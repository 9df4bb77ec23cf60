import type { Analysis } from '../checks/analysis.ts';
import type { Comparison } from '../checks/claims.ts';
import type { Cell, Table } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import type { Leads } from './definition.ts';
import { inOtherYears, type Neighbours } from './other-years.ts';
import { addendsOf, claimedCells, claimsOn, subjectAt, sumsOf } from './relations.ts';

/**
 * All sums, sentences and years that the cell at `offset` (UTF-16) stands in: the totals that it is added to, the addends
 * that it is the total of, the numbers of the prose that speak of it, and its places in the reports of other years. From a
 * number of the prose, its cells and all that is said of these besides.
 *
 * @param own whether the place itself is wanted, too
 */
export function referencesAt(
  analysis: Analysis,
  offset: number,
  neighbours: Neighbours,
  own: boolean,
): Leads | undefined {
  const subject = subjectAt(analysis, offset);
  if (subject?.kind === 'claim') {
    return { from: subject.span, here: here(subject.span, own, ofClaim(analysis, subject.comparison)), elsewhere: [] };
  }
  if (subject?.kind !== 'cell') return undefined;
  const { table, cell, span } = subject;
  const elsewhere = inOtherYears(table, cell, neighbours);
  return { from: span, here: here(span, own, ofCell(analysis, table, cell)), elsewhere };
}

function ofCell(analysis: Analysis, table: Table, cell: Cell): Span[] {
  const cells = sumsOf(table, cell).flatMap((identity) =>
    identity.total === cell ? addendsOf(identity) : [identity.total],
  );
  return [...cells, ...claimsOn(analysis, cell).map(({ claim }) => claim)].map(({ span }) => span);
}

function ofClaim(analysis: Analysis, comparison: Comparison): Span[] {
  const cells = claimedCells(comparison);
  const claims = cells.flatMap((cell) => claimsOn(analysis, cell)).map(({ claim }) => claim);
  return [...cells, ...claims].map(({ span }) => span);
}

/** Each place once, in the order of the text. */
function here(from: Span, own: boolean, spans: readonly Span[]): Span[] {
  const others = new Set(spans);
  others.delete(from);
  return [...(own ? [from] : []), ...others].sort((a, b) => a.start - b.start);
}
