/**
 * What a word does in a sentence of a report, and which features that gives it. A feature is given here once; filters and
 * allow-lists ask for features and name no words.
 */

/** It says what is counted. */
export const CONTENT = 1;
/** It may stand behind 未 or 没有 where a clause says that something did not happen. */
export const DENIABLE = 2;
/** It may stand before 未 or 没有 there: a subject, a time, a cause. */
export const BEFORE_DENIAL = 4;
/** It may stand between 均 and 答复. */
export const BEFORE_SETTLED = 8;
/** A year beside it is one to compare with, to plan for, or to count from. */
export const OTHER_YEAR = 16;
/** What a report says of its own year. */
export const OWN_WORK = 32;
/** It may stand before the year with which a sentence begins. */
export const BEFORE_YEAR = 64;
/** It may stand behind that year. */
export const BEHIND_YEAR = 128;
/** With it a share is one of the requests, or of another whole that the sentence names. */
export const IN_SHARE = 256;
/** It may stand in what only repeats the number before: `23件申请中18件`. */
export const REPEATS = 512;
/** A sentence with it may claim something without a number. */
export const TELLS = 1024;

/** Kinds that say what is counted; at most 32. */
const CONTENT_KINDS = {
  // 收到: 本年新收
  receive: DENIABLE | OWN_WORK | BEHIND_YEAR | IN_SHARE,
  // 受理: 本年新收, perhaps with what was carried in
  accept: DENIABLE | BEFORE_SETTLED | OWN_WORK | BEHIND_YEAR | IN_SHARE,
  // 办理, 处理: any of received, with carry-over, or settled
  handle: DENIABLE | BEFORE_SETTLED | IN_SHARE,
  // 办结
  settle: DENIABLE | OWN_WORK | BEHIND_YEAR | IN_SHARE,
  // 当年办结: settled, perhaps of the new ones only
  'settle-new': BEHIND_YEAR | IN_SHARE,
  // 答复: settled, perhaps without those that got no answer
  answer: DENIABLE | OWN_WORK | BEHIND_YEAR | IN_SHARE,
  // 上年结转
  'carried-in': DENIABLE,
  // 结转下年度
  'carried-out': DENIABLE | OTHER_YEAR,
  // 结转, 结转到: it takes the year beside it to know which
  carry: OTHER_YEAR,
  // 正在办理
  pending: 0,
  // 政府信息公开申请
  request: DENIABLE | BEFORE_DENIAL | BEFORE_SETTLED | OWN_WORK | BEFORE_YEAR | BEHIND_YEAR | IN_SHARE | REPEATS,
  // 申请
  'plain-request': DENIABLE | BEFORE_DENIAL | BEFORE_SETTLED | IN_SHARE | REPEATS,
  // 依申请公开信息: an item that was published, no request
  published: DENIABLE,
  outcome: 0,
  applicant: DENIABLE,
  // 网上, 信函: behind 未 where all of them are named
  channel: DENIABLE,
  // 信息不存在, 撤回: outcomes that the form has no row for
  reason: 0,
  // 行政复议, 行政诉讼 and its two kinds
  review: DENIABLE | OWN_WORK,
  litigation: DENIABLE,
  result: DENIABLE,
  document: DENIABLE,
  // 文件, which may be more than 规范性文件
  file: 0,
  made: DENIABLE | OWN_WORK | BEHIND_YEAR,
  // 出台, 印发: nearly 制发
  issued: DENIABLE,
  repealed: DENIABLE,
  valid: 0,
  'newly-open': 0,
  'open-total': 0,
  // 行政许可 and its like
  decision: 0,
  fee: DENIABLE,
  // 收取, 作出: verbs of fees and decisions
  perform: DENIABLE,
  publish: OWN_WORK,
} as const;

/** Kinds that say of whom, when, how surely it is said; at most 32. */
const CONTEXT_KINDS = {
  // 引发, 被提起: what a review comes from
  cause: DENIABLE | BEFORE_DENIAL | BEFORE_SETTLED,
  // 政府信息公开, as what it is about
  information: DENIABLE | BEFORE_DENIAL | BEFORE_YEAR,
  negation: DENIABLE | BEHIND_YEAR | TELLS,
  all: BEFORE_DENIAL | BEFORE_SETTLED | TELLS,
  each: BEFORE_DENIAL | BEFORE_SETTLED | TELLS,
  // 清理规范性文件30件，废止5件: of those of many years
  clean: 0,
  // 除2件结转外
  except: BEFORE_SETTLED,
  // 以本机关为被申请人的: the name before it is a party
  party: DENIABLE | BEFORE_DENIAL,
  respectively: IN_SHARE,
  among: BEFORE_DENIAL,
  include: 0,
  // 和, 及
  join: DENIABLE | BEFORE_DENIAL | BEFORE_SETTLED,
  'year-this': DENIABLE | BEFORE_DENIAL | BEFORE_SETTLED | IN_SHARE,
  'year-last': OTHER_YEAR,
  'year-next': OTHER_YEAR,
  // 历年, 上半年
  period: 0,
  // 累计, 截至目前: of this year only where that is named
  cumulative: OTHER_YEAR,
  compare: OTHER_YEAR,
  more: 0,
  fewer: 0,
  share: IN_SHARE,
  // 约, 近: before a number
  about: 0,
  // 将, 下一步
  plan: OTHER_YEAR,
  // 信息处理费
  'fees-topic': OWN_WORK,
  self: DENIABLE | BEFORE_DENIAL | BEFORE_SETTLED | BEFORE_YEAR | BEHIND_YEAR,
  // 全市, 各部门
  area: BEFORE_DENIAL,
  // 在, 通过: what follows is no subject
  preposition: DENIABLE | BEFORE_DENIAL | BEFORE_SETTLED | BEFORE_YEAR,
  // 中, 里: behind a number that is only repeated
  in: BEFORE_SETTLED,
  filler: DENIABLE | BEFORE_DENIAL | BEFORE_SETTLED | BEFORE_YEAR | BEHIND_YEAR | IN_SHARE | REPEATS,
  // 、 inside a list of words
  mark: DENIABLE | BEFORE_DENIAL,
  // 2024年
  year: BEFORE_DENIAL | BEFORE_SETTLED | TELLS,
  // What the grammar does not know.
  text: 0,
} as const;

/** Kinds that nothing asks for by name: their features say all. */
const OTHER_KINDS = {
  // 发生, 出现
  happen: DENIABLE,
  // 3月, 31日
  date: 0,
  // 以来, 起
  since: OTHER_YEAR,
} as const;

export type ContentKind = keyof typeof CONTENT_KINDS;
export type ContextKind = keyof typeof CONTEXT_KINDS;
export type WordKind = ContentKind | ContextKind | keyof typeof OTHER_KINDS;

const CONTENT_NAMES = Object.keys(CONTENT_KINDS) as ContentKind[];
const CONTEXT_NAMES = Object.keys(CONTEXT_KINDS) as ContextKind[];
const KINDS: Readonly<Record<WordKind, number>> = { ...CONTENT_KINDS, ...CONTEXT_KINDS, ...OTHER_KINDS };
const NAMES = Object.keys(KINDS) as WordKind[];

export const kindIndex = (kind: WordKind): number => NAMES.indexOf(kind);
export const kindAt = (index: number): WordKind => NAMES[index] as WordKind;

/** More than there are kinds of tokens, so that tokens that are no words have neither bits nor features. */
const MOST_KINDS = 128;

/** By index of the kind: its bit among those of content, its bit among those of context, its features. */
export const CONTENT_BITS = column((name) => contentBits(...CONTENT_NAMES.filter((each) => each === name)));
export const CONTEXT_BITS = column((name) => contextBits(...CONTEXT_NAMES.filter((each) => each === name)));
export const FEATURES = column(featuresOf);

function column(bitsOf: (name: WordKind) => number): Int32Array {
  const bits = new Int32Array(MOST_KINDS);
  for (const [index, name] of NAMES.entries()) bits[index] = bitsOf(name);
  return bits;
}

function featuresOf(name: WordKind): number {
  return KINDS[name] | (name in CONTENT_KINDS ? CONTENT : 0);
}

/** A set of kinds of content as bits. */
export function contentBits(...kinds: readonly ContentKind[]): number {
  return kinds.reduce((bits, kind) => bits | (1 << CONTENT_NAMES.indexOf(kind)), 0);
}

/** A set of kinds of context as bits. */
export function contextBits(...kinds: readonly ContextKind[]): number {
  return kinds.reduce((bits, kind) => bits | (1 << CONTEXT_NAMES.indexOf(kind)), 0);
}

export interface Word {
  readonly kind: WordKind;
  /** The row, column, group or result of the form that the word names. */
  readonly name?: string;
}
