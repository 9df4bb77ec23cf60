import { resolveCarry } from './carry.ts';
import type { Claim } from './claim.ts';
import type { SentenceContext } from './contexts.ts';
import { doubtBit, doubtsOf } from './doubts.ts';
import { deniedBy } from './patterns.ts';
import type { DeniedItem } from './question.ts';
import type { Segment } from './segments.ts';
import { spanIn } from './spans.ts';
import { contentOf, contextOf, findContext, hasFeature, isContext, TEXT, type Tokens } from './token-table.ts';
import { collectWords } from './understand.ts';
import { hasNamed } from './vocabulary.ts';
import { BEFORE_DENIAL, CONTENT, contentBits, contextBits, DENIABLE, type Word } from './word-kinds.ts';

const NEGATION = contextBits('negation');
const ABOUT = contextBits('information');
const REQUEST = contentBits('request');
const WORDING_DOUBT = doubtBit('wording');
const NONE = { value: 0, unit: '', decimals: 0, writing: 'words' } as const;

/**
 * Claims of a clause such as `未收到政府信息公开申请` or `没有行政复议、行政诉讼`: each counts none.
 *
 * @param doubts as bits
 */
export function readDenial(sentence: SentenceContext, { from, to }: Segment, doubts: number): void {
  const { tokens, paragraph, report, topic } = sentence.paragraph;
  resolveCarry(tokens, from, to, report.year);
  const at = findContext(tokens, from, to, NEGATION);
  if (at < 0 || at + 1 === to) return;
  for (let index = at + 1; index < to; index++) if (!hasFeature(tokens, index, DENIABLE)) return;
  // The subject may be a name.
  for (let index = from; index < at; index++) {
    if (tokens.kinds[index] !== TEXT && !hasFeature(tokens, index, BEFORE_DENIAL)) return;
  }
  const words: Word[] = [];
  collectWords(tokens, at + 1, to, words);
  const about = (contextOf(tokens, from, to) & ABOUT) !== 0 || (contentOf(tokens, from, to) & REQUEST) !== 0;
  const quantities = deniedBy({
    items: itemsOf(tokens, at + 1, to),
    content: withoutAllWays(tokens, at + 1, to),
    context: contextOf(tokens, at + 1, to),
    words,
    about: about || topic === 'request',
  });
  let last = to - 1;
  while (last > at && !hasFeature(tokens, last, CONTENT)) last--;
  if (last === at) last = to - 1;
  const span = spanIn(paragraph, tokens.starts[at] as number, tokens.ends[last] as number);
  for (const { quantity, sure } of quantities) {
    const claim: Claim = { ...NONE, span, quantity, doubts: doubtsOf(sure ? doubts : doubts | WORDING_DOUBT) };
    report.found.claims.push(claim);
  }
}

const CHANNEL = contentBits('channel');

/** Kinds of content; `未收到信函、网络和其他形式的申请` tells of all channels, 未收到网上申请 of one. */
function withoutAllWays(tokens: Tokens, from: number, to: number): number {
  const content = contentOf(tokens, from, to);
  return content & CHANNEL && hasNamed(tokens, from, to, '各渠道') ? content & ~CHANNEL : content;
}

const LISTING = contextBits('join', 'mark');

/** The things that are denied one beside the other. */
function itemsOf(tokens: Tokens, from: number, to: number): DeniedItem[] {
  const items: DeniedItem[] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && !isContext(tokens, at, LISTING)) continue;
    const words: Word[] = [];
    collectWords(tokens, start, at, words);
    items.push({ content: contentOf(tokens, start, at), context: contextOf(tokens, start, at), words });
    start = at + 1;
  }
  return items;
}
