import { bindSum } from '../../prose/binding.ts';
import type { Count, GrowthClaim, ShareClaim } from '../../prose/claim.ts';
import { RECEIVED, SETTLED, TO_DO } from '../../prose/quantities.ts';
import { numberIn, type Report } from '../../report/report.ts';
import type { Prose } from '../claims.ts';
import type { Rule } from '../finding.ts';

/**
 * A percentage or a change in the prose that follows from none of the numbers beside it, however it was rounded: to the
 * decimals that it has, half up or cut off.
 */
export const ratioMismatch: Rule = {
  codes: ['ratio-mismatch'],
  find: (report, _identities, prose) =>
    prose.ratios.flatMap((claim) => {
      const result = claim.kind === 'share' ? judgeShare(report, claim) : judgeGrowth(claim);
      if (!result || result.from.some(({ claim: count }) => isWrong(prose, count))) return [];
      const written = report.text.slice(claim.span.start, claim.span.end);
      return [{ code: 'ratio-mismatch', severity: 'information', span: claim.span, claim, written, ...result }];
    }),
};

type Result = { readonly computed: number; readonly from: readonly Count[] } | undefined;

/** A number that differs from its table has a finding of its own, and what follows from it must change with it. */
function isWrong({ comparisons }: Prose, claim: Count['claim']): boolean {
  return comparisons.some(
    (comparison) => comparison.claim === claim && comparison.outcome !== 'equal' && comparison.pardon !== 'unread',
  );
}

function judgeShare(report: Report, { percent, decimals, part, wholes }: ShareClaim): Result {
  const [first] = wholes;
  const bases = [...wholes.map(({ value }) => value), ...totalsOf(report)];
  if (!first || bases.some((base) => base > 0 && rounds(percent, decimals, (part.value / base) * 100)))
    return undefined;
  return first.value > 0 ? { computed: (part.value / first.value) * 100, from: [part, first] } : undefined;
}

/** What a share may be of though the prose does not say how many: received, with what was carried in, or settled. */
function totalsOf(report: Report): number[] {
  return [RECEIVED, TO_DO, SETTLED].flatMap((sum) => {
    const values = bindSum(report, sum)?.map(({ cell }) => numberIn(cell) ?? 0);
    return values ? values.reduce((all, value) => all + value, 0) : [];
  });
}

function judgeGrowth({ change, measure, decimals, currents, bases, amounts }: GrowthClaim): Result {
  const pairs = currents.flatMap((current) => [
    ...bases
      .filter(({ unit }) => unit === current.unit)
      .map((base) => ({ current, base: base.value, from: [current, base] })),
    ...amounts.map((amount) => ({ current, base: current.value - amount, from: [current] })),
  ]);
  const results = pairs
    .filter(({ base }) => base > 0 || measure === 'count')
    .map(({ current, base, from }) => {
      const more = current.value - base;
      return { computed: measure === 'count' ? more : (more / base) * 100, from };
    });

  const follows = results.some(
    ({ computed }) => rounds(Math.abs(change), decimals, Math.abs(computed)) && agreesInSign(change, computed),
  );
  return follows ? undefined : results.at(-1);
}

const agreesInSign = (change: number, computed: number) =>
  change === 0 || computed === 0 || change > 0 === computed > 0;

/** Whether `exact` may be written so, with that many decimals: rounded half up, or cut off. */
function rounds(written: number, decimals: number, exact: number): boolean {
  const step = 10 ** -decimals;
  const tolerance = 1e-9;
  return exact > written - step / 2 - tolerance && exact < written + step + tolerance;
}
