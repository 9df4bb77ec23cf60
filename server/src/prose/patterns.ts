import type { Quantity } from './claim.ts';
import {
  ANY_REQUESTS,
  BOTH,
  type DocumentVerb,
  decisions,
  documents,
  FEE,
  ofApplicant,
  only,
  outcomes,
  RECEIVED,
  RECEIVED_OR_TO_DO,
  reviewGroups,
  VERBS,
  type Verb,
  verbs,
  withResults,
} from './quantities.ts';
import { OF_DECISIONS, OF_DOCUMENTS, OF_MONEY, OF_REQUESTS, OF_REVIEWS, WITH_NOUN } from './units.ts';
import { CONTENT_BITS, type ContentKind, contentBits, contextBits, kindIndex, type Word } from './word-kinds.ts';

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

/** The words behind 未 or 没有. */
export interface Denial {
  readonly content: number;
  readonly context: number;
  readonly words: readonly Word[];
  /** Whether it is about requests. */
  readonly about: boolean;
}

/** One way of counting: the first pattern of the table of which a word is there decides. */
export interface Pattern {
  readonly role: Role | undefined;
  /** Kinds of content, one of which must be there. */
  readonly needs: number;
  /** Kinds of content that may stand beside it; with any other nothing is counted. */
  readonly allows: number;
  /** The cells; undefined when the words do not fit together. */
  readonly quantity?: (question: Question) => Quantity | undefined;
  /** Whether the words are surely those of the form; they are, where it is not said. */
  readonly sure?: (question: Question) => boolean;
  /** It is a part of a list even where it is not known what of. */
  readonly divides?: true;
  /** Kinds of content that may stand beside it behind 未 or 没有; without it nothing is denied. */
  readonly denies?: number;
  /** What is said to be none. */
  readonly none?: (denial: Denial) => readonly Denied[];
}

const ALL = -1;
const REVIEW_KINDS = contentBits('review', 'litigation');
const NOUNS = contentBits('request', 'plain-request');
const REQUEST = contentBits('request');
const CARRIES = contentBits('carried-in', 'carried-out');
const VERB_NAMES = Object.keys(VERBS) as Verb[];
const VERB_KINDS = contentBits(...VERB_NAMES);
const DOCUMENT_VERBS: readonly DocumentVerb[] = ['made', 'issued', 'repealed', 'valid', 'newly-open', 'open-total'];
const DOCUMENT_VERB_KINDS = contentBits(...DOCUMENT_VERBS);
const DOCUMENT_NOUNS = contentBits('document', 'file');
const PUBLISH = contentBits('publish');
const FILE = contentBits('file');
const ISSUED = contentBits('issued');
const ANSWERED = contentBits('settle', 'answer');
const PENDING = contentBits('pending');
const NEW_REQUESTS = contentBits('receive', 'request', 'plain-request', 'published', 'applicant');
const REQUEST_WORDS = contentBits('request', 'plain-request', 'charge', 'decide');

const PATTERNS: readonly Pattern[] = [
  {
    role: 'fee',
    needs: contentBits('fee'),
    allows: contentBits('fee', 'charge'),
    quantity: () => FEE,
    denies: contentBits('fee', 'charge'),
    none: () => sure(FEE),
  },
  {
    role: 'decision',
    needs: contentBits('decision'),
    allows: contentBits('decision', 'handle', 'decide', 'made'),
    quantity: ({ words }) => decisions(namesOf(words, 'decision')),
  },
  {
    role: 'document',
    needs: DOCUMENT_NOUNS | DOCUMENT_VERB_KINDS,
    allows: DOCUMENT_NOUNS | DOCUMENT_VERB_KINDS | PUBLISH,
    quantity: documentQuantity,
    sure: ({ content }) => (content & (ISSUED | PUBLISH | FILE)) === 0,
    denies: contentBits('made', 'repealed', 'document'),
    none: noDocuments,
  },
  {
    role: 'result',
    needs: contentBits('result'),
    allows: contentBits('result') | REVIEW_KINDS,
    quantity: resultQuantity,
    divides: true,
  },
  // Only of this organ's own information; an organ that decides on reviews counts those elsewhere.
  {
    role: 'review',
    needs: REVIEW_KINDS,
    allows: REVIEW_KINDS | REQUEST,
    quantity: reviewQuantity,
    denies: NEW_REQUESTS | REVIEW_KINDS,
    none: noReviews,
  },
  { role: 'channel', needs: contentBits('channel'), allows: ALL },
  { role: 'reason', needs: contentBits('reason'), allows: ALL },
  { role: undefined, needs: contentBits('published', 'publish'), allows: 0, denies: NEW_REQUESTS, none: noRequests },
  {
    role: 'outcome',
    needs: contentBits('outcome'),
    allows: contentBits('outcome', 'applicant') | ANSWERED | REQUEST_WORDS,
    quantity: outcomeQuantity,
  },
  {
    role: 'applicant',
    needs: contentBits('applicant'),
    allows: contentBits('applicant') | VERB_KINDS | REQUEST_WORDS,
    quantity: applicantQuantity,
    sure: ({ content, requests }) => (content & VERB_KINDS) !== 0 || requests !== undefined,
    denies: NEW_REQUESTS,
    none: noRequests,
  },
  {
    role: 'requests',
    needs: CARRIES,
    allows: VERB_KINDS | REQUEST_WORDS,
    quantity: requestQuantity,
    sure: ({ content }) => (content & PENDING) === 0,
    denies: CARRIES | NOUNS,
    none: nothingCarried,
  },
  {
    role: 'requests',
    needs: VERB_KINDS,
    allows: VERB_KINDS | REQUEST_WORDS,
    quantity: requestQuantity,
    sure: (question) => (question.content & PENDING) === 0 && isAbout(question),
    denies: NEW_REQUESTS,
    none: noRequests,
  },
  {
    role: 'requests',
    needs: REQUEST_WORDS,
    allows: REQUEST_WORDS,
    quantity: (question) => (speaksOfRequests(question) ? ANY_REQUESTS : undefined),
    sure: () => false,
    denies: NEW_REQUESTS,
    none: noRequests,
  },
];

/** What the words of a segment count, all of them known; undefined when they count nothing of the form. */
export function meaningOf(question: Question): Meaning | undefined {
  const { content } = question;
  if (content === 0) return undefined;
  for (const { role, needs, allows, quantity, sure, divides } of PATTERNS) {
    if ((content & needs) === 0) continue;
    if (role === undefined || (content & ~allows) !== 0) return undefined;
    if (!quantity) return { role, quantity: undefined, sure: false };
    const cells = quantity(question);
    return cells || divides ? { role, quantity: cells, sure: sure?.(question) ?? true } : undefined;
  }
  return undefined;
}

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

function namesOf(words: readonly Word[], kind: ContentKind): string[] {
  const names: string[] = [];
  for (const word of words) if (word.kind === kind && word.name && !names.includes(word.name)) names.push(word.name);
  return names;
}

function documentQuantity({ content, words, document, topic }: Question): Quantity | undefined {
  const used = DOCUMENT_VERBS.filter((verb) => has(content, verb));
  const named = namesOf(words, 'document');
  const file = (content & FILE) !== 0;
  // 现行有效文件 may be more than 行政规范性文件, and those of another office.
  const row = named[0] ?? (file ? '行政规范性文件' : topic === 'document' ? document : undefined);
  const [verb] = used;
  if (used.length !== 1 || !verb || row === undefined || named.length > 1 || (file && verb !== 'valid'))
    return undefined;
  return documents(row, verb);
}

/** 维持、纠正 of the reviews before them, or of those named with them. */
function resultQuantity({ words, reviews }: Question): Quantity | undefined {
  const named = reviewNames(words);
  const of = named.length > 0 ? only(reviewGroups(named)) : reviews;
  return of && withResults(of, namesOf(words, 'result').join(' '));
}

export function reviewNames(words: readonly Word[]): string[] {
  return [...namesOf(words, 'review'), ...namesOf(words, 'litigation')];
}

const ABOUT_INFORMATION = contextBits('information');

function reviewQuantity({ content, context, words, topic, reviews }: Question): Quantity | undefined {
  const about = (context & ABOUT_INFORMATION) !== 0 || (content & REQUEST) !== 0 || reviews !== undefined;
  return about || topic === 'request' ? only(reviewGroups(reviewNames(words))) : undefined;
}

const isAbout = ({ content, topic }: Pick<Question, 'content' | 'topic'>) =>
  (content & REQUEST) !== 0 || topic === 'request';
const carries = ({ content }: Question) => (content & CARRIES) !== 0;

/** 结转 without its year is not known; 办结16件 needs to be about requests. */
function speaksOfRequests(question: Question): boolean {
  return (question.content & NOUNS) !== 0 || isAbout(question) || carries(question);
}

function outcomeQuantity(question: Question): Quantity | undefined {
  const applicants = namesOf(question.words, 'applicant');
  if (!isAbout(question) || applicants.length > 1) return undefined;
  const all = outcomes(namesOf(question.words, 'outcome'));
  return applicants.length === 1 ? ofApplicant(all, applicants[0] as string) : all;
}

function applicantQuantity(question: Question): Quantity | undefined {
  const applicants = namesOf(question.words, 'applicant');
  const base = verbQuantity(question);
  if (!speaksOfRequests(question) || applicants.length > 1) return undefined;
  if ((question.content & VERB_KINDS) !== 0 && !base) return undefined;
  const whole = base ?? question.requests;
  const wider = whole?.length === 1 && whole[0] === RECEIVED ? RECEIVED_OR_TO_DO : whole;
  return ofApplicant(wider ?? RECEIVED_OR_TO_DO, applicants[0] as string);
}

function requestQuantity(question: Question): Quantity | undefined {
  return speaksOfRequests(question) ? verbQuantity(question) : undefined;
}

const TAKING = contentBits('receive', 'accept');
const CARRIED_IN = contentBits('carried-in');
const CARRIED_OUT = contentBits('carried-out');
const HANDLE = contentBits('handle');
const JOIN = contextBits('join');

/** Several verbs count one thing (受理办结), or a sum when one of them is 上年结转. */
function verbQuantity({ content, context, words }: Question): Quantity | undefined {
  const used = content & VERB_KINDS;
  if (used === 0) return undefined;
  // 收到并办结 is one thing, 办结新收申请 only a part of what was settled.
  const [first] = words;
  const ends = first !== undefined && (CONTENT_BITS[kindIndex(first.kind)] as number) & ANSWERED;
  if (ends && (used & TAKING) !== 0) return undefined;
  // 转下年度办理: what will be done with them.
  if (used & CARRIED_OUT) return (used & ~(CARRIED_OUT | HANDLE)) === 0 ? VERBS['carried-out'] : undefined;
  if ((used & CARRIED_IN) === 0) return verbs(VERB_NAMES.filter((verb) => has(content, verb)));
  const others = used & ~CARRIED_IN;
  if ((others & ~TAKING) !== 0) return undefined;
  // 收到上年结转申请5件 is one thing, 新收和上年结转共28件 two.
  return others !== 0 && (context & JOIN) !== 0 ? BOTH : VERBS['carried-in'];
}

function has(content: number, kind: ContentKind): boolean {
  return (content & (CONTENT_BITS[kindIndex(kind)] as number)) !== 0;
}

/** What the words behind 未 or 没有 say to be none: the same table, with 0. */
export function deniedBy(denial: Denial): readonly Denied[] {
  const { content } = denial;
  for (const { needs, denies, none } of PATTERNS) {
    if ((content & needs) === 0) continue;
    return denies !== undefined && (content & ~denies) === 0 ? (none?.(denial) ?? []) : [];
  }
  return [];
}

const sure = (quantity: Quantity): readonly Denied[] => [{ quantity, sure: true }];

function noDocuments({ content, words }: Denial): readonly Denied[] {
  const [row, ...others] = namesOf(words, 'document');
  if (row === undefined || others.length > 0) return [];
  const used = DOCUMENT_VERBS.filter((verb) => has(content, verb));
  return used.flatMap((verb) => sure(documents(row, verb)));
}

function nothingCarried({ content }: Denial): readonly Denied[] {
  return sure((content & CARRIED_IN) !== 0 ? VERBS['carried-in'] : VERBS['carried-out']);
}

const PUBLISHED = contentBits('published');
const RECEIVE = contentBits('receive');
const CAUSE = contextBits('cause');
const LISTING = contextBits('join', 'mark');

/** `未收到…申请`; of one kind of applicant it says nothing about the others. */
function noRequests({ content, words, about }: Denial): readonly Denied[] {
  const named = (content & NOUNS) !== 0 || ((content & PUBLISHED) !== 0 && (content & RECEIVE) !== 0);
  return named && namesOf(words, 'applicant').length !== 1 ? [{ quantity: VERBS.receive, sure: about }] : [];
}

/** 申请 beside 复议 is denied too (申请、复议和诉讼), unless it is what a review came from. */
function noReviews(denial: Denial): readonly Denied[] {
  const { content, context, words, about } = denial;
  const reviews = about ? sure(only(reviewGroups(reviewNames(words)))) : [];
  const requests = noRequests(denial);
  const named = (content & NOUNS) !== 0 || ((content & PUBLISHED) !== 0 && (content & RECEIVE) !== 0);
  const both = named && (context & CAUSE) === 0 && (context & LISTING) !== 0;
  if (both) return [...requests, ...reviews];
  return (content & RECEIVE) === 0 ? reviews : [];
}
