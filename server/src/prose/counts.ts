import type { Doubt } from './claim.ts';
import { isApproximate, type Lead, readLead } from './lead.ts';
import { type Draft, type Entry, newGrowth } from './ledger.ts';
import { isCarriedIn, isPart, openList, widenTotals } from './lists.ts';
import { isContent, type Meaning, meaningOf } from './meaning.ts';
import { readChange, readPercent } from './ratios.ts';
import type { Segment } from './segments.ts';
import { closeLists, contextOf, type State } from './state.ts';
import type { NumberToken, Token } from './tokens.ts';
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

/** 行政复议, and 行政诉讼 of two kinds: what 其中维持 may refer back to. */
const REVIEWS = 3;

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

/** What the words around a number count; nothing when some of them are unknown or its measure word is another. */
function understand(state: State, { after, depth }: Segment, number: NumberToken, lead: Lead): Meaning | undefined {
  const words = wordsIn([...lead.words, ...withoutSettled(after)]);
  const meaning = meaningOf(words, contextOf(state, depth));
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
  if (role === 'requests' && !listed) state.requests.push(quantity);
  if (role === 'outcome') {
    state.requests.push(quantity);
    state.outcomes++;
  }
  if (role === 'review') state.reviews = [...state.reviews, quantity].slice(-REVIEWS);
  if (role === 'requests' && listed && isCarriedIn(quantity)) widenTotals(state);
}
