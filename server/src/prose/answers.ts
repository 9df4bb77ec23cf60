import type { Quantity } from './claim.ts';
import type { SentenceContext } from './contexts.ts';
import type { TableCount } from './counted.ts';
import { VERBS } from './quantities.ts';

const ALL_SETTLED: ReadonlySet<Quantity> = new Set([VERBS.settle, VERBS.answer]);

/**
 * `办结申请16件，其中13件按时答复`: of those that were settled a part. 办理17件，其中办结16件，结转1件 tells of all that there was to do.
 */
export function doubtParts({ counts }: SentenceContext): void {
  const carries = counts.some(({ claim }) => claim?.quantity === VERBS['carried-out']);
  for (const [at, { claim, listed, value }] of counts.entries()) {
    if (!claim || !listed || !ALL_SETTLED.has(claim.quantity)) continue;
    const isWhole = (whole: TableCount) =>
      !whole.listed && whole.value > value && whole.claim !== undefined && isSettled(whole.claim.quantity, carries);
    if (counts.slice(0, at).some(isWhole)) claim.doubts = [...claim.doubts, 'wording'];
  }
}

const isSettled = (quantity: Quantity, carries: boolean): boolean =>
  ALL_SETTLED.has(quantity) || (quantity === VERBS.handle && !carries);

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
