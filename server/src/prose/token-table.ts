import { CONTENT_BITS, CONTEXT_BITS, FEATURES, kindIndex } from './word-kinds.ts';

/**
 * The tokens of a paragraph as columns of numbers: words of the vocabulary, numbers, years, marks, and what lies between
 * them. A token is its index; the columns are used again for the next paragraph.
 */
export interface Tokens {
  count: number;
  /** Index of the kind of word, or NUMBER or PERCENT. */
  kinds: Uint8Array;
  /** Indices into the codes of the paragraph. */
  starts: Int32Array;
  ends: Int32Array;
  /** The number of the word, the year, the value of a date, or the character of a mark. */
  data: Int32Array;
  /** Of a number or percentage: its value, where its digits end, its decimals, its unit, and flags. */
  values: Float64Array;
  numeralEnds: Int32Array;
  decimals: Uint8Array;
  units: Uint8Array;
  flags: Uint8Array;
  /** What the paragraph has at all: kinds of content and of context as bits, and features. */
  content: number;
  context: number;
  features: number;
  /** How many numbers and percentages there are, whether there are percentages, and what the measure words can count. */
  numbers: number;
  percentages: boolean;
  unitFeatures: number;
}

/** Kinds of tokens that are no words; above all kinds of words. */
export const NUMBER = 100;
export const PERCENT = 101;

export const MARK = kindIndex('mark');
export const YEAR = kindIndex('year');
export const DATE = kindIndex('date');
export const TEXT = kindIndex('text');
export const FILLER = kindIndex('filler');

/** `3-5件`, `1 2件`, `18,5件`: which number is meant cannot be said. */
export const UNSURE = 1;
/** 约, 余, 以上. */
export const APPROXIMATE = 2;
/** Written as 十二. */
export const CHINESE = 4;
/** Of a date: a day, not a month. */
export const DAY = 8;

export function newTokens(capacity: number): Tokens {
  return {
    count: 0,
    kinds: new Uint8Array(capacity),
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    data: new Int32Array(capacity),
    values: new Float64Array(capacity),
    numeralEnds: new Int32Array(capacity),
    decimals: new Uint8Array(capacity),
    units: new Uint8Array(capacity),
    flags: new Uint8Array(capacity),
    content: 0,
    context: 0,
    features: 0,
    numbers: 0,
    percentages: false,
    unitFeatures: 0,
  };
}

/** Empties the table; it has room for a token at each of `length` characters. */
export function emptyTokens(tokens: Tokens, length: number): void {
  if (length > tokens.kinds.length) Object.assign(tokens, newTokens(length * 2));
  tokens.count = 0;
  tokens.content = 0;
  tokens.context = 0;
  tokens.features = 0;
  tokens.numbers = 0;
  tokens.percentages = false;
  tokens.unitFeatures = 0;
}

/** Adds a word, year, date, mark or text. */
export function addToken(tokens: Tokens, kind: number, start: number, end: number, data: number): void {
  const at = tokens.count++;
  tokens.kinds[at] = kind;
  tokens.starts[at] = start;
  tokens.ends[at] = end;
  tokens.data[at] = data;
  tokens.flags[at] = 0;
  tokens.content |= CONTENT_BITS[kind] as number;
  tokens.context |= CONTEXT_BITS[kind] as number;
  tokens.features |= FEATURES[kind] as number;
}

/** Gives a token another kind: 结转 with the year beside it becomes 上年结转. */
export function changeKind(tokens: Tokens, at: number, kind: number): void {
  tokens.kinds[at] = kind;
  tokens.data[at] = 0;
}

export function contentOf({ kinds }: Tokens, from: number, to: number): number {
  let bits = 0;
  for (let at = from; at < to; at++) bits |= CONTENT_BITS[kinds[at] as number] as number;
  return bits;
}

export function contextOf({ kinds }: Tokens, from: number, to: number): number {
  let bits = 0;
  for (let at = from; at < to; at++) bits |= CONTEXT_BITS[kinds[at] as number] as number;
  return bits;
}

export const hasFeature = ({ kinds }: Tokens, at: number, feature: number): boolean =>
  ((FEATURES[kinds[at] as number] as number) & feature) !== 0;

export const isContext = ({ kinds }: Tokens, at: number, bits: number): boolean =>
  ((CONTEXT_BITS[kinds[at] as number] as number) & bits) !== 0;

export const isContent = ({ kinds }: Tokens, at: number, bits: number): boolean =>
  ((CONTENT_BITS[kinds[at] as number] as number) & bits) !== 0;

/** The first token of a run that has the feature, or -1. */
export function findFeature(tokens: Tokens, from: number, to: number, feature: number): number {
  for (let at = from; at < to; at++) if (hasFeature(tokens, at, feature)) return at;
  return -1;
}

/** The first token of a run that is of one of these kinds of context, or -1. */
export function findContext(tokens: Tokens, from: number, to: number, bits: number): number {
  for (let at = from; at < to; at++) if (isContext(tokens, at, bits)) return at;
  return -1;
}

export function allHave(tokens: Tokens, from: number, to: number, feature: number): boolean {
  for (let at = from; at < to; at++) if (!hasFeature(tokens, at, feature)) return false;
  return true;
}
