import type { Analysis } from '../checks/analysis.ts';
import { outcomeOf } from '../checks/identities.ts';
import type { Cell, Table } from '../report/report.ts';
import { type Span, touches } from '../text/span.ts';
import { type Elsewhere, growthBase, sameTable, sourceOf } from './other-years.ts';
import { addendsOf, claimedCells, claimsOn, type Subject, subjectAt, sumsOf } from './relations.ts';

/** Places that something leads to, in the same text and in other reports; `from` is what was pointed at. */
export interface Leads {
  readonly from: Span;
  readonly here: readonly Span[];
  readonly elsewhere: readonly Elsewhere[];
}

/**
 * Where the number at `offset` (UTF-16) comes from: what contradicts it, if anything does; else the addends of a total, the
 * total of an addend, the cells of a number in the prose, last year's number of 上年结转, 现行有效 or a growth.
 */
export function definitionAt(analysis: Analysis, offset: number): Leads | undefined {
  const subject = subjectAt(analysis, offset);
  const leads = subject ? leadsOf(analysis, subject) : growthAt(analysis, offset);
  return leads && leads.here.length + leads.elsewhere.length > 0 ? leads : undefined;
}

function leadsOf(analysis: Analysis, subject: Subject): Leads {
  const { span: from } = subject;
  const { predecessor: before } = analysis;
  if (subject.kind === 'claim') {
    return { from, here: claimedCells(subject.comparison).map(({ span }) => span), elsewhere: [] };
  }
  if (subject.kind === 'table') return { from, here: [], elsewhere: some(sameTable(subject.table, before)) };
  const { table } = subject;
  if (subject.kind === 'row') {
    const [first] = subject.row.cells;
    const place = first && (sourceOf(table, first, before) ?? sameTable(table, before, subject.row.index));
    return { from, here: [], elsewhere: some(place) };
  }
  const { cell } = subject;
  const elsewhere = some(sourceOf(table, cell, before));
  const against = contradicting(analysis, table, cell);
  if (against.length > 0) return { from, here: against, elsewhere };
  return { from, here: elsewhere.length > 0 ? [] : partners(table, cell), elsewhere };
}

/** The other end of each failing sum of a cell, and the numbers of the prose that say otherwise. */
function contradicting(analysis: Analysis, table: Table, cell: Cell): Span[] {
  const cells = new Set<Cell>();
  for (const identity of sumsOf(table, cell)) {
    if (outcomeOf(identity).kind !== 'unequal') continue;
    const failing = analysis.faults.flatMap((fault) => fault.failing).find((sum) => sum.identity === identity);
    const suspect = failing?.suspect?.cell;
    const others = identity.total === cell ? addendsOf(identity) : [identity.total];
    for (const each of suspect && suspect !== cell ? [suspect] : others) cells.add(each);
  }
  const claims = claimsOn(analysis, cell).filter(
    ({ outcome, unknownReason }) => outcome === 'unequal' || unknownReason === 'table-fault',
  );
  return [...[...cells].map(({ span }) => span), ...claims.map(({ claim }) => claim.span)];
}

/** The addends of a total; the totals of an addend. */
function partners(table: Table, cell: Cell): Span[] {
  const sums = sumsOf(table, cell);
  const own = sums.filter(({ total }) => total === cell);
  const cells = own.length > 0 ? own.flatMap(addendsOf) : sums.map(({ total }) => total);
  return [...new Set(cells)].map(({ span }) => span);
}

/** `同比增长15%` leads to what it is measured against. */
function growthAt({ growths, predecessor }: Analysis, offset: number): Leads | undefined {
  const growth = growths.find(({ span }) => touches(span, offset));
  return growth && { from: growth.span, here: [], elsewhere: some(growthBase(predecessor, growth.of)) };
}

const some = <Each>(each: Each | undefined): Each[] => (each === undefined ? [] : [each]);
