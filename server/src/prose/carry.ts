import type { Token } from './tokens.ts';
import type { WordKind } from './word-kinds.ts';
import { isWord } from './words.ts';

/**
 * Resolves 结转 with the year beside it: `2023年结转`, `结转到2025年` and `结转2023年` in a report on 2024 become
 * 上年结转 or 结转下年度, years and all; any other year leaves it open which is meant.
 *
 * @param year the year reported on
 */
export function resolveCarry(tokens: readonly Token[], year: number | undefined): readonly Token[] {
  const at = tokens.findIndex((token) => isWord(token, 'carry'));
  const carry = tokens[at];
  if (carry?.kind !== 'word') return tokens;
  let before = at - 1;
  while (isWord(tokens[before], 'filler', 'pending')) before--;
  let after = at + 1;
  while (isWord(tokens[after], 'filler', 'preposition')) after++;
  const from = yearOf(tokens[before], year);
  const to = yearOf(tokens[after], year);
  const kind = direction(from, to);
  if (!kind) return tokens;
  const start = from === undefined ? at : before;
  const end = to === undefined ? at : after;
  const first = tokens[start] as Token;
  const last = tokens[end] as Token;
  const word: Token = { kind: 'word', word: { kind }, start: first.start, end: last.end };
  return [...tokens.slice(0, start), word, ...tokens.slice(end + 1)];
}

/** How many years after the one reported on; undefined when no year stands there. */
function yearOf(token: Token | undefined, year: number | undefined): number | undefined {
  if (isWord(token, 'year-last')) return -1;
  if (isWord(token, 'year-this')) return 0;
  if (isWord(token, 'year-next')) return 1;
  return token?.kind === 'year' && year !== undefined ? token.year - year : undefined;
}

function direction(from: number | undefined, to: number | undefined): WordKind | undefined {
  if (from === -1 && (to === undefined || to === 0)) return 'carried-in';
  if ((from === undefined || from === 0) && to === 1) return 'carried-out';
  return from === undefined && to === -1 ? 'carried-in' : undefined;
}
