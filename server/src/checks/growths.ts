import type { Quantity } from '../prose/claim.ts';
import { RECEIVED, SETTLED, TO_DO } from '../prose/quantities.ts';
import type { Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import type { Prose } from './claims.ts';

/** `收到申请23件，同比增长15%`: what follows from last year's report alone. */
export interface Growth {
  /** Of the percentage. */
  readonly span: Span;
  readonly written: string;
  /** Percent; negative for fewer. */
  readonly change: number;
  readonly decimals: number;
  readonly current: number;
  readonly of: 'received' | 'settled';
}

/** How the prose says that requests differ from those of the year before, where their number is that of the table. */
export function growthsIn({ text }: Report, { ratios, comparisons }: Prose): readonly Growth[] {
  return ratios.flatMap((claim) => {
    if (claim.kind !== 'growth' || claim.measure !== 'percent' || claim.bases.length > 0 || claim.amounts.length > 0)
      return [];
    const { span, change, decimals } = claim;
    const { claim: counted, value } = claim.currents.at(-1) ?? {};
    const agrees = comparisons.some((each) => each.claim === counted && each.outcome === 'equal');
    const of = counted && agrees && counted.doubts.length === 0 ? countedBy(counted.quantity) : undefined;
    if (!of || value === undefined) return [];
    return { span, written: text.slice(span.start, span.end), change, decimals, current: value, of };
  });
}

function countedBy(quantity: Quantity): Growth['of'] | undefined {
  const [first] = quantity;
  if (first === SETTLED) return 'settled';
  return first === RECEIVED || first === TO_DO ? 'received' : undefined;
}
