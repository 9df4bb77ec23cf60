import type { Quantity } from './claim.ts';
import { OF_REVIEW, reviewNames } from './meanings.ts';
import { documents, only, reviewGroups, VERBS, withResults } from './quantities.ts';
import { type Denial, type Denied, DOCUMENT_VERBS, has, NOUNS, namesOf, REVIEW_KINDS } from './question.ts';
import { contentBits, contextBits } from './word-kinds.ts';

export const surely = (quantity: Quantity): readonly Denied[] => [{ quantity, sure: true }];

export function noDocuments({ content, words }: Denial): readonly Denied[] {
  const [row, ...others] = namesOf(words, 'document');
  if (row === undefined || others.length > 0) return [];
  const used = DOCUMENT_VERBS.filter((verb) => has(content, verb) && !(verb === 'issued' && has(content, 'made')));
  return used.flatMap((verb) => surely(documents(row, verb)));
}

export function nothingCarried({ content }: Denial): readonly Denied[] {
  return surely((content & CARRIED_IN_WORD) !== 0 ? VERBS['carried-in'] : VERBS['carried-out']);
}

const CARRIED_IN_WORD = contentBits('carried-in');
const PUBLISHED = contentBits('published');
const RECEIVE = contentBits('receive');
const HANDLE = contentBits('handle');
const CAUSE = contextBits('cause');

/** 申请, or 依申请公开信息 with 收到. */
function namesRequests({ content }: Pick<Denial, 'content'>): boolean {
  return (content & NOUNS) !== 0 || ((content & PUBLISHED) !== 0 && (content & RECEIVE) !== 0);
}

/** `未收到…申请`; of one kind of applicant it says nothing about the others. */
export function noRequests(denial: Denial): readonly Denied[] {
  const { words, about } = denial;
  if (!namesRequests(denial) || namesOf(words, 'applicant').length === 1) return [];
  const sure = about || (denial.content & PUBLISHED) !== 0;
  return [{ quantity: has(denial.content, 'accept') ? VERBS.accept : VERBS.receive, sure }];
}

/**
 * `没有行政复议、行政诉讼`; 申请 beside them is denied too where it is a thing of its own (`未收到申请、复议和诉讼`), and not
 * what a review came from (`未发生依申请公开行政复议`).
 */
export function noReviews(denial: Denial): readonly Denied[] {
  const { content, context, words, about, items } = denial;
  // 因申请办理导致行政复议 tells what it came from, 未办理行政复议 what was not decided on.
  if (content & HANDLE && (context & CAUSE) === 0) return [];
  const reviews = about ? surely(only(reviewGroups(reviewNames(words)))) : [];
  const own = items.some(
    (item) => namesRequests(item) && (item.content & REVIEW_KINDS) === 0 && !(item.context & CAUSE),
  );
  return own ? [...noRequests(denial), ...reviews] : reviews;
}

/** `未发生行政复议被纠错、行政诉讼败诉`, `无败诉案件` */
export function noResults({ items, words, about }: Denial): readonly Denied[] {
  if (!about) return [];
  const all = reviewNames(words);
  return items.flatMap((item) => {
    const named = namesOf(item.words, 'result');
    const results = named.map((result) => (result === '败诉' || result === OF_REVIEW ? '结果纠正' : result));
    const own = named.includes(OF_REVIEW) ? ['行政复议'] : reviewNames(item.words);
    const groups = own.length > 0 ? own : named.includes('败诉') ? ['行政诉讼'] : all;
    if (results.length === 0 || groups.length === 0) return [];
    return surely(withResults(only(reviewGroups(groups)), results.join(' ')));
  });
}
