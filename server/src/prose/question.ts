import type { Quantity } from './claim.ts';
import { type DocumentVerb, VERBS, type Verb } from './quantities.ts';
import { OF_DECISIONS, OF_DOCUMENTS, OF_MONEY, OF_REQUESTS, OF_REVIEWS, WITH_NOUN } from './units.ts';
import { CONTENT_BITS, type ContentKind, contentBits, kindIndex, type Word } from './word-kinds.ts';

/** What a sentence is about, so that `办结16件` needs no 申请 of its own. */
export type Topic = 'request' | 'document' | 'other' | undefined;

/** What kind of thing the words before a number count. */
export type Role =
  | 'requests'
  | 'outcome'
  | 'applicant'
  | 'channel'
  | 'reason'
  | 'review'
  | 'result'
  | 'document'
  | 'decision'
  | 'fee';

export interface Meaning {
  readonly role: Role;
  readonly quantity: Quantity | undefined;
  /** Whether the words are surely those of the form. */
  readonly sure: boolean;
}

/** The words of a clause that say what is counted, and what was counted before in the sentence. */
export interface Question {
  /** Kinds of content and of context as bits. */
  readonly content: number;
  readonly context: number;
  /** The words of content, in their order. */
  readonly words: readonly Word[];
  readonly topic: Topic;
  /** The rows that 自然人 N 件 is a column of. */
  readonly requests: Quantity | undefined;
  /** The groups of table 4 that 维持 N 件 is a result of. */
  readonly reviews: Quantity | undefined;
  /** The row of table 2 that 废止 N 件 is about. */
  readonly document: string | undefined;
}

/** What is said to be none. */
export interface Denied {
  readonly quantity: Quantity;
  readonly sure: boolean;
}

/** One of several things that are denied. */
export interface DeniedItem {
  readonly content: number;
  readonly context: number;
  readonly words: readonly Word[];
}

/** The words behind 未 or 没有. */
export interface Denial {
  readonly content: number;
  readonly context: number;
  readonly words: readonly Word[];
  /** The things that are denied one beside the other, parted by 、 or 和. */
  readonly items: readonly DeniedItem[];
  /** Whether it is about requests. */
  readonly about: boolean;
}

/** Sets of kinds of content. */
export const ALL = -1;
export const REVIEW_KINDS = contentBits('review', 'litigation');
export const NOUNS = contentBits('request', 'plain-request');
export const REQUEST = contentBits('request');
export const CARRIES = contentBits('carried-in', 'carried-out');
export const VERB_NAMES = Object.keys(VERBS) as Verb[];
export const VERB_KINDS = contentBits(...VERB_NAMES);
export const DOCUMENT_VERBS: readonly DocumentVerb[] = [
  'made',
  'issued',
  'repealed',
  'valid',
  'newly-open',
  'open-total',
];
export const DOCUMENT_VERB_KINDS = contentBits(...DOCUMENT_VERBS);
export const DOCUMENT_NOUNS = contentBits('document', 'file');
export const PUBLISH = contentBits('publish');
export const FILE = contentBits('file');
export const ISSUED = contentBits('issued');
export const ANSWERED = contentBits('settle', 'answer');
export const PENDING = contentBits('pending');
export const NEW_REQUESTS = contentBits('receive', 'request', 'plain-request', 'published', 'applicant');
export const REQUEST_WORDS = contentBits('request', 'plain-request', 'perform');

/** Measure words that a claim of each role may have; 人次, 期 and the like are never among them. */
export const UNITS: Readonly<Record<Role, number>> = {
  requests: OF_REQUESTS,
  outcome: OF_REQUESTS,
  applicant: OF_REQUESTS,
  channel: OF_REQUESTS,
  reason: OF_REQUESTS,
  review: OF_REVIEWS,
  result: OF_REVIEWS,
  document: OF_DOCUMENTS,
  decision: OF_DECISIONS,
  fee: OF_MONEY,
};

/** Whether something of this role may be counted in a unit with these features. */
export function fits(role: Role, unit: number, { content }: Question): boolean {
  return (unit & (UNITS[role] | (content & NOUNS ? WITH_NOUN : 0))) !== 0;
}

/** The different names of the words of a kind, in their order. */
export function namesOf(words: readonly Word[], kind: ContentKind): string[] {
  const names: string[] = [];
  for (const word of words) if (word.kind === kind && word.name && !names.includes(word.name)) names.push(word.name);
  return names;
}

export function has(content: number, kind: ContentKind): boolean {
  return (content & (CONTENT_BITS[kindIndex(kind)] as number)) !== 0;
}
