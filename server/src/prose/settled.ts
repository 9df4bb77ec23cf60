import type { Span } from '../text/span.ts';
import type { ParagraphContext } from './contexts.ts';
import { spanIn } from './spans.ts';
import { findContext, hasFeature, isContent } from './token-table.ts';
import { BEFORE_SETTLED, contentBits, contextBits } from './word-kinds.ts';

const WHOLLY = contextBits('all', 'each');
const ANSWERED = contentBits('settle', 'answer');

/** `均已按时答复`, `全部办结`: where the words of a run say that every request was settled, if they do. */
export function settledIn({ tokens, paragraph }: ParagraphContext, from: number, to: number): Span | undefined {
  const at = findContext(tokens, from, to, WHOLLY);
  if (at < 0) return undefined;
  let verb = at + 1;
  while (verb < to && !isContent(tokens, verb, ANSWERED)) verb++;
  if (verb === to) return undefined;
  for (let index = from; index < to; index++) {
    if (index !== verb && !hasFeature(tokens, index, BEFORE_SETTLED)) return undefined;
  }
  return spanIn(paragraph, tokens.starts[at] as number, tokens.ends[verb] as number);
}
