import { isApproximate, type Lead } from './lead.ts';
import { growthOf, newGrowth, shareOf } from './ledger.ts';
import type { Segment } from './segments.ts';
import type { State } from './state.ts';
import type { NumberToken, PercentToken, Token } from './tokens.ts';
import { hasWord, isWord, spanIn } from './words.ts';

/** Words with which a share is surely one of the requests or of another whole that the sentence names. */
function isPlainShare(words: readonly Token[]): boolean {
  return words.every((token) =>
    isWord(
      token,
      'share',
      'filler',
      'request',
      'plain-request',
      'receive',
      'accept',
      'handle',
      'settle',
      'answer',
      'year-this',
    ),
  );
}

/** `占78.3%`, `增长15%`: only where every word around it is known. */
export function readPercent(state: State, { after }: Segment, number: PercentToken, lead: Lead): void {
  const { numeral } = number;
  const span = spanIn(state.paragraph, number.start, number.end);
  const tail = after.some(({ kind }) => kind === 'text');
  if (lead.unknown || tail || numeral.unsure || isWord(lead.words.at(-1), 'about')) return;
  if (hasWord(lead.words, 'share')) {
    if (!isPlainShare(lead.words)) return;
    const { value: percent, decimals } = numeral;
    state.ground.found.ratios.push(...shareOf({ percent, decimals, span }, state.entries, state.lists.at(-1)));
  } else if (hasWord(lead.words, 'more', 'fewer')) {
    const sign = hasWord(lead.words, 'fewer') ? -1 : 1;
    const claim = { span, change: sign * numeral.value, measure: 'percent', decimals: numeral.decimals } as const;
    state.ground.found.ratios.push(...growthOf(state.growth, claim));
    state.growth.told = true;
  }
}

/** `增加3件`, `减少了2件`. */
export function readChange(state: State, number: NumberToken, lead: Lead): void {
  if (lead.unknown || isApproximate(number, lead) || number.unit === '') {
    state.growth = { ...newGrowth(), told: true };
    return;
  }
  const change = (hasWord(lead.words, 'fewer') ? -1 : 1) * number.numeral.value;
  const span = spanIn(state.paragraph, number.start, number.numeral.end);
  state.ground.found.ratios.push(...growthOf(state.growth, { span, change, measure: 'count', decimals: 0 }));
  state.growth.amounts.push(change);
  state.growth.told = true;
}
