import type { Paragraph } from './paragraphs.ts';
import { PATTERNS } from './patterns.ts';
import { ANSWERED, CARRIES, NOUNS, type Role, type Topic, UNITS } from './question.ts';
import type { Tokens } from './token-table.ts';
import { COUNTS, WITH_NOUN } from './units.ts';
import { contextBits } from './word-kinds.ts';

const YEARS = contextBits('year');
const NEGATION = contextBits('negation');
const WHOLLY = contextBits('all', 'each');
const CHANGES = contextBits('more', 'fewer');
const COMPARES = contextBits('compare', 'year-last', 'year-next');
const LISTS = contextBits('among', 'include');
/** Kinds of content that a pattern can deny. */
const DENIED = PATTERNS.reduce((bits, { needs, none }) => (none ? bits | needs : bits), 0);
/** Roles that count nothing unless the sentence is about requests. */
const OF_REQUESTS: ReadonlySet<Role | undefined> = new Set<Role>(['requests', 'outcome', 'applicant']);

/**
 * Whether anything of a paragraph can be a claim: the words of the vocabulary, the measure words of its numbers and the
 * table of patterns say so. Most paragraphs tell of endeavours, and their sentences are never looked at.
 */
export function mayContainClaim(paragraph: Paragraph, tokens: Tokens, topic: Topic): boolean {
  const { content, context, numbers } = tokens;
  if (context & YEARS) return true;
  if (context & NEGATION && content & DENIED) return true;
  if (context & WHOLLY && content & ANSWERED) return true;
  if (numbers === 0) return false;
  if (tokens.percentages || mayCount(tokens, topic)) return true;
  if (context & CHANGES && context & COMPARES && tokens.unitFeatures & COUNTS) return true;
  return (context & LISTS) !== 0 && numbers > 2 && namesRest(paragraph);
}

/** Of each pattern that counts: the words that it needs, the measure words that go with it, whether it is about requests. */
const COUNTING = PATTERNS.flatMap(({ needs, role, quantity }) =>
  role && quantity ? { needs, units: UNITS[role], requests: OF_REQUESTS.has(role) } : [],
);
/** None of these words, no count. */
const COUNTED = COUNTING.reduce((bits, { needs }) => bits | needs, 0);

/** Whether a pattern finds its words, and a measure word that goes with them. */
function mayCount({ content, unitFeatures }: Tokens, topic: Topic): boolean {
  if ((content & COUNTED) === 0 || (unitFeatures & COUNTS) === 0) return false;
  const noun = content & NOUNS ? WITH_NOUN : 0;
  const about = topic === 'request' || (content & (NOUNS | CARRIES)) !== 0;
  for (const { needs, units, requests } of COUNTING) {
    if (content & needs && unitFeatures & (units | noun) && (about || !requests)) return true;
  }
  return false;
}

const REST = '其'.charCodeAt(0);
const OTHERS = [...'他它'].map((other) => other.charCodeAt(0));

/** Only a list that ends with 其他 must add up, whatever it lists. */
function namesRest({ codes, length }: Paragraph): boolean {
  for (let at = 1; at < length; at++) {
    if (codes[at - 1] === REST && OTHERS.includes(codes[at] as number)) return true;
  }
  return false;
}
