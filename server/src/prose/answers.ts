import type { Quantity } from './claim.ts';
import type { SentenceContext } from './contexts.ts';
import { VERBS } from './quantities.ts';

const ALL_SETTLED: ReadonlySet<Quantity> = new Set([VERBS.settle, VERBS.answer]);

/**
 * `收到申请14件，办结13件，剩余1件未到期`: where what was settled and what is left make what was received, and nothing is said of
 * 上年结转, those of this year alone are meant.
 */
export function doubtSettled({ counts }: SentenceContext): void {
  const carriedIn = counts.some(({ claim }) => claim?.quantity === VERBS['carried-in']);
  const whole = counts.find(({ claim }) => claim?.quantity === VERBS.receive);
  if (!whole || carriedIn) return;
  const at = counts.findIndex(({ claim }) => claim !== undefined && ALL_SETTLED.has(claim.quantity));
  const [settled, left] = [counts[at], counts[at + 1]];
  if (!settled?.claim || !left || left.value === 0 || settled.value + left.value !== whole.value) return;
  const isLeft = left.role === undefined || left.claim?.quantity === VERBS['carried-out'];
  if (isLeft) settled.claim.doubts = [...settled.claim.doubts, 'wording'];
}

/**
 * `受理申请12件，答复7件，不予受理4件，补正后申请内容仍不明确1件`: where 答复 makes the whole together with what follows it, it is one
 * part, and not all that was settled.
 */
export function doubtAnswers({ counts }: SentenceContext): void {
  for (const [at, { claim, value, depth }] of counts.entries()) {
    if (!claim || claim.quantity !== VERBS.answer) continue;
    const wholes = counts.slice(0, at).filter(({ role }) => role === 'requests');
    let sum = value;
    for (const next of counts.slice(at + 1)) {
      if (next.depth !== depth || next.listed || next.value === 0 || next.claim?.quantity === VERBS['carried-out'])
        continue;
      sum += next.value;
      if (!wholes.some((whole) => whole.value === sum)) continue;
      claim.doubts = [...claim.doubts, 'wording'];
      break;
    }
  }
}
