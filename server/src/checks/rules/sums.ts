import type { Finding, Rule } from '../finding.ts';
import { components, type Identity, judge } from '../identities.ts';
import { likeliestFirst } from '../slips.ts';
import { smallestCorrections, suspectOf } from '../suspect.ts';

/** All declared identities: 国办公开办函〔2021〕30号, tables 3 and 4 of the form and the note on 勾稽关系. */
export const sums: Rule = {
  codes: ['row-total', 'outcome-total', 'carry-balance', 'review-total'],
  find: (_report, identities) => components(identities.some(fails) ? identities : []).flatMap(judgePart),
};

function fails(identity: Identity): boolean {
  return judge(identity).kind === 'unequal';
}

function judgePart(part: readonly Identity[]): Finding[] {
  const corrections = likeliestFirst(smallestCorrections(part));
  return part.flatMap((identity) => {
    const { kind, stated, computed } = judge(identity);
    if (kind !== 'unequal' || stated === undefined || computed === undefined) return [];
    const { rule } = identity.form;
    const suspect = suspectOf(identity, corrections);
    return {
      code: rule,
      severity: 'error',
      span: identity.total.span,
      identity,
      stated,
      computed,
      suspect,
      corrections,
    };
  });
}
