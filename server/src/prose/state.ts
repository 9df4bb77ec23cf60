import type { Quantity } from './claim.ts';
import { closeList, type Entry, type Findings, type Growth, newGrowth, type OpenList } from './ledger.ts';
import type { Context, Topic } from './meaning.ts';
import type { Paragraph } from './paragraphs.ts';
import { TO_DO } from './quantities.ts';
import type { Scope, ScopeOf } from './scope.ts';
import type { Sentence } from './segments.ts';
import { hasWord } from './words.ts';

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
  outcomes: number;
  reviews: Quantity[];
}

export function newState(ground: Ground, paragraph: Paragraph, topic: Topic): State {
  const sentence = {
    sentenceScope: undefined,
    period: false,
    entries: [],
    lists: [],
    requests: [],
    outcomes: 0,
    reviews: [],
  };
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
    state.outcomes = 0;
    state.reviews = [];
  }
  state.period = isPartOfYear(sentence);
}

/** A date in a sentence makes its numbers those of a part of the year, unless it is the last day of the year. */
function isPartOfYear(sentence: Sentence): boolean {
  let dated = false;
  let month = false;
  let day = false;
  for (const { words, after } of sentence) {
    for (const token of after.length > 0 ? [...words, ...after] : words) {
      if (token.kind !== 'date') continue;
      dated = true;
      month ||= token.unit === 'month' && token.value === 12;
      day ||= token.unit === 'day' && token.value === 31;
    }
  }
  return dated && !(month && day);
}

/** Ends the lists that stand in more than `depth` brackets. */
export function closeLists(state: State, depth: number): void {
  while (state.lists.length > 0 && (state.lists.at(-1) as OpenList).depth > depth) {
    state.ground.found.parts.push(...closeList(state.lists.pop() as OpenList));
  }
}

/** The context in which the words of a segment are understood, in so many brackets. */
export function contextOf(state: State, depth: number): Context {
  const { topic, document, reviews } = state;
  return {
    topic,
    document,
    requests: dividedBy(state, depth),
    reviews: reviews.length > 0 ? joint(reviews) : undefined,
  };
}

/**
 * What 自然人 N 件 is a column of: in brackets the count before them, else whatever was counted in the sentence; after several
 * outcomes that may be any of them, or all.
 */
function dividedBy({ requests, outcomes }: State, depth: number): Quantity | undefined {
  const last = requests.at(-1);
  if (depth > 0 || requests.length < 2) return last;
  return outcomes > 1 ? undefined : [...requests.flat(), TO_DO];
}

/** 其中维持 after 行政复议2件、行政诉讼1件 may mean the last of them, the first, or all. */
function joint(reviews: readonly Quantity[]): Quantity {
  const each = reviews.map((quantity) => quantity[0] ?? []);
  return each.length > 1 ? [...each, each.flat()] : each;
}
