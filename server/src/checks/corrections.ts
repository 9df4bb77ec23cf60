import { type Cell, numberIn } from '../report/report.ts';
import { type Candidate, candidatesIn, syndromesOf } from './candidates.ts';
import { confirmedCell, isApart, isLarge, isTelling } from './certainty.ts';
import { type Cluster, clustersOf, MOST_COVERS } from './clusters.ts';
import { type Evidence, hear, isConfirmed, mostAgreed, NO_EVIDENCE } from './evidence.ts';
import type { Identity, Values } from './identities.ts';
import { looksExchanged, onlyWrongTogether, type WrongTogether } from './one-sum.ts';
import { type Correction, smallestCorrections } from './suspect.ts';

/** Sums that fail by the same slips, and the smallest corrections of just these; none where it cannot be told. */
export interface Explanation {
  readonly failing: readonly Identity[];
  readonly corrections: readonly Correction[];
  /** The correction is the only one, of one cell; two witnesses agree on it, and nothing speaks against it. */
  readonly certain: boolean;
  /** The error is too large, or seen by too many sums, to be two that are equal by chance. */
  readonly telling: boolean;
  /** Nothing else is wrong in the sums that hang together with these. */
  readonly alone: boolean;
}

type Found = Omit<Explanation, 'alone'>;

/**
 * What is wrong with sums, however many cells are: nothing is worked out where all of them hold.
 *
 * A wrong cell leaves its error in each sum that it belongs to: one of its row and one of its column, where it stands in
 * （七）总计 two of its column. Sums that fail by the same error pair up, and each pair names the cell where they meet. Cells
 * that prose or last year confirm are no suspects while others remain; of what pairs in several ways all are told, and what
 * does not pair is left to a search for one or two cells. The pairing looks at each cell once for each of its sums.
 *
 * Why a pair is right: give totals the sign −, so that what a sum fails by is the plain sum of the errors of its cells.
 *
 * 1. In a smallest correction no cells go round in a ring from row to column to row, for one of them could be spared by
 *    moving its error round the ring. So k sums that are linked by wrong cells are linked by at least k − 1 of them, and the
 *    errors of their rows add up to those of their columns. The fewest cells are wrong where the sums fall into the most
 *    such groups.
 * 2. If a row and a column fail by the same error, take them out of their groups and make them one: what is left of the
 *    two groups adds up as well, so there are as many groups as before. The pair is part of a smallest correction.
 * 3. It is part of every one, unless other failing sums add up to the same error and can take the place of the row or of
 *    the column. Pairs alone cannot: each counts as a group for two sums, and no group has fewer. So the pair is unique
 *    where no two errors are equal and nothing else is unexplained, or nothing of that adds up to it (`isApart`).
 *
 * Smallest is not yet certain. A pair has two witnesses, its row and its column; where one of them is unknown, prose or
 * last year must agree. A total with one sum only (table 4) is as likely right as its addends.
 *
 * @param parts the components of the identities of one table or of more
 */
export function decode(
  parts: readonly (readonly Identity[])[],
  evidence: Evidence = NO_EVIDENCE,
  values: Values = numberIn,
): Explanation[] {
  return parts.flatMap((part) => {
    const found = decodePart(part, evidence, values);
    return found.map((each) => ({ ...each, alone: found.length === 1 }));
  });
}

function decodePart(part: readonly Identity[], evidence: Evidence, values: Values): Found[] {
  const syndromes = syndromesOf(part, values);
  const failing = part.filter((identity) => syndromes.get(identity));
  if (failing.length === 0) return [];
  const candidates = candidatesIn(part, syndromes, values);
  const doubted = clustersOf(
    failing,
    candidates.filter(({ cell, value }) => !isConfirmed(evidence, cell, values, value)),
  );
  const unpaired = new Set(doubted.left);
  const contested = clustersOf(
    doubted.left,
    candidates.filter(({ sums }) => sums.every((sum) => unpaired.has(sum))),
  );
  const narrowed = ({ sums, covers }: Cluster): Cluster => ({ sums, covers: mostAgreed(covers, evidence, values) });
  const [sure, unsure] = [doubted.clusters.map(narrowed), contested.clusters.map(narrowed)];
  const confirmed = sure.filter((cluster) => confirmedCell(cluster, evidence, values) !== undefined);
  const explained = new Set(confirmed.flatMap(({ sums }) => sums));
  const unexplained = failing.filter((sum) => !explained.has(sum));
  const found = [...sure, ...unsure].map((cluster): Found => {
    const certain = confirmed.includes(cluster) && isApart(cluster, confirmed, unexplained, syndromes);
    const telling = isTelling(cluster, syndromes);
    return { failing: cluster.sums, corrections: cluster.covers.map(correctionOf), certain, telling };
  });
  const { left } = contested;
  if (left.length === 0) return found;
  const isSuspect = (cell: Cell) => !isConfirmed(evidence, cell, values);
  const together = onlyWrongTogether(part, syndromes, isSuspect, values);
  const explains = together && together.sums.length === left.length && left.every((sum) => together.sums.includes(sum));
  return [
    ...found,
    explains ? severalOf(together, found.length === 0, evidence, values) : rest(part, left, found, evidence, values),
  ];
}

/**
 * Each of several cells in one sum has a sum of its own for a witness, and the one that they share for another. It is not
 * certain where the total of the shared sum is among them: an addend that was changed together with its total elsewhere looks
 * like that; nor where two numbers may have been exchanged in the same columns of another row. Nor is it where small errors add up by chance beside other faults.
 */
function severalOf(
  { cells, shared, sums, unheard }: WrongTogether,
  alone: boolean,
  evidence: Evidence,
  values: Values,
): Found {
  const correction = [...cells].sort((a, b) => a.cell.span.start - b.cell.span.start);
  const large = cells.every(({ cell, value }) => isLarge(value - (values(cell) ?? value)));
  const alike = !cells.some(({ cell }) => cell === shared.total) && !looksExchanged(cells, shared, values);
  const certain = alike && (large || alone) && !unheard && hear(evidence, correction, values).disagreeing === 0;
  const totals = cells.every(({ cell }) =>
    sums.some(({ form, total }) => total === cell && form.rule !== 'carry-balance'),
  );
  return { failing: sums, corrections: [correction], certain, telling: large && totals };
}

function correctionOf(cover: readonly Candidate[]): Correction {
  return cover.map(({ cell, value }) => ({ cell, value })).sort((a, b) => a.cell.span.start - b.cell.span.start);
}

/**
 * What is left when the pairs are taken out: one or two cells may still explain it. It is certain only when a statement
 * tells which of them, and would else be wrong itself.
 */
function rest(
  part: readonly Identity[],
  left: readonly Identity[],
  found: readonly Found[],
  evidence: Evidence,
  values: Values,
): Found {
  const changed = new Map<Cell, number>();
  for (const { corrections } of found) {
    for (const { cell, value } of corrections[0] ?? []) changed.set(cell, value);
  }
  const all = smallestCorrections(part, (cell) => changed.get(cell) ?? values(cell));
  const doubted = all.filter((each) => each.every(({ cell }) => !isConfirmed(evidence, cell, values)));
  const corrections = mostAgreed(doubted.length > 0 ? doubted : all, evidence, values);
  const [only, ...others] = corrections;
  const told = only && others.length === 0 ? hear(evidence, only, values) : undefined;
  const certain = told !== undefined && told.gained > 0 && told.disagreeing === 0;
  return { failing: left, corrections: corrections.length > MOST_COVERS ? [] : corrections, certain, telling: false };
}
