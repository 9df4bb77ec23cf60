import type { Quantity } from './claim.ts';
import {
  applicantQuantity,
  documentQuantity,
  isAbout,
  isSurelyCarried,
  outcomeQuantity,
  requestQuantity,
  resultQuantity,
  reviewQuantity,
  speaksOfRequests,
  tellsOpened,
  verbQuantity,
} from './meanings.ts';
import { noDocuments, noRequests, noResults, noReviews, nothingCarried, surely } from './none.ts';
import { ANY_REQUESTS, decisions, FEE, OPENED, withResults } from './quantities.ts';
import {
  ALL,
  ANSWERED,
  CARRIES,
  type Denial,
  type Denied,
  DOCUMENT_NOUNS,
  DOCUMENT_VERB_KINDS,
  FILE,
  ISSUED,
  type Meaning,
  NEW_REQUESTS,
  NOUNS,
  namesOf,
  PENDING,
  PUBLISH,
  type Question,
  REQUEST_WORDS,
  REVIEW_KINDS,
  type Role,
  VERB_KINDS,
} from './question.ts';
import { contentBits } from './word-kinds.ts';
/** One way of counting: the first pattern of the table of which a word is there decides. */
export interface Pattern {
  readonly role: Role | undefined;
  /** Kinds of content, one of which must be there. */
  readonly needs: number;
  /** Kinds of content that may stand beside it; with any other nothing is counted. */
  readonly allows: number;
  /** What else must hold for it to decide. */
  readonly when?: (question: Question) => boolean;
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

const DONE = contentBits('handle', 'perform', 'made');

export const PATTERNS: readonly Pattern[] = [
  {
    role: 'fee',
    needs: contentBits('fee'),
    allows: contentBits('fee', 'perform'),
    quantity: () => FEE,
    denies: contentBits('fee', 'perform'),
    none: () => surely(FEE),
  },
  {
    role: 'decision',
    needs: contentBits('decision'),
    allows: contentBits('decision', 'handle', 'perform', 'made'),
    quantity: ({ words }) => decisions(namesOf(words, 'decision')),
    // 办件 may count applications, 申请涉及行政处罚3件 tells what they ask for.
    sure: ({ content, topic, words }) =>
      words.every(({ name }) => name !== '办件') && (topic !== 'request' || (content & DONE) !== 0),
  },
  {
    role: 'document',
    needs: DOCUMENT_NOUNS | DOCUMENT_VERB_KINDS,
    allows: DOCUMENT_NOUNS | DOCUMENT_VERB_KINDS | PUBLISH,
    quantity: documentQuantity,
    sure: ({ content }) => (content & (ISSUED | PUBLISH | FILE)) === 0,
    denies: contentBits('made', 'issued', 'repealed', 'document'),
    none: noDocuments,
  },
  // 行政复议2件，尚未办结1件
  {
    role: 'result',
    needs: PENDING,
    allows: PENDING,
    when: ({ reviews }) => reviews !== undefined,
    quantity: ({ reviews }) => reviews && withResults(reviews, '尚未审结'),
  },
  {
    role: 'result',
    needs: contentBits('result'),
    allows: contentBits('result') | REVIEW_KINDS,
    quantity: resultQuantity,
    divides: true,
    denies: contentBits('result', 'receive') | REVIEW_KINDS | NOUNS,
    none: noResults,
  },
  // Only of this organ's own information; an organ that decides on reviews counts those elsewhere.
  {
    role: 'review',
    needs: REVIEW_KINDS,
    allows: REVIEW_KINDS | NOUNS | contentBits('receive', 'handle'),
    quantity: reviewQuantity,
    denies: NEW_REQUESTS | REVIEW_KINDS | ANSWERED | contentBits('handle'),
    none: noReviews,
  },
  // 通过官网发布34条 tells of items.
  { role: 'channel', needs: contentBits('channel'), allows: ALL, when: ({ content }) => (content & PUBLISH) === 0 },
  { role: 'reason', needs: contentBits('reason'), allows: ALL },
  // 收到依申请公开信息12件 are requests, 依申请公开信息12件 are published items.
  {
    role: 'requests',
    needs: contentBits('published'),
    allows: contentBits('published') | VERB_KINDS | REQUEST_WORDS,
    when: ({ content }) => (content & (ANSWERED | contentBits('receive', 'accept', 'handle'))) !== 0,
    quantity: verbQuantity,
    sure: ({ content }) => (content & (ANSWERED | contentBits('receive', 'accept'))) !== 0,
  },
  // 公开3件, of those of which a part was made public, too, or not.
  { role: 'outcome', needs: PUBLISH, allows: PUBLISH, when: tellsOpened, quantity: () => OPENED, sure: () => false },
  { role: undefined, needs: contentBits('published', 'publish'), allows: 0, denies: NEW_REQUESTS, none: noRequests },
  {
    role: 'outcome',
    needs: contentBits('outcome'),
    allows: contentBits('outcome', 'applicant', 'handle') | ANSWERED | REQUEST_WORDS,
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
    sure: isSurelyCarried,
    denies: CARRIES | NOUNS | ANSWERED | contentBits('handle'),
    none: nothingCarried,
  },
  {
    role: 'requests',
    needs: VERB_KINDS,
    allows: VERB_KINDS | REQUEST_WORDS,
    quantity: requestQuantity,
    sure: (question) =>
      (question.content & PENDING) === 0 && isAbout(question) && question.words.every(({ name }) => name !== '书面'),
    denies: NEW_REQUESTS | contentBits('accept'),
    none: noRequests,
  },
  {
    role: 'requests',
    needs: REQUEST_WORDS,
    allows: REQUEST_WORDS,
    quantity: (question) => (speaksOfRequests(question) ? ANY_REQUESTS : undefined),
    // 申请数量为14件 is all of them, 14件申请 need not be.
    sure: ({ words }) => words.some(({ name }) => name === '数量'),
    denies: NEW_REQUESTS,
    none: noRequests,
  },
];

/** What the words of a segment count, all of them known; undefined when they count nothing of the form. */
export function meaningOf(question: Question): Meaning | undefined {
  const { content } = question;
  if (content === 0) return undefined;
  for (const { role, needs, allows, when, quantity, sure, divides } of PATTERNS) {
    if ((content & needs) === 0 || (when && !when(question))) continue;
    if (role === undefined || (content & ~allows) !== 0) return undefined;
    if (!quantity) return { role, quantity: undefined, sure: false };
    const cells = quantity(question);
    return cells || divides ? { role, quantity: cells, sure: sure?.(question) ?? true } : undefined;
  }
  return undefined;
}

/** What the words behind 未 or 没有 say to be none: the same table, with 0. */
export function deniedBy(denial: Denial): readonly Denied[] {
  const { content } = denial;
  for (const { needs, denies, none, when } of PATTERNS) {
    if ((content & needs) === 0 || when) continue;
    return denies !== undefined && (content & ~denies) === 0 ? (none?.(denial) ?? []) : [];
  }
  return [];
}
