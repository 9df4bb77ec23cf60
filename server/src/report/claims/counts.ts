import type { Doubt, Quantity } from './claim.ts';
import { type Draft, type Entry, growthOf, newGrowth, type OpenList, shareOf } from './ledger.ts';
import { isContent, type Meaning, meaningOf } from './meaning.ts';
import { CARRIED_IN, RECEIVED, TO_DO } from './quantities.ts';
import { closeLists, contextOf, type Lead, readLead, type State } from './reader.ts';
import type { Segment } from './segments.ts';
import type { NumberToken, PercentToken, Token } from './tokens.ts';
import { hasWord, isWord, spanIn, textIn, wordsIn } from './words.ts';

const contentToken = (token: Token) => token.kind === 'word' && isContent(token.word);

/** Measure words that a claim of each role may have; 人次, 期 and the like are never among them. */
const UNITS: Readonly<Record<Meaning['role'], string>> = {
  requests: '件条起例宗份笔',
  outcome: '件条起例宗份笔',
  applicant: '件条起例宗份笔',
  channel: '件条起例宗份笔',
  reason: '件条起例宗份笔',
  review: '件起例宗次',
  result: '件起例宗次',
  document: '件份个部项',
  decision: '件宗起例',
  fee: '万元',
};

/** These count requests only where the noun itself is there: 办理事项20项. */
const WITH_NOUN = '个项次';

/** Reads a segment that ends with a number: a count, a share or a change. */
export function readSegment(state: State, segment: Segment): void {
  const { number, depth } = segment;
  if (!number) return;
  closeLists(state, depth);
  const lead = readLead(state, segment, contentToken);
  if (number.kind === 'percent') readPercent(state, segment, number, lead);
  else if (hasWord(lead.words, 'more', 'fewer')) readChange(state, number, lead);
  else readCount(state, segment, number, lead);
}

function readCount(state: State, segment: Segment, number: NumberToken, lead: Lead): void {
  const { depth } = segment;
  if (hasWord(lead.words, 'among', 'include')) openList(state, depth, lead.scope);
  const meaning = understand(state, segment, number, lead);
  const list = state.lists.at(-1);
  const listed = list !== undefined && isPart(meaning, list, depth);
  if (list && !listed) {
    // 其中区政府办17件，办结16件: the rest of the sentence may be about that office still.
    if (list.depth === 0 && list.scope) state.sentenceScope = list.scope;
    closeLists(state, list.depth - 1);
  }
  if (lead.scope && !listed && depth === 0) state.scope = lead.scope;
  const claim = meaning && makeClaim(state, number, lead, meaning);
  const entry: Entry = {
    span: spanIn(state.paragraph, number.start, number.numeral.end),
    value: number.numeral.value,
    unit: number.unit,
    exact: !isApproximate(number, lead),
    claim,
    role: meaning?.role,
    depth,
    rest: /^其[他它]/.test(firstText(state, lead)),
  };
  if (claim) state.ground.found.claims.push(claim);
  if (listed) list.parts.push(entry);
  note(state, entry, meaning, lead, listed);
}

function firstText({ paragraph }: State, { words }: Lead): string {
  const token = words.find(({ kind }) => kind !== 'mark');
  return token ? textIn(paragraph, token.start, token.end) : '';
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

/** What the words around a number count; nothing when some of them are unknown or its measure word is another. */
function understand(state: State, { after }: Segment, number: NumberToken, lead: Lead): Meaning | undefined {
  const words = wordsIn([...lead.words, ...withoutSettled(after)]);
  const meaning = meaningOf(words, contextOf(state));
  // 复议2件和诉讼: what another word counts is left out.
  const joined = after.findIndex((token) => isWord(token, 'join'));
  const another = joined >= 0 && withoutSettled(after).slice(joined).some(contentToken);
  const unknown = lead.unknown || another || after.some(({ kind }) => kind === 'text');
  if (words.some(({ kind }) => kind === 'request') && !unknown) state.topic = 'request';
  if (hasWord(lead.words, 'negation', 'plan') || lead.compares || unknown || !meaning) return undefined;
  const noun = words.some(({ kind }) => kind === 'request' || kind === 'plain-request');
  const units = noun ? UNITS[meaning.role] + WITH_NOUN : UNITS[meaning.role];
  return number.unit !== '' && units.includes(number.unit) ? meaning : undefined;
}

/** `收到申请18件均已答复`: how they were settled says nothing about what was counted. */
function withoutSettled(after: readonly Token[]): readonly Token[] {
  const at = after.findIndex((token) => isWord(token, 'all', 'each'));
  return at < 0 ? after : after.slice(0, at);
}

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
  'result',
  undefined,
]);

function isPart(meaning: Meaning | undefined, list: OpenList, depth: number): boolean {
  if (PARTS.has(meaning?.role) || depth > list.depth) return true;
  return list.parts.every(({ role }) => role === meaning?.role);
}

function isApproximate({ approximate, numeral }: NumberToken, { words }: Lead): boolean {
  return approximate || numeral.unsure || isWord(words.at(-1), 'about');
}

function makeClaim(state: State, number: NumberToken, lead: Lead, meaning: Meaning): Draft | undefined {
  if (!meaning.quantity || meaning.quantity.length === 0) return undefined;
  const doubts = new Set<Doubt>(lead.doubts);
  if (isApproximate(number, lead)) doubts.add('approximate');
  if (!meaning.sure || hasWord(lead.words, 'respectively', 'each')) doubts.add('wording');
  const scope = lead.scope ?? state.lists.at(-1)?.scope ?? state.sentenceScope ?? state.scope;
  if (scope !== 'own') doubts.add(scope);
  const { numeral, unit } = number;
  const span = spanIn(state.paragraph, number.start, numeral.end);
  const value = unit === '元' ? numeral.value / 10_000 : numeral.value;
  const decimals = numeral.decimals + (unit === '元' ? 4 : 0);
  return { span, value, unit, decimals, writing: numeral.writing, quantity: meaning.quantity, doubts: [...doubts] };
}

/** Remembers a count for what refers back to it. */
function note(state: State, entry: Entry, meaning: Meaning | undefined, lead: Lead, listed: boolean): void {
  const other = lead.compares || lead.doubts.includes('year');
  if (other) {
    state.growth.bases.push(entry);
    return;
  }
  state.entries.push(entry);
  if (state.growth.told) state.growth = newGrowth();
  state.growth.currents.push(entry);
  if (!meaning) {
    if (!listed && lead.words.some((token) => token.kind === 'text' || contentToken(token))) state.topic = 'other';
    return;
  }
  const { role, quantity } = meaning;
  if (!quantity) return;
  if (role === 'document') state.topic = 'document';
  if (role === 'document') state.document = quantity[0]?.[0]?.row;
  if (role === 'requests' && !listed) state.requests = [...state.requests, quantity];
  if (role === 'outcome') state.requests = [quantity];
  if (role === 'review') state.reviews = [...state.reviews, quantity];
  if (role === 'requests' && listed && isCarriedIn(quantity)) widenTotals(state);
}

const isCarriedIn = ([sum]: Quantity) => sum === CARRIED_IN;

/** `收到申请23件，其中上年结转1件`: then 收到 may have meant both together. */
function widenTotals({ lists }: State): void {
  for (const { claim } of lists.at(-1)?.totals ?? []) {
    if (claim?.quantity.length === 1 && claim.quantity[0] === RECEIVED) claim.quantity = [RECEIVED, TO_DO];
  }
}

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

function readPercent(state: State, { after }: Segment, number: PercentToken, lead: Lead): void {
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

function readChange(state: State, number: NumberToken, lead: Lead): void {
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
