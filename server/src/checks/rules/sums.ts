import { numberIn } from '../../report/report.ts';
import type { Finding, Rule, SumFinding } from '../finding.ts';
import { components, type Identity, includes, judge } from '../identities.ts';
import { likeliestFirst } from '../slips.ts';
import { type Correction, smallestCorrections, suspectOf } from '../suspect.ts';

/**
 * All declared identities: 国办公开办函〔2021〕30号, tables 3 and 4 of the form and the note on 勾稽关系. Each finding
 * stands on its total; a cell that is probably the wrong one is marked as well, when no finding stands there already.
 */
export const sums: Rule = {
  codes: ['row-total', 'outcome-total', 'carry-balance', 'review-total', 'cell-suspect'],
  find: (_report, identities) => components(identities.some(fails) ? identities : []).flatMap(judgePart),
};

function fails(identity: Identity): boolean {
  return judge(identity).kind === 'unequal';
}

function judgePart(part: readonly Identity[]): Finding[] {
  const [first] = part;
  const corrections = first ? likeliestFirst(smallestCorrections(part), first.table.form) : [];
  const failing = part.flatMap((identity): SumFinding[] => {
    const { kind, stated, computed } = judge(identity);
    if (kind !== 'unequal' || stated === undefined || computed === undefined) return [];
    const { rule } = identity.form;
    const suspect = suspectOf(identity, corrections);
    const span = identity.total.span;
    return [{ code: rule, severity: 'error', span, identity, stated, computed, suspect, corrections }];
  });
  const [only, ...others] = corrections;
  return only && others.length === 0 ? [...failing, ...markSuspects(only, failing)] : failing;
}

function markSuspects(correction: Correction, failing: readonly SumFinding[]): Finding[] {
  return correction.flatMap(({ cell, value }): Finding[] => {
    const sumsOfCell = failing
      .filter(({ identity }) => includes(identity, cell))
      .sort((a, b) => a.span.start - b.span.start);
    const [first] = sumsOfCell;
    const written = numberIn(cell);
    if (!first || written === undefined || failing.some(({ identity }) => identity.total === cell)) return [];
    const { table } = first.identity;
    const facts = { table, cell, written, value, correction, failing: sumsOfCell };
    return [{ code: 'cell-suspect', severity: 'information', span: cell.span, ...facts }];
  });
}
