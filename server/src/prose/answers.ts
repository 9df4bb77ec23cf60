import type { SentenceContext } from './contexts.ts';
import { VERBS } from './quantities.ts';
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
