import type { PartsClaim } from '../../prose/claim.ts';
import type { Prose } from '../claims.ts';
import type { Finding, Rule } from '../finding.ts';

/**
 * The parts that 其中 lists do not add up to their own total, or to more than it. Where the tables can tell which of these
 * numbers is wrong, that one has a finding already, or the sum that fails in the table has.
 */
export const partsMismatch: Rule = {
  codes: ['parts-mismatch'],
  find: (_report, _identities, prose) => prose.parts.flatMap((claim) => judge(claim, prose)),
};

function judge({ totals, parts, complete }: PartsClaim, { comparisons }: Prose): Finding[] {
  const total = totals.at(-1);
  const sum = parts.reduce((all, { value }) => all + value, 0);
  const fits = (value: number) => (complete ? sum === value : sum <= value);
  // 复议2件、诉讼1件，其中…: the parts may be those of all counts before them.
  const together = totals.reduce((all, { value }) => all + value, 0);
  if (!total || totals.some(({ value }) => fits(value)) || fits(together)) return [];
  const outcomes = [total, ...parts].map(
    ({ claim }) => comparisons.find((comparison) => comparison.claim === claim)?.outcome,
  );
  if (outcomes.includes('unequal') || outcomes.every((outcome) => outcome === 'equal')) return [];
  const { span, unit } = total;
  return [{ code: 'parts-mismatch', severity: 'warning', span, total, parts, sum, unit, complete }];
}
