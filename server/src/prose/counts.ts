import { resolveCarry } from './carry.ts';
import type { SentenceContext } from './contexts.ts';
import type { DraftClaim, TableCount } from './counted.ts';
import { doubtBit, doubtsOf } from './doubts.ts';
import { closeLists, isPart, openList } from './lists.ts';
import { isApproximate, type Qualifiers, readQualifiers, spanOf } from './qualifiers.ts';
import type { Meaning, Role } from './question.ts';
import { readChange, readPercent } from './ratios.ts';
import { remember } from './remember.ts';
import type { Segment } from './segments.ts';
import { CHINESE, contentOf, contextOf, isContent, MARK, PERCENT, type Tokens } from './token-table.ts';
import { understand } from './understand.ts';
import { theUnits } from './units.ts';
import { contentBits, contextBits } from './word-kinds.ts';

const OPENS_LIST = contextBits('among', 'include');
const CHANGES = contextBits('more', 'fewer');
const SHARED = contextBits('respectively', 'each');

const INFORMATION = contextBits('information');
const CARRY = contentBits('carry');
const APPROXIMATE_DOUBT = doubtBit('approximate');
const WORDING_DOUBT = doubtBit('wording');

/** Reads a segment that ends with a number: a count, a share or a change. */
export function readSegment(sentence: SentenceContext, segment: Segment): void {
  const { number, depth } = segment;
  closeLists(sentence, depth);
  resolveAfter(sentence, segment);
  const qualifiers = readQualifiers(sentence, segment);
  const { tokens } = sentence.paragraph;
  const percent = tokens.kinds[number] === PERCENT;
  if (percent || qualifiers.context & CHANGES) {
    noteItems(sentence, qualifiers.content, qualifiers.context);
    if (percent) readPercent(sentence, segment, qualifiers);
    else readChange(sentence, number, qualifiers);
  } else readCount(sentence, segment, qualifiers);
}

/** `3件从2023年结转`: the year stands behind the number, too. */
function resolveAfter({ paragraph: { tokens, report } }: SentenceContext, segment: Segment): void {
  const { afterFrom, afterTo } = segment;
  if ((segment.afterContent & CARRY) === 0 || !resolveCarry(tokens, afterFrom, afterTo, report.year)) return;
  segment.afterContent = contentOf(tokens, afterFrom, afterTo);
  segment.afterContext = contextOf(tokens, afterFrom, afterTo);
}

function readCount(sentence: SentenceContext, segment: Segment, qualifiers: Qualifiers): void {
  const { paragraph, lists } = sentence;
  const { number, depth } = segment;
  if (qualifiers.context & OPENS_LIST) {
    openList(sentence, depth, qualifiers.scope);
    if (qualifiers.context & INFORMATION) doubtReviews(sentence);
  }
  const meaning = understand(sentence, segment, qualifiers);
  // 收到依申请公开信息14件，公开12件 tells of requests, and not of what was published.
  if (!OF_REQUESTS.has(meaning?.role)) noteItems(sentence, qualifiers.content, qualifiers.context);
  const list = lists.at(-1);
  const listed = list !== undefined && isPart(meaning, list, depth);
  if (list && !listed) {
    // 其中区政府办17件，办结16件: the rest of the sentence may be about that office still.
    if (list.depth === 0 && list.scope) sentence.scope = list.scope;
    closeLists(sentence, list.depth - 1);
  }
  if (qualifiers.scope && !listed && depth === 0) {
    // 法治政府2条 names what is counted, and nobody who counts.
    if (qualifiers.scope === 'office' && qualifiers.content === 0) sentence.scope = 'office';
    else paragraph.scope = qualifiers.scope;
  }
  // 申请内容涉及行政处罚3件、行政许可2件: the second is as little known as the first.
  if (!meaning && qualifiers.unknown && qualifiers.content & DECISION) sentence.published = true;
  const { tokens } = paragraph;
  const unit = tokens.units[number] as number;
  const claim = meaning && makeClaim(sentence, number, qualifiers, meaning);
  const count: TableCount = {
    span: spanOf(paragraph, number),
    value: tokens.values[number] as number,
    unit: theUnits().names[unit] as string,
    exact: !isApproximate(paragraph, number, qualifiers),
    claim,
    role: meaning?.role,
    depth,
    listed,
    rest: isRest(sentence, qualifiers),
  };
  if (claim) paragraph.report.found.claims.push(claim);
  // 作出行政许可决定30件、行政处罚决定35件: the second as the first.
  if (meaning?.role === 'decision' && hasOwnVerb(tokens, qualifiers)) sentence.published = false;
  if (listed) list.parts.push(count);
  remember(sentence, count, meaning, qualifiers, listed);
}

/** `行政复议12件，其中信息公开类2件`: what was counted before are those of everything that the organ does. */
function doubtReviews({ lists }: SentenceContext): void {
  for (const { claim, role } of lists.at(-1)?.totals ?? []) {
    if (claim && role === 'review') claim.doubts = [...claim.doubts, 'wording'];
  }
}

const REST = 0x5176;
const OTHERS = [0x4ed6, 0x5b83];

/** 其他 or 其它 begins the words. */
function isRest({ paragraph: { tokens, paragraph } }: SentenceContext, { from, to }: Qualifiers): boolean {
  let at = from;
  while (at < to && tokens.kinds[at] === MARK) at++;
  if (at === to) return false;
  const start = tokens.starts[at] as number;
  return paragraph.codes[start] === REST && OTHERS.includes(paragraph.codes[start + 1] as number);
}

function makeClaim(
  sentence: SentenceContext,
  number: number,
  qualifiers: Qualifiers,
  meaning: Meaning,
): DraftClaim | undefined {
  const { quantity, sure } = meaning;
  if (!quantity || quantity.length === 0) return undefined;
  const { paragraph } = sentence;
  const { tokens } = paragraph;
  let doubts = qualifiers.doubts;
  if (isApproximate(paragraph, number, qualifiers)) doubts |= APPROXIMATE_DOUBT;
  // 均为0件 is none of all, 均为1件 is not known to be the sum.
  const shared = (qualifiers.context & SHARED) !== 0 && (tokens.values[number] as number) > 0;
  if (!sure || shared || isListedItem(sentence, meaning, qualifiers)) doubts |= WORDING_DOUBT;
  const scope = qualifiers.scope ?? sentence.lists.at(-1)?.scope ?? sentence.scope ?? paragraph.scope;
  if (scope !== 'own') doubts |= doubtBit(scope);
  const unit = theUnits().names[tokens.units[number] as number] as string;
  const written = tokens.values[number] as number;
  const yuan = unit === '元';
  return {
    span: spanOf(paragraph, number),
    value: yuan ? written / 10_000 : written,
    unit,
    decimals: (tokens.decimals[number] as number) + (yuan ? 4 : 0),
    writing: (tokens.flags[number] as number) & CHINESE ? 'chinese' : 'digits',
    quantity,
    doubts: doubtsOf(doubts),
  };
}

const PUBLISHED = contentBits('publish', 'published');
const CLEAN = contextBits('clean');
/** What a list of published items names as the form does. */
const OF_LISTS: ReadonlySet<Role> = new Set(['decision', 'fee', 'review', 'result']);
const OF_REQUESTS: ReadonlySet<Role | undefined> = new Set<Role>(['requests', 'outcome']);
const OWN_VERBS = contentBits('handle', 'perform', 'made', 'issued', 'repealed', 'valid');
const DECISION = contentBits('decision');

/** 作出行政处罚9件 tells what was done; in 行政处罚办理结果9件 the verb behind the decision is a part of its name. */
function hasOwnVerb(tokens: Tokens, { from, to, content }: Qualifiers): boolean {
  if ((content & OWN_VERBS) === 0) return false;
  let at = from;
  while (at < to && !isContent(tokens, at, OWN_VERBS | DECISION)) at++;
  return at === to || isContent(tokens, at, OWN_VERBS);
}

/** Remembers that a sentence lists what was published, and a paragraph how documents were cleared out. */
export function noteItems(sentence: SentenceContext, content: number, context: number): void {
  if (content & PUBLISHED) sentence.published = true;
  if (context & CLEAN) sentence.paragraph.cleared = true;
}

/**
 * `主动公开行政许可93件、行政处罚37件` counts what was published; a clearing of documents counts those of many years.
 */
function isListedItem({ published, paragraph }: SentenceContext, { role }: Meaning, qualifiers: Qualifiers): boolean {
  if (role === 'document') return paragraph.cleared;
  return published && OF_LISTS.has(role) && !hasOwnVerb(paragraph.tokens, qualifiers);
}
