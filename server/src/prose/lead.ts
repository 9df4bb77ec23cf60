import { resolveCarry } from './carry.ts';
import type { Doubt } from './claim.ts';
import { findOffice, type Scope } from './scope.ts';
import type { Segment } from './segments.ts';
import type { State, Time } from './state.ts';
import type { NumberToken, Token } from './tokens.ts';
import { hasWord, isWord, textIn } from './words.ts';

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

/** 约20件, 20余件, 1 2件: no number to be held to. */
export function isApproximate({ approximate, numeral }: NumberToken, { words }: Lead): boolean {
  return approximate || numeral.unsure || isWord(words.at(-1), 'about');
}
