import type { SentenceContext } from './contexts.ts';
import { newGrowth, type TableCount } from './counted.ts';
import { growthOf, lastCount, type Percent, shareOf } from './lists.ts';
import { endsInAbout, isApproximate, type Qualifiers, spanOf, TEXT_KIND } from './qualifiers.ts';
import type { Segment } from './segments.ts';
import { spanIn } from './spans.ts';
import { allHave, isContext, MARK, PERCENT, UNSURE, YEAR } from './token-table.ts';
import { hasNamed } from './vocabulary.ts';
import { contextBits, IN_SHARE } from './word-kinds.ts';

const SHARE = contextBits('share');
const RESPECTIVELY = contextBits('respectively');
const YEAR_LAST = contextBits('year-last');
const JOIN = contextBits('join');
const LISTING = 0x3001;
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
    if (isRate(sentence, qualifiers) || !allHave(tokens, from, to, IN_SHARE)) return;
    if (context & RESPECTIVELY) readShares(sentence, number);
    else addShare(sentence, { percent: value, decimals, span }, lastCount(sentence, segment.depth));
  } else if (context & CHANGES) {
    const change = context & FEWER ? -value : value;
    const claim = { span, change, measure: 'percent', decimals } as const;
    const growth = growthOf(sentence.growth, claim, isSinceLastYear(sentence, qualifiers));
    if (growth) report.found.ratios.push(growth);
    sentence.growth.told = true;
  }
}

/** 同比, 比上年, 较2023年; not 环比 or 较前年. */
function isSinceLastYear({ paragraph: { tokens, report } }: SentenceContext, { from, to }: Qualifiers): boolean {
  if (hasNamed(tokens, from, to, '同比')) return true;
  for (let at = from; at < to; at++) {
    if (tokens.kinds[at] === YEAR) return tokens.data[at] === (report.year ?? 0) - 1;
    if (isContext(tokens, at, YEAR_LAST)) return !hasNamed(tokens, at, at + 1, '更早');
  }
  return false;
}

/** `自然人9件、法人5件，分别占64.3%、35.7%`: each share is that of the count in its place. */
function readShares(sentence: SentenceContext, first: number): void {
  const { tokens, paragraph } = sentence.paragraph;
  const { kinds, data, count, flags, values, decimals, starts, ends } = tokens;
  const shares = [first];
  const lists = (at: number) => (kinds[at] === MARK ? data[at] === LISTING : isContext(tokens, at, JOIN));
  for (let at = first + 1; at + 1 < count && lists(at) && kinds[at + 1] === PERCENT; at += 2) shares.push(at + 1);
  const parts = sentence.counts.slice(-shares.length);
  if (parts.length < shares.length || shares.some((at) => (flags[at] as number) & UNSURE)) return;
  for (const [index, at] of shares.entries()) {
    const span = spanIn(paragraph, starts[at] as number, ends[at] as number);
    const number = { percent: values[at] as number, decimals: decimals[at] as number, span };
    addShare(sentence, number, parts[index]);
  }
}

function addShare(sentence: SentenceContext, percent: Percent, part: TableCount | undefined): void {
  const share = shareOf(percent, sentence, part);
  if (share) sentence.paragraph.report.found.ratios.push(share);
}

/** 答复率100% is no share of what was counted. */
export function isRate(
  { paragraph: { tokens } }: SentenceContext,
  { from, to }: Pick<Qualifiers, 'from' | 'to'>,
): boolean {
  return hasNamed(tokens, from, to, '答复率') || hasNamed(tokens, from, to, '按时答复率');
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
