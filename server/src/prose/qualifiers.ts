import { namesOtherApplications } from './applications.ts';
import { resolveCarry } from './carry.ts';
import type { ParagraphContext, SentenceContext } from './contexts.ts';
import { doubtBit } from './doubts.ts';
import { findOffice, type Scope } from './scope.ts';
import type { Segment } from './segments.ts';
import { spanIn } from './spans.ts';
import { goesOnOfOtherYear, hasOtherYear, readTime, TIMES } from './times.ts';
import {
  APPROXIMATE,
  allHave,
  contentOf,
  contextOf,
  findContext,
  findFeature,
  isContext,
  TEXT,
  type Tokens,
  UNSURE,
} from './token-table.ts';
import { wordAt } from './vocabulary.ts';
import { CONTENT, contentBits, contextBits, REPEATS } from './word-kinds.ts';

/** What the words around a count say about its subject and its time. */
export interface Qualifiers {
  /** The first word of the segment that does not only repeat the number before. */
  readonly from: number;
  readonly to: number;
  /** Kinds of content and of context among these words, as bits. */
  readonly content: number;
  readonly context: number;
  readonly scope: Scope | undefined;
  /** Doubts as bits. */
  readonly doubts: number;
  /** Whether there are words that the grammar does not know. */
  readonly unknown: boolean;
  /** Whether it compares with another year. */
  readonly compares: boolean;
}

export const TEXT_KIND = contextBits('text');
const CARRY = contentBits('carry');
const COMPARE = contextBits('compare');
const PERIOD = contextBits('period');
const CUMULATIVE = contextBits('cumulative');
const AREA = contextBits('area');
const SELF = contextBits('self');
const PREPOSITION = contextBits('preposition');
const IN = contextBits('in');
const PARTY = contextBits('party');
const AMONG = contextBits('among');
const ABOUT = contextBits('about');
const REQUEST = contentBits('request');

const YEAR_DOUBT = doubtBit('year');
const PERIOD_DOUBT = doubtBit('period');

/** Reads the words before a number; a year or a subject in front holds for what follows, too. */
export function readQualifiers(sentence: SentenceContext, segment: Segment): Qualifiers {
  const { tokens, report } = sentence.paragraph;
  const { to } = segment;
  const from = withoutRepeated(tokens, segment);
  const carried = (segment.content & CARRY) !== 0 && resolveCarry(tokens, from, to, report.year);
  const whole = from === segment.from && !carried;
  const context = whole ? segment.context : contextOf(tokens, from, to);
  const found = findFeature(tokens, from, to, CONTENT);
  const content = found < 0 ? to : found;
  const compares = (context & COMPARE) !== 0;
  let doubts = 0;
  if (context & TIMES) {
    if (!compares) readTime(sentence, from, content);
    if (hasOtherYear(sentence.paragraph, content, to)) doubts |= YEAR_DOUBT;
    if (compares && hasOtherYear(sentence.paragraph, from, content)) doubts |= YEAR_DOUBT;
  }
  if (sentence.paragraph.time === 'other' || goesOnOfOtherYear(sentence, segment)) doubts |= YEAR_DOUBT;
  if (sentence.period || context & PERIOD || (context & CUMULATIVE && !sentence.timed)) doubts |= PERIOD_DOUBT;
  const subject = subjectIn(sentence.paragraph, from, content);
  // 其中本级17件: a part of all.
  const scope = subject === 'own' && context & AMONG ? 'office' : subject;
  const unknown = scope === UNKNOWN || (context & TEXT_KIND && hasUnknown(tokens, content, to));
  return {
    from,
    to,
    content: whole ? segment.content : contentOf(tokens, from, to),
    context,
    scope: scope === UNKNOWN ? undefined : scope,
    doubts,
    unknown: Boolean(unknown),
    compares,
  };
}

/** Words that the grammar does not know; the name of a party is none: 甲厅为被申请人的. */
function hasUnknown(tokens: Tokens, from: number, to: number): boolean {
  let start = to;
  while (start > from && !isContext(tokens, start - 1, PARTY)) start--;
  for (let at = start; at < to; at++) if (tokens.kinds[at] === TEXT) return true;
  return false;
}

/** `23件申请中18件…`: what repeats the number before says nothing about the next. */
function withoutRepeated(tokens: Tokens, { from, to, opens, context }: Segment): number {
  if (opens || (context & IN) === 0) return from;
  const at = findContext(tokens, from, to, IN);
  return allHave(tokens, from, at, REPEATS) ? at + 1 : from;
}

/** A subject that the grammar cannot place. */
const UNKNOWN = 'unknown';

/** The subject: words of the vocabulary (本机关, 全市) or a name, from its first unknown word to its last. */
function subjectIn(context: ParagraphContext, from: number, to: number): Scope | typeof UNKNOWN | undefined {
  const { tokens, paragraph, report } = context;
  const kinds = contextOf(tokens, from, to);
  if (kinds & AREA) return areaIn(context, from, to);
  if ((kinds & TEXT_KIND) === 0) return kinds & SELF ? 'own' : undefined;
  const first = findContext(tokens, from, to, TEXT_KIND);
  // 在区政府网站…: an office that things are done at, and not the one that does them.
  if (findContext(tokens, from, first, PREPOSITION) >= 0) return UNKNOWN;
  let last = to - 1;
  while (tokens.kinds[last] !== TEXT) last--;
  return report.scopeOf(paragraph.codes, tokens.starts[first] as number, tokens.ends[last] as number) ?? UNKNOWN;
}

/** 全市 and the like are the whole area, 局机关 a part of the organ, and 我区 a zone itself. */
function areaIn({ tokens, report }: ParagraphContext, from: number, to: number): Scope {
  for (let at = from; at < to; at++) {
    if (!isContext(tokens, at, AREA)) continue;
    const { name } = wordAt(tokens, at);
    if (name === '本级') return 'office';
    if (name === '本区') return report.zone ? 'own' : 'area';
  }
  return 'area';
}

/** The longest name that is looked for at the start of a clause. */
const LONGEST_NAME = 14;
const NAMES = TEXT_KIND | AREA | SELF;
const NO_NUMBERS_OF_THE_YEAR = PERIOD | CUMULATIVE;

/** A clause without a number may name the office that the sentence is about: `全市各部门认真办理，…`. */
export function readTopicClause(sentence: SentenceContext, { from, to, content, context }: Segment): void {
  const { tokens, paragraph, report } = sentence.paragraph;
  if (content & REQUEST) sentence.paragraph.topic = 'request';
  else if (namesOtherApplications(tokens, from, to)) sentence.paragraph.topic = 'other';
  if ((context & COMPARE) === 0) readTime(sentence, from, Math.min(to, from + 2));
  if (context & NO_NUMBERS_OF_THE_YEAR && to - from <= 3) sentence.period = true;
  const at = findContext(tokens, from, to, NAMES);
  if (at < 0 || at > from + 2) return;
  if (tokens.kinds[at] !== TEXT) {
    sentence.scope = isContext(tokens, at, AREA) ? areaIn(sentence.paragraph, at, at + 1) : 'own';
    return;
  }
  // 在市政府的指导下，…: an office that is only mentioned.
  if (findContext(tokens, from, at, PREPOSITION) >= 0) return;
  const start = tokens.starts[at] as number;
  const end = Math.min(start + LONGEST_NAME, tokens.ends[to - 1] as number);
  const office = findOffice(paragraph.codes, start, end, paragraph.length);
  if (!office) return;
  const own = report.scopeOf(paragraph.codes, start, office.end) === 'own';
  if (own) sentence.paragraph.scope = 'own';
  else sentence.scope = office.scope;
}

/** 约20件, 20余件, 1 2件: no number to be held to. */
export function isApproximate({ tokens }: ParagraphContext, number: number, qualifiers: Qualifiers): boolean {
  return ((tokens.flags[number] as number) & (UNSURE | APPROXIMATE)) !== 0 || endsInAbout(tokens, qualifiers);
}

export function endsInAbout(tokens: Tokens, { from, to }: Qualifiers): boolean {
  return to > from && isContext(tokens, to - 1, ABOUT);
}

export function spanOf({ paragraph, tokens }: ParagraphContext, number: number) {
  return spanIn(paragraph, tokens.starts[number] as number, tokens.numeralEnds[number] as number);
}
