import { resolveCarry } from './carry.ts';
import type { Doubt, Quantity } from './claim.ts';
import { closeList, type Entry, type Findings, type Growth, newGrowth, type OpenList } from './ledger.ts';
import type { Context, Topic } from './meaning.ts';
import type { Paragraph } from './paragraphs.ts';
import { findOffice, type Scope, type ScopeOf } from './scope.ts';
import type { Segment, Sentence } from './segments.ts';
import type { Token } from './tokens.ts';
import { hasWord, isWord, textIn } from './words.ts';

/** What holds for the whole report. */
export interface Ground {
  readonly text: string;
  /** The year reported on. */
  readonly year: number | undefined;
  readonly scopeOf: ScopeOf;
  readonly found: Findings;
}

/** Of which year a sentence speaks: the one reported on, or another. */
export type Time = 'reported' | 'other';

/** What a paragraph has said so far: later sentences leave their subject and their year out. */
export interface State {
  readonly ground: Ground;
  readonly paragraph: Paragraph;
  scope: Scope;
  time: Time;
  /** Whether the year was named, so that 累计 means it alone. */
  timed: boolean;
  topic: Topic;
  document: string | undefined;
  /** Of the sentence. */
  sentenceScope: Scope | undefined;
  period: boolean;
  entries: Entry[];
  lists: OpenList[];
  growth: Growth;
  requests: Quantity[];
  reviews: Quantity[];
}

export function newState(ground: Ground, paragraph: Paragraph, topic: Topic): State {
  const sentence = { sentenceScope: undefined, period: false, entries: [], lists: [], requests: [], reviews: [] };
  return {
    ground,
    paragraph,
    scope: 'own',
    time: 'reported',
    timed: false,
    topic,
    document: undefined,
    ...sentence,
    growth: newGrowth(),
  };
}

/** A sentence that begins with 其中 goes on with the one before, but not with a whole chain of them. */
const MOST_ENTRIES = 60;

/** Forgets what holds for one sentence only. */
export function beginSentence(state: State, sentence: Sentence): void {
  closeLists(state, -1);
  state.sentenceScope = undefined;
  state.timed = false;
  const goesOn = hasWord(sentence[0]?.words ?? [], 'among') && state.entries.length <= MOST_ENTRIES;
  state.entries = goesOn ? state.entries : [];
  state.growth = newGrowth();
  if (state.entries.length === 0) {
    state.requests = [];
    state.reviews = [];
  }
  state.period = isPartOfYear(sentence);
}

/** A date in a sentence makes its numbers those of a part of the year, unless it is the last day of the year. */
function isPartOfYear(sentence: Sentence): boolean {
  const dates = sentence.flatMap(({ words, after }) => [...words, ...after]).filter((token) => token.kind === 'date');
  if (dates.length === 0) return false;
  const is = (value: number, unit: 'month' | 'day') => dates.some((date) => date.value === value && date.unit === unit);
  return !(is(12, 'month') && is(31, 'day'));
}

/** Ends the lists that stand in more than `depth` brackets. */
export function closeLists(state: State, depth: number): void {
  while (state.lists.length > 0 && (state.lists.at(-1) as OpenList).depth > depth) {
    state.ground.found.parts.push(...closeList(state.lists.pop() as OpenList));
  }
}

/** The context in which the words of a segment are understood. */
export function contextOf({ topic, document, requests, reviews }: State): Context {
  return {
    topic,
    document,
    requests: requests.length > 0 ? requests.flat() : undefined,
    reviews: reviews.length > 0 ? joint(reviews) : undefined,
  };
}

/** 其中维持 after 行政复议2件、行政诉讼1件 may mean the last of them, the first, or all. */
function joint(reviews: readonly Quantity[]): Quantity {
  const each = reviews.map((quantity) => quantity[0] ?? []);
  return each.length > 1 ? [...each, each.flat()] : each;
}

/** What stands in front of what is counted, and what it says about subject and time. */
export interface Lead {
  /** The tokens without years that belong to 结转. */
  readonly words: readonly Token[];
  readonly scope: Scope | undefined;
  readonly doubts: readonly Doubt[];
  /** Whether there are words that the grammar does not know. */
  readonly unknown: boolean;
  /** Whether it compares with another year. */
  readonly compares: boolean;
}

/** Reads the words before a number; a year or a subject in front holds for what follows, too. */
export function readLead(state: State, segment: Segment, isContent: (token: Token) => boolean): Lead {
  const words = resolveCarry(withoutRepeated(segment), state.ground.year);
  const content = words.findIndex(isContent);
  const front = content < 0 ? words : words.slice(0, content);
  const behind = content < 0 ? [] : words.slice(content);
  const compares = hasWord(words, 'compare');
  const doubts = new Set<Doubt>();
  if (!compares) readTime(state, front);
  if (behind.some((token) => timeOf(token, state.ground.year) === 'other')) doubts.add('year');
  if (state.time === 'other' || (compares && hasOther(front, state.ground.year))) doubts.add('year');
  if (hasWord(words, 'part-year', 'years')) doubts.add('period');
  if (hasWord(words, 'cumulative') && !state.timed) doubts.add('period');
  if (state.period) doubts.add('period');
  const { scope, unknown } = readSubject(state, front);
  return {
    words,
    scope,
    doubts: [...doubts],
    unknown: unknown || behind.some(({ kind }) => kind === 'text'),
    compares,
  };
}

/** `23件申请中18件…`: what repeats the number before says nothing about the next. */
function withoutRepeated({ words, opens }: Segment): readonly Token[] {
  const at = opens ? -1 : words.findIndex((token) => isWord(token, 'in'));
  const repeats = at >= 0 && words.slice(0, at).every((token) => isWord(token, 'request', 'plain-request', 'filler'));
  return repeats ? words.slice(at + 1) : words;
}

function readTime(state: State, front: readonly Token[]): void {
  for (const token of front) {
    const time = timeOf(token, state.ground.year);
    if (!time) continue;
    state.time = time;
    state.timed = time === 'reported';
  }
}

const hasOther = (tokens: readonly Token[], year: number | undefined) =>
  tokens.some((token) => timeOf(token, year) === 'other');

function timeOf(token: Token, year: number | undefined): Time | undefined {
  if (token.kind === 'year') return token.year === year ? 'reported' : 'other';
  if (isWord(token, 'year-this')) return 'reported';
  return isWord(token, 'year-last', 'year-next') ? 'other' : undefined;
}

/** The subject: words of the vocabulary (本机关, 全市) or a name, from its first unknown word to its last. */
function readSubject(state: State, front: readonly Token[]): { scope: Scope | undefined; unknown: boolean } {
  const first = front.findIndex(({ kind }) => kind === 'text');
  if (hasWord(front, 'area')) return { scope: 'area', unknown: false };
  if (first < 0) return { scope: hasWord(front, 'self') ? 'own' : undefined, unknown: false };
  // 在区政府网站…: an office that things are done at, and not the one that does them.
  if (hasWord(front.slice(0, first), 'preposition')) return { scope: undefined, unknown: true };
  const last = front.findLastIndex(({ kind }) => kind === 'text');
  const name = textIn(state.paragraph, (front[first] as Token).start, (front[last] as Token).end);
  const scope = state.ground.scopeOf(name);
  return { scope, unknown: scope === undefined };
}

/** The longest name that is looked for at the start of a clause. */
const LONGEST_NAME = 14;

/** A clause without a number may name the office that the sentence is about: `全市各部门认真办理，…`. */
export function readTopicClause(state: State, { words }: Segment): void {
  if (hasWord(words, 'request')) state.topic = 'request';
  readTime(state, hasWord(words, 'compare') ? [] : words.slice(0, 2));
  if (hasWord(words, 'cumulative', 'part-year', 'years') && words.length <= 3) state.period = true;
  const start = words.findIndex((token) => token.kind === 'text' || isWord(token, 'area', 'self'));
  const token = words[start];
  if (!token || start > 2) return;
  if (token.kind === 'word') {
    state.sentenceScope = token.word.kind === 'area' ? 'area' : 'own';
    return;
  }
  const end = Math.min(token.start + LONGEST_NAME, (words.at(-1) as Token).end);
  const office = findOffice(state.paragraph.codes, token.start, end);
  if (!office) return;
  const own = state.ground.scopeOf(textIn(state.paragraph, token.start, office.end)) === 'own';
  if (own) state.scope = 'own';
  else state.sentenceScope = office.scope;
}
