import type { SentenceContext } from './contexts.ts';
import { newGrowth } from './counted.ts';
import { growthOf, shareOf } from './lists.ts';
import { endsInAbout, isApproximate, type Qualifiers, spanOf, TEXT_KIND } from './qualifiers.ts';
import type { Segment } from './segments.ts';
import { spanIn } from './spans.ts';
import { allHave, UNSURE } from './token-table.ts';
import { contextBits, IN_SHARE } from './word-kinds.ts';

const SHARE = contextBits('share');
const FEWER = contextBits('fewer');
const CHANGES = contextBits('more', 'fewer');

/** `占78.3%`, `增长15%`: only where every word around it is known. */
export function readPercent(sentence: SentenceContext, segment: Segment, qualifiers: Qualifiers): void {
  const { tokens, paragraph, report } = sentence.paragraph;
  const { number } = segment;
  const { from, to, context, unknown } = qualifiers;
  const unsure = ((tokens.flags[number] as number) & UNSURE) !== 0;
  if (unknown || segment.afterContext & TEXT_KIND || unsure || endsInAbout(tokens, qualifiers)) return;
  const span = spanIn(paragraph, tokens.starts[number] as number, tokens.ends[number] as number);
  const value = tokens.values[number] as number;
  const decimals = tokens.decimals[number] as number;
  if (context & SHARE) {
    if (!allHave(tokens, from, to, IN_SHARE)) return;
    const share = shareOf({ percent: value, decimals, span }, sentence, segment.depth);
    if (share) report.found.ratios.push(share);
  } else if (context & CHANGES) {
    const change = context & FEWER ? -value : value;
    const growth = growthOf(sentence.growth, { span, change, measure: 'percent', decimals });
    if (growth) report.found.ratios.push(growth);
    sentence.growth.told = true;
  }
}

/** `增加3件`, `减少了2件`. */
export function readChange(sentence: SentenceContext, number: number, qualifiers: Qualifiers): void {
  const { paragraph } = sentence;
  const { tokens, report } = paragraph;
  if (qualifiers.unknown || isApproximate(paragraph, number, qualifiers) || tokens.units[number] === 0) {
    sentence.growth = newGrowth(true);
    return;
  }
  const value = tokens.values[number] as number;
  const change = qualifiers.context & FEWER ? -value : value;
  const span = spanOf(paragraph, number);
  const growth = growthOf(sentence.growth, { span, change, measure: 'count', decimals: 0 });
  if (growth) report.found.ratios.push(growth);
  sentence.growth.amounts.push(change);
  sentence.growth.told = true;
}
