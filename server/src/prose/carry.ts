import { changeKind, FILLER, isContent, isContext, type Tokens, YEAR } from './token-table.ts';
import { contentBits, contextBits, kindIndex } from './word-kinds.ts';

const CARRY = contentBits('carry');
const PENDING = contentBits('pending');
const FILLERS = contextBits('filler');
const PREPOSITION = contextBits('preposition');
const YEAR_LAST = contextBits('year-last');
const YEAR_THIS = contextBits('year-this');
const YEAR_NEXT = contextBits('year-next');
const CARRIED_IN = kindIndex('carried-in');
const CARRIED_OUT = kindIndex('carried-out');

/**
 * Resolves 结转 with the year beside it: `2023年结转`, `结转到2025年` and `结转2023年` in a report on 2024 become
 * 上年结转 or 结转下年度, years and all; any other year leaves it open which is meant. Changes the tokens of the
 * run, and says whether it did.
 *
 * @param year the year reported on
 */
export function resolveCarry(tokens: Tokens, from: number, to: number, year: number | undefined): boolean {
  let at = from;
  while (at < to && !isContent(tokens, at, CARRY)) at++;
  if (at === to) return false;
  let before = at - 1;
  while (before >= from && (isContext(tokens, before, FILLERS) || isContent(tokens, before, PENDING))) before--;
  let after = at + 1;
  while (after < to && isContext(tokens, after, FILLERS | PREPOSITION)) after++;
  const origin = before >= from ? yearOf(tokens, before, year) : undefined;
  const target = after < to ? yearOf(tokens, after, year) : undefined;
  const kind = direction(origin, target);
  if (kind < 0) return false;
  const first = origin === undefined ? at : before;
  const last = target === undefined ? at : after;
  const [start, end] = [tokens.starts[first] as number, tokens.ends[last] as number];
  for (let index = first; index <= last; index++) changeKind(tokens, index, FILLER);
  changeKind(tokens, at, kind);
  tokens.starts[at] = start;
  tokens.ends[at] = end;
  return true;
}

/** How many years after the one reported on; undefined when no year stands there. */
function yearOf(tokens: Tokens, at: number, year: number | undefined): number | undefined {
  if (isContext(tokens, at, YEAR_LAST)) return -1;
  if (isContext(tokens, at, YEAR_THIS)) return 0;
  if (isContext(tokens, at, YEAR_NEXT)) return 1;
  return tokens.kinds[at] === YEAR && year !== undefined ? (tokens.data[at] as number) - year : undefined;
}

/** The kind of word that 结转 from the one year to the other is, or -1. */
function direction(origin: number | undefined, target: number | undefined): number {
  if (origin === -1 && (target === undefined || target === 0)) return CARRIED_IN;
  if ((origin === undefined || origin === 0) && target === 1) return CARRIED_OUT;
  return origin === undefined && target === -1 ? CARRIED_IN : -1;
}
