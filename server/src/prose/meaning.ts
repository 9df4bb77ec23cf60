import type { Quantity, Sum } from './claim.ts';
import {
  ANY_REQUESTS,
  CARRIED_IN,
  decisions,
  documents,
  FEE,
  ofApplicant,
  outcome,
  RECEIVED,
  REVIEWS,
  type ReviewWord,
  TO_DO,
  VERBS,
  type Verb,
  withResult,
} from './quantities.ts';
import type { Word, WordKind } from './word-kinds.ts';

/** What a sentence is about, so that `办结16件` needs no 申请 of its own. */
export type Topic = 'request' | 'document' | 'other' | undefined;

/** What was counted before in the sentence, for parts of it. */
export interface Context {
  readonly topic: Topic;
  /** The rows that 自然人 N 件 is a column of. */
  readonly requests: Quantity | undefined;
  /** The groups of table 4 that 维持 N 件 is a result of. */
  readonly reviews: Quantity | undefined;
  /** The row of table 2 that 废止 N 件 is about. */
  readonly document: string | undefined;
}

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

const CONTENT: ReadonlySet<WordKind> = new Set<WordKind>([
  ...(Object.keys(VERBS) as Verb[]),
  'carry',
  'request',
  'plain-request',
  'published',
  'outcome',
  'applicant',
  'channel',
  'reason',
  'review',
  'litigation',
  'direct',
  'after-review',
  'result',
  'document',
  'file',
  'made',
  'issued',
  'repealed',
  'valid',
  'newly-open',
  'open-total',
  'decision',
  'decide',
  'fee',
  'charge',
  'publish',
]);

/** Whether a word says what is counted. */
export function isContent({ kind }: Word): boolean {
  return CONTENT.has(kind);
}

/** What the words of a segment count, all of them known; undefined when they count nothing of the form. */
export function meaningOf(words: readonly Word[], context: Context): Meaning | undefined {
  const kinds = new Set(words.filter(isContent).map(({ kind }) => kind));
  const only = (...allowed: WordKind[]) => [...kinds].every((kind) => allowed.includes(kind));
  const some = (...wanted: WordKind[]) => wanted.some((kind) => kinds.has(kind));
  if (kinds.size === 0) return undefined;
  if (some('fee')) return only('fee', 'charge') ? { role: 'fee', quantity: FEE, sure: true } : undefined;
  if (some('decision')) return decisionOf(words, only('decision', 'handle', 'decide', 'made'));
  if (some('document', 'file', 'made', 'issued', 'repealed', 'valid', 'newly-open', 'open-total')) {
    return documentOf(words, kinds, context);
  }
  if (some('result')) return resultOf(words, context, only('result', 'review', 'litigation', 'direct', 'after-review'));
  if (some('review', 'litigation', 'direct', 'after-review')) return reviewOf(words, context, only);
  if (some('channel', 'reason'))
    return { role: some('channel') ? 'channel' : 'reason', quantity: undefined, sure: false };
  if (some('published', 'publish')) return undefined;
  return requestOf(words, kinds, context);
}

function namesOf(words: readonly Word[], kind: WordKind): string[] {
  return [...new Set(words.flatMap((word) => (word.kind === kind && word.name ? word.name : [])))];
}

function decisionOf(words: readonly Word[], allowed: boolean): Meaning | undefined {
  return allowed ? { role: 'decision', quantity: decisions(namesOf(words, 'decision')), sure: true } : undefined;
}

const DOCUMENT_VERBS = ['made', 'issued', 'repealed', 'valid', 'newly-open', 'open-total'] as const;

function documentOf(words: readonly Word[], kinds: ReadonlySet<WordKind>, { document, topic }: Context) {
  const verbs = DOCUMENT_VERBS.filter((verb) => kinds.has(verb));
  const [verb] = verbs;
  const named = namesOf(words, 'document');
  const file = kinds.has('file');
  // 现行有效文件 may be more than 行政规范性文件, and those of another office.
  const row = named[0] ?? (file ? '行政规范性文件' : topic === 'document' ? document : undefined);
  if (verbs.length !== 1 || !verb || row === undefined || named.length > 1 || (file && verb !== 'valid'))
    return undefined;
  const others = [...kinds].filter((kind) => kind !== 'document' && kind !== 'file' && kind !== verb);
  if (others.some((kind) => kind !== 'publish')) return undefined;
  const sure = verb !== 'issued' && others.length === 0 && !file;
  return { role: 'document', quantity: documents(row, verb), sure } as const;
}

/** 维持、纠正 of the reviews before them, or of those named with them. */
function resultOf(words: readonly Word[], { reviews }: Context, allowed: boolean): Meaning | undefined {
  if (!allowed) return undefined;
  const named = groupsOf(words);
  const sums = named.length > 0 ? [named] : reviews;
  const results = namesOf(words, 'result');
  const quantity = sums?.map((sum) => results.flatMap((result) => withResult(sum, result)));
  return { role: 'result', quantity, sure: true };
}

export function groupsOf(words: readonly Word[]): Sum {
  const kinds = (Object.keys(REVIEWS) as ReviewWord[]).filter((kind) => words.some((word) => word.kind === kind));
  const narrow = kinds.filter(
    (kind) => kind !== 'litigation' || !kinds.some((each) => each === 'direct' || each === 'after-review'),
  );
  return narrow.flatMap((kind) => REVIEWS[kind]);
}

/** 行政复议 N 件: only of this organ's own information; an organ that decides on reviews counts those elsewhere. */
function reviewOf(
  words: readonly Word[],
  { topic, reviews }: Context,
  only: (...kinds: WordKind[]) => boolean,
): Meaning | undefined {
  const about = words.some(({ kind }) => kind === 'information' || kind === 'request') || reviews !== undefined;
  if (!only('review', 'litigation', 'direct', 'after-review', 'request') || (!about && topic !== 'request'))
    return undefined;
  return { role: 'review', quantity: [groupsOf(words)], sure: true };
}

function requestOf(words: readonly Word[], kinds: ReadonlySet<WordKind>, context: Context): Meaning | undefined {
  const named = kinds.has('request') || kinds.has('plain-request');
  const about = kinds.has('request') || context.topic === 'request';
  const verbs = (Object.keys(VERBS) as Verb[]).filter((verb) => kinds.has(verb));
  const rows = namesOf(words, 'outcome');
  const applicants = namesOf(words, 'applicant');
  const carries = kinds.has('carried-in') || kinds.has('carried-out');
  if (kinds.has('carry') || (!named && !about && !carries)) return undefined;
  if (rows.length > 0) {
    const plain = verbs.every((verb) => verb === 'settle' || verb === 'answer');
    const all = [rows.flatMap((row) => outcome(row)[0] ?? [])];
    const quantity = applicants.length === 1 ? ofApplicant(all, applicants[0] as string) : all;
    return plain && about && applicants.length < 2 ? { role: 'outcome', quantity, sure: true } : undefined;
  }
  const base = verbs.length > 0 ? verbQuantity(verbs, words) : undefined;
  if (applicants.length > 0) {
    const whole = base ?? context.requests;
    if (applicants.length > 1 || (verbs.length > 0 && !base)) return undefined;
    const wider = whole?.length === 1 && whole[0] === RECEIVED ? [RECEIVED, TO_DO] : whole;
    const quantity = ofApplicant(wider ?? [RECEIVED, TO_DO], applicants[0] as string);
    return { role: 'applicant', quantity, sure: whole !== undefined };
  }
  if (verbs.length === 0) return { role: 'requests', quantity: ANY_REQUESTS, sure: false };
  if (!base) return undefined;
  return { role: 'requests', quantity: base, sure: verbs.every((verb) => verb !== 'pending') && (about || carries) };
}

/** Several verbs count one thing (受理办结), or a sum when one of them is 上年结转. */
function verbQuantity(verbs: readonly Verb[], words: readonly Word[]): Quantity | undefined {
  const joined = words.some(({ kind }) => kind === 'join');
  // 收到并办结 is one thing, 办结新收申请 only a part of what was settled.
  const first = words.find((word) => isContent(word))?.kind;
  const ends = first === 'settle' || first === 'answer';
  if (ends && verbs.some((verb) => verb === 'receive' || verb === 'accept')) return undefined;
  // 转下年度办理: what will be done with them.
  if (verbs.includes('carried-out')) {
    return verbs.every((verb) => verb === 'carried-out' || verb === 'handle') ? VERBS['carried-out'] : undefined;
  }
  if (!verbs.includes('carried-in')) return verbs.flatMap((verb) => VERBS[verb]);
  const others = verbs.filter((verb) => verb !== 'carried-in');
  if (others.some((verb) => verb !== 'receive' && verb !== 'accept')) return undefined;
  // 收到上年结转申请5件 is one thing, 新收和上年结转共28件 two.
  return others.length > 0 && joined ? [TO_DO] : [CARRIED_IN];
}
