import type { PartsClaim } from '../../prose/claim.ts';
import type { Span } from '../../text/span.ts';
import type { Prose } from '../claims.ts';
import type { Emit, Rule } from '../finding.ts';
import { writeSaid } from '../wording/change.ts';
import { gap } from '../wording/quantity.ts';

interface Told {
  readonly span: Span;
  readonly value: number;
}

interface PartsMismatch {
  readonly total: Told;
  readonly parts: readonly Told[];
  /** What the parts add up to. */
  readonly sum: number;
  readonly unit: string;
  /** Whether the parts must be all that there is; otherwise they are only too many. */
  readonly complete: boolean;
}

/**
 * The parts that 其中 lists do not add up to their own total, or to more than it. Where the tables can tell which of these
 * numbers is wrong, that one has a finding already, or the sum that fails in the table has.
 */
export const partsMismatch: Rule<PartsMismatch> = {
  code: 'parts-mismatch',
  title: { zh: '正文的分项与总数不符', en: 'Parts listed in the prose do not add up to their total' },
  severity: 'warning',
  find({ prose }, emit) {
    for (const claim of prose.parts) compareParts(claim, prose, emit);
  },
  message: {
    zh: ({ total, parts, sum, unit, complete }) =>
      `总数写 ${total.value}${gap(unit)}，分项${complete ? '之和为' : '之和却多到'} ${sum}${gap(unit)}，差 ${Math.abs(sum - total.value)}：${parts.map(({ value }) => value).join(' + ')} = ${sum}。请核对总数和各分项。`,
    en: ({ total, parts, sum, complete }) =>
      `The total is ${total.value}, its parts give ${complete ? '' : 'even '}${sum}, off by ${Math.abs(sum - total.value)}: ${parts.map(({ value }) => value).join(' + ')} = ${sum}. Check the total and its parts.`,
  },
  related: ({ parts }, locale) => parts.map(({ span, value }) => ({ span, message: writeSaid(locale, value) })),
};

function compareParts(
  { totals, parts, complete }: PartsClaim,
  { comparisons }: Prose,
  emit: Emit<PartsMismatch>,
): void {
  const total = totals.at(-1);
  const sum = parts.reduce((all, { value }) => all + value, 0);
  const fits = (value: number) => (complete ? sum === value : sum <= value);
  // 复议2件、诉讼1件，其中…: the parts may be those of all counts before them.
  const together = totals.reduce((all, { value }) => all + value, 0);
  if (!total || totals.some(({ value }) => fits(value)) || fits(together)) return;
  const outcomes = [total, ...parts].map(
    ({ claim }) => comparisons.find((comparison) => comparison.claim === claim)?.outcome,
  );
  if (outcomes.includes('unequal') || outcomes.every((outcome) => outcome === 'equal')) return;
  emit(total.span, { total, parts, sum, unit: total.unit, complete });
}
