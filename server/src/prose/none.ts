import type { Quantity } from './claim.ts';
import { reviewNames } from './meanings.ts';
import { documents, only, reviewGroups, VERBS } from './quantities.ts';
import { type Denial, type Denied, DOCUMENT_VERBS, has, NOUNS, namesOf } from './question.ts';
import { contentBits, contextBits } from './word-kinds.ts';

export const surely = (quantity: Quantity): readonly Denied[] => [{ quantity, sure: true }];

export function noDocuments({ content, words }: Denial): readonly Denied[] {
  const [row, ...others] = namesOf(words, 'document');
  if (row === undefined || others.length > 0) return [];
  const used = DOCUMENT_VERBS.filter((verb) => has(content, verb));
  return used.flatMap((verb) => surely(documents(row, verb)));
}

export function nothingCarried({ content }: Denial): readonly Denied[] {
  return surely((content & CARRIED_IN_WORD) !== 0 ? VERBS['carried-in'] : VERBS['carried-out']);
}

const CARRIED_IN_WORD = contentBits('carried-in');
const PUBLISHED = contentBits('published');
const RECEIVE = contentBits('receive');
const CAUSE = contextBits('cause');
const LISTING = contextBits('join', 'mark');

/** `未收到…申请`; of one kind of applicant it says nothing about the others. */
export function noRequests({ content, words, about }: Denial): readonly Denied[] {
  const named = (content & NOUNS) !== 0 || ((content & PUBLISHED) !== 0 && (content & RECEIVE) !== 0);
  return named && namesOf(words, 'applicant').length !== 1 ? [{ quantity: VERBS.receive, sure: about }] : [];
}

/** 申请 beside 复议 is denied too (申请、复议和诉讼), unless it is what a review came from. */
export function noReviews(denial: Denial): readonly Denied[] {
  const { content, context, words, about } = denial;
  const reviews = about ? surely(only(reviewGroups(reviewNames(words)))) : [];
  const requests = noRequests(denial);
  const named = (content & NOUNS) !== 0 || ((content & PUBLISHED) !== 0 && (content & RECEIVE) !== 0);
  const both = named && (context & CAUSE) === 0 && (context & LISTING) !== 0;
  if (both) return [...requests, ...reviews];
  return (content & RECEIVE) === 0 ? reviews : [];
}
