import type { Paragraph } from './paragraphs.ts';
import { PATTERNS } from './patterns.ts';
import { ANSWERED, CARRIES, NOUNS, type Role, type Topic, UNITS } from './question.ts';
import type { Tokens } from './token-table.ts';
import { WITH_NOUN } from './units.ts';
import { contextBits } from './word-kinds.ts';

const YEARS = contextBits('year');
const NEGATION = contextBits('negation');
const WHOLLY = contextBits('all', 'each');
const RATIOS = contextBits('more', 'fewer', 'share');
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
  if (context & RATIOS || mayCount(tokens, topic)) return true;
  return (context & LISTS) !== 0 && numbers > 2 && namesRest(paragraph);
}

/** Whether a pattern finds its words, and a measure word that goes with them. */
function mayCount({ content, unitFeatures }: Tokens, topic: Topic): boolean {
  const noun = content & NOUNS ? WITH_NOUN : 0;
  const requests = topic === 'request' || (content & (NOUNS | CARRIES)) !== 0;
  for (const { needs, role, quantity } of PATTERNS) {
    if ((content & needs) === 0 || !quantity || !role) continue;
    if (unitFeatures & (UNITS[role] | noun) && (requests || !OF_REQUESTS.has(role))) return true;
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
