import { resolveCarry } from './carry.ts';
import type { Claim, Doubt, Quantity } from './claim.ts';
import { groupsOf, isContent } from './meaning.ts';
import { documents, FEE, RECEIVED, VERBS } from './quantities.ts';
import type { Segment } from './segments.ts';
import type { State } from './state.ts';
import type { Token } from './tokens.ts';
import type { WordKind } from './word-kinds.ts';
import { hasWord, isWord, spanIn, wordsIn } from './words.ts';

/** What may stand behind 未 or 没有 when a clause says that something did not happen. */
const BEHIND: ReadonlySet<WordKind> = new Set<WordKind>([
  'receive',
  'happen',
  'request',
  'plain-request',
  'published',
  'applicant',
  'review',
  'litigation',
  'direct',
  'after-review',
  'document',
  'made',
  'repealed',
  'fee',
  'charge',
  'carried-in',
  'carried-out',
  'cause',
  'information',
  'join',
  'filler',
  'year-this',
  'negation',
]);

/** And before it: a subject, a time, a cause, but nothing else that could be denied. */
const BEFORE: ReadonlySet<WordKind> = new Set<WordKind>([
  'filler',
  'year-this',
  'self',
  'area',
  'preposition',
  'cause',
  'information',
  'all',
  'each',
  'among',
  'join',
]);

/** Claims of a clause such as `未收到政府信息公开申请` or `没有行政复议、行政诉讼`: each counts none. */
export function readNothing(state: State, segment: Segment, doubts: readonly Doubt[], subject: readonly Token[]): void {
  const words = resolveCarry(segment.words, state.ground.year);
  const at = words.findIndex((token) => isWord(token, 'negation'));
  const denied = words.slice(at + 1);
  if (at < 0 || !denied.every((token) => isMark(token) || (token.kind === 'word' && BEHIND.has(token.word.kind))))
    return;
  const front = words.slice(0, at).filter((token) => !subject.includes(token));
  if (
    !front.every(
      (token) => isMark(token) || token.kind === 'year' || (token.kind === 'word' && BEFORE.has(token.word.kind)),
    )
  )
    return;
  const about = hasWord(words, 'information', 'request') || state.topic === 'request';
  const last = denied.findLast((token) => token.kind === 'word' && isContent(token.word)) ?? denied.at(-1);
  if (!last) return;
  const span = spanIn(state.paragraph, (words[at] as Token).start, last.end);
  for (const { quantity, sure } of deniedOf(denied, about)) {
    const all: Doubt[] = [...doubts, ...(sure ? [] : (['wording'] as const))];
    const claim: Claim = { span, value: 0, unit: '', decimals: 0, writing: 'words', quantity, doubts: all };
    state.ground.found.claims.push(claim);
  }
}

const isMark = (token: Token) => token.kind === 'mark' && token.mark === '、';

/** Which quantities are said to be none. */
function deniedOf(denied: readonly Token[], about: boolean): { quantity: Quantity; sure: boolean }[] {
  const content = wordsIn(denied).filter(isContent);
  const kinds = new Set(content.map(({ kind }) => kind));
  const only = (...allowed: WordKind[]) => [...kinds].every((kind) => allowed.includes(kind));
  const reviews = groupsOf(content);
  const requested =
    kinds.has('request') || kinds.has('plain-request') || (kinds.has('published') && kinds.has('receive'));
  if (kinds.has('carried-in')) return only('carried-in', 'request', 'plain-request') ? sureOf(VERBS['carried-in']) : [];
  if (kinds.has('carried-out'))
    return only('carried-out', 'request', 'plain-request') ? sureOf(VERBS['carried-out']) : [];
  if (kinds.has('made') || kinds.has('repealed')) return documentsOf(content, only('made', 'repealed', 'document'));
  if (kinds.has('fee')) return only('fee', 'charge') ? sureOf(FEE) : [];
  if (
    !only(
      'receive',
      'request',
      'plain-request',
      'published',
      'applicant',
      'review',
      'litigation',
      'direct',
      'after-review',
    )
  )
    return [];
  const applicants = new Set(content.flatMap(({ kind, name }) => (kind === 'applicant' ? name : [])));
  const requests = requested && applicants.size !== 1 ? [{ quantity: [RECEIVED], sure: about }] : [];
  if (reviews.length === 0) return requests;
  // 申请 beside 复议 is denied too (申请、复议和诉讼), unless it is what a review came from.
  const both = requested && !hasWord(denied, 'cause') && (hasWord(denied, 'join') || denied.some(isMark));
  const review = about && !kinds.has('receive') ? [{ quantity: [reviews], sure: true }] : [];
  return both ? [...requests, ...(about ? [{ quantity: [reviews], sure: true }] : [])] : review;
}

const sureOf = (quantity: Quantity) => [{ quantity, sure: true }];

function documentsOf(content: readonly { kind: WordKind; name?: string }[], allowed: boolean) {
  const rows = [...new Set(content.flatMap(({ kind, name }) => (kind === 'document' && name ? name : [])))];
  const verbs = (['made', 'repealed'] as const).filter((verb) => content.some(({ kind }) => kind === verb));
  if (!allowed || rows.length !== 1) return [];
  return verbs.flatMap((verb) => {
    const quantity = documents(rows[0] as string, verb);
    return quantity ? [{ quantity, sure: true }] : [];
  });
}

/** Words between 均 and 答复 that leave it as it is. */
const BETWEEN: readonly WordKind[] = [
  'all',
  'each',
  'filler',
  'preposition',
  'in',
  'request',
  'plain-request',
  'self',
  'year-this',
  'join',
  'accept',
  'handle',
];

/** `均已按时答复`, `全部办结`: the words that say that every request was settled, if these do. */
export function settledIn(tokens: readonly Token[]): readonly Token[] | undefined {
  const at = tokens.findIndex((token) => isWord(token, 'all', 'each'));
  const verb = tokens.findIndex((token, index) => index > at && isWord(token, 'settle', 'answer'));
  if (at < 0 || verb < 0) return undefined;
  const others = [...tokens.slice(0, verb), ...tokens.slice(verb + 1)];
  if (!others.every((token) => isWord(token, ...BETWEEN) || token.kind === 'year')) return undefined;
  return tokens.slice(at, verb + 1);
}
