import type { Quantity } from './claim.ts';
import {
  BOTH,
  documents,
  ofApplicant,
  only,
  outcomes,
  RECEIVED,
  RECEIVED_OR_TO_DO,
  reviewGroups,
  VERBS,
  verbs,
  withResults,
} from './quantities.ts';
import {
  ANSWERED,
  CARRIES,
  DOCUMENT_VERBS,
  FILE,
  has,
  NOUNS,
  namesOf,
  PENDING,
  type Question,
  REQUEST,
  VERB_KINDS,
  VERB_NAMES,
} from './question.ts';
import { CONTENT_BITS, contentBits, contextBits, kindIndex, type Word } from './word-kinds.ts';

export function documentQuantity({ content, words, document, topic }: Question): Quantity | undefined {
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

/** 复议纠错 names its group. */
export const OF_REVIEW = '复议纠正';

/** 维持、纠正 of the reviews before them, or of those named with them. */
export function resultQuantity({ words, reviews }: Question): Quantity | undefined {
  const named = reviewNames(words);
  const of = named.length > 0 ? only(reviewGroups(named)) : reviews;
  const results = namesOf(words, 'result');
  if (results.includes(OF_REVIEW)) return withResults(only(reviewGroups(['行政复议'])), '结果纠正');
  // 败诉案件5件 are those of everything that the organ does.
  return of && !results.includes('败诉') ? withResults(of, results.join(' ')) : undefined;
}

export function reviewNames(words: readonly Word[]): string[] {
  return [...namesOf(words, 'review'), ...namesOf(words, 'litigation')];
}

const HANDLE = contentBits('handle');
const INFORMATION = contextBits('information');
const PARTY = contextBits('party');

export function reviewQuantity({ content, context, words, topic, reviews }: Question): Quantity | undefined {
  const named = (context & INFORMATION) !== 0 || (content & REQUEST) !== 0;
  // 办理行政复议申请 is what an organ does that decides on them, unless it is a party.
  if (content & HANDLE && !named && (context & PARTY) === 0) return undefined;
  return named || reviews !== undefined || topic === 'request' ? only(reviewGroups(reviewNames(words))) : undefined;
}

export const isAbout = ({ content, topic }: Pick<Question, 'content' | 'topic'>) =>
  (content & REQUEST) !== 0 || topic === 'request';
const carries = ({ content }: Question) => (content & CARRIES) !== 0;

/** 结转 without its year is not known; 办结16件 needs to be about requests. */
export function speaksOfRequests(question: Question): boolean {
  return (question.content & NOUNS) !== 0 || isAbout(question) || carries(question);
}

export function outcomeQuantity(question: Question): Quantity | undefined {
  const applicants = namesOf(question.words, 'applicant');
  if (!isAbout(question) || applicants.length > 1) return undefined;
  const all = outcomes(namesOf(question.words, 'outcome'));
  return applicants.length === 1 ? ofApplicant(all, applicants[0] as string) : all;
}

/** 收到申请5件，公开3件 tells of the requests, 公开信息3件 of what was published. */
export function tellsOpened({ words, requests, topic }: Question): boolean {
  return requests !== undefined && topic === 'request' && words.length === 1 && words[0]?.name === '公开';
}

export function applicantQuantity(question: Question): Quantity | undefined {
  const applicants = namesOf(question.words, 'applicant');
  const base = verbQuantity(question);
  if (!speaksOfRequests(question) || applicants.length > 1) return undefined;
  if ((question.content & VERB_KINDS) !== 0 && !base) return undefined;
  const whole = base ?? question.requests;
  const wider = whole?.length === 1 && whole[0] === RECEIVED ? RECEIVED_OR_TO_DO : whole;
  return ofApplicant(wider ?? RECEIVED_OR_TO_DO, applicants[0] as string);
}

export function requestQuantity(question: Question): Quantity | undefined {
  return speaksOfRequests(question) ? verbQuantity(question) : undefined;
}

/**
 * 正在办理 need not be carried over; 办理上年结转申请3件 need not be all that were carried in; 行政复议2件，其中上年结转1件 and
 * 受理信访25件，结转下年1件 tell of others.
 */
export function isSurelyCarried({ content, words, reviews, topic }: Question): boolean {
  if ((content & NOUNS) === 0 && (reviews !== undefined || topic === 'other')) return false;
  if (content & CARRIED_OUT) return true;
  return (content & PENDING) === 0 && !((content & HANDLE) !== 0 && words[0]?.kind === 'handle');
}

const TAKING = contentBits('receive', 'accept');
const CARRIED_IN = contentBits('carried-in');
const CARRIED_OUT = contentBits('carried-out');
const JOIN = contextBits('join');

/** Several verbs count one thing (受理办结), or a sum when one of them is 上年结转. */
export function verbQuantity({ content, context, words }: Question): Quantity | undefined {
  const used = content & VERB_KINDS;
  if (used === 0) return undefined;
  // 收到并办结 is one thing, 办结新收申请 only a part of what was settled.
  const [first] = words;
  const ends = first !== undefined && (CONTENT_BITS[kindIndex(first.kind)] as number) & ANSWERED;
  if (ends && (used & TAKING) !== 0) return undefined;
  // 未办结的转下年度办理: what will be done with them.
  if (used & CARRIED_OUT)
    return (used & ~(CARRIED_OUT | HANDLE | ANSWERED | PENDING)) === 0 ? VERBS['carried-out'] : undefined;
  if ((used & CARRIED_IN) === 0) return verbs(VERB_NAMES.filter((verb) => has(content, verb)));
  // 上年结转至本年办理
  const others = used & ~(CARRIED_IN | HANDLE);
  if ((others & ~TAKING) !== 0) return undefined;
  // 收到上年结转申请5件 is one thing, 新收和上年结转共28件 two.
  return others !== 0 && (context & JOIN) !== 0 ? BOTH : VERBS['carried-in'];
}
