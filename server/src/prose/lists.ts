import type { Quantity } from './claim.ts';
import type { Lead } from './lead.ts';
import type { OpenList } from './ledger.ts';
import type { Meaning } from './meaning.ts';
import { CARRIED_IN, RECEIVED, TO_DO } from './quantities.ts';
import type { Segment } from './segments.ts';
import { closeLists, type State } from './state.ts';
import type { Token } from './tokens.ts';
import { hasWord, isWord } from './words.ts';

/** Lists of parts: 其中…N件，…N件, and 分别为. */

/** Opens a list of parts of what was counted before in the sentence. */
export function openList(state: State, depth: number, scope: Lead['scope']): void {
  const totals = state.entries.filter((entry) => entry.depth <= depth);
  const open = state.lists.at(-1);
  if (open && open.depth >= depth) closeLists(state, depth - 1);
  if (totals.length > 0) state.lists.push({ depth, totals, parts: [], ...(scope ? { scope } : {}) });
}

const PARTS: ReadonlySet<Meaning['role'] | undefined> = new Set([
  'applicant',
  'outcome',
  'channel',
  'reason',
  'result',
  undefined,
]);

/** Whether a count belongs to the open list, or is the next thing that the sentence tells. */
export function isPart(meaning: Meaning | undefined, list: OpenList, depth: number): boolean {
  if (PARTS.has(meaning?.role) || depth > list.depth) return true;
  return list.parts.every(({ role }) => role === meaning?.role);
}

export const isCarriedIn = ([sum]: Quantity) => sum === CARRIED_IN;

/** `收到申请23件，其中上年结转1件`: then 收到 may have meant both together. */
export function widenTotals({ lists }: State): void {
  for (const { claim } of lists.at(-1)?.totals ?? []) {
    if (claim?.quantity.length === 1 && claim.quantity[0] === RECEIVED) claim.quantity = [RECEIVED, TO_DO];
  }
}

/**
 * `维持、纠正分别为1件、0件`: one segment for each number, with its own words. Other segments stay as they are; so does 分别 where
 * words and numbers are not equally many, and then nothing is claimed.
 */
export function distribute(segments: readonly Segment[]): readonly Segment[] {
  const at = segments.findIndex(({ words, number }) => number !== undefined && hasWord(words, 'respectively'));
  const first = segments[at];
  if (!first) return segments;
  const words = first.words.filter((token) => !isWord(token, 'respectively'));
  const groups: Token[][] = [[]];
  for (const token of words) {
    if (isWord(token, 'join') || token.kind === 'mark') groups.push([]);
    else groups.at(-1)?.push(token);
  }
  let end = at + 1;
  while (end < segments.length && segments[end]?.number && isBare(segments[end] as Segment)) end++;
  if (end - at !== groups.length || groups.length < 2) return segments;
  const own = segments.slice(at, end).map((segment, index) => ({ ...segment, words: groups[index] as Token[] }));
  return [...segments.slice(0, at), ...own, ...segments.slice(end)];
}

const isBare = ({ words }: Segment) => words.every((token) => token.kind === 'mark' || isWord(token, 'join'));
