import type { Analysis } from '../checks/analysis.ts';
import type { Comparison } from '../checks/claims.ts';
import { cellsOf, type Identity, identitiesOf, includes } from '../checks/identities.ts';
import { type Cell, numberIn, type Table } from '../report/report.ts';
import { type Span, touches } from '../text/span.ts';
import { locate, type Place } from './locate.ts';

/** What is related to other places of a report: a place of a table, or a number of the prose. */
export type Subject = Place | { readonly kind: 'claim'; readonly span: Span; readonly comparison: Comparison };

/** The subject at `offset` (UTF-16), or undefined where nothing is related to anything. */
export function subjectAt({ report, prose }: Analysis, offset: number): Subject | undefined {
  const place = locate(report, offset);
  if (place) return place;
  const comparison = prose.comparisons.find(({ claim }) => touches(claim.span, offset));
  return comparison && { kind: 'claim', span: comparison.claim.span, comparison };
}

/** The sums that a cell stands in, as an addend or as the total. */
export function sumsOf(table: Table, cell: Cell): Identity[] {
  return identitiesOf(table).filter((identity) => includes(identity, cell));
}

/** The cells of a sum without its total, as far as they add anything: lit zeros would hide the numbers that matter. */
export function addendsOf(identity: Identity): Cell[] {
  return cellsOf(identity).filter((cell) => cell !== identity.total && numberIn(cell) !== 0);
}

/** The numbers of the prose that were, or could be, compared with a cell, alone or in a sum. */
export function claimsOn({ prose }: Analysis, cell: Cell): Comparison[] {
  return prose.comparisons.filter(({ candidates }) =>
    candidates.some(({ addends }) => addends.some((addend) => addend.cell === cell)),
  );
}

/** The cells that a number of the prose speaks of, each once; of several only those that add something. */
export function claimedCells({ candidates }: Comparison): Cell[] {
  const cells = [...new Set(candidates.flatMap(({ addends }) => addends.map(({ cell }) => cell)))];
  const counted = cells.filter((cell) => numberIn(cell) !== 0);
  return counted.length > 0 ? counted : cells;
}
