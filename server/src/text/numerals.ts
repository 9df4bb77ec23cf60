import { digitOf, halfWidth } from './characters.ts';

/** Counts above this many digits cannot be summed exactly. */
export const MAX_DIGITS = 15;

/** The number that a few ASCII digits and nothing else write, which is what nearly every cell holds; otherwise -1. */
export function plainCount(text: string, from: number, to: number): number {
  if (to - from > 9) return -1;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** A number as far as it was read: `at` is behind its last character. */
export interface Scanned {
  readonly at: number;
  readonly value: number;
  readonly digits: number;
  readonly decimals: boolean;
  readonly grouped: boolean;
}

/** Reads digits, thousands separators and a decimal point from `start` on; stops at the first other character. */
export function scanNumber(text: string, start: number, end: number): Scanned {
  let digits = '';
  let grouped = true;
  let group = -1;
  let point = -1;
  let at = start;
  for (; at < end; at++) {
    const code = halfWidth(text.charCodeAt(at));
    const digit = digitOf(code);
    const next = at + 1 < end ? digitOf(text.charCodeAt(at + 1)) : -1;
    if (digit >= 0) {
      if (digits.length <= MAX_DIGITS + 9) digits += digit;
      if (group >= 0) group++;
    } else if (code === 0x2c && point < 0 && digits !== '' && next >= 0) {
      grouped &&= group < 0 ? digits.length <= 3 : group === 3;
      group = 0;
    } else if (code === 0x2e && point < 0 && digits !== '' && next >= 0) {
      point = digits.length;
      grouped &&= group < 0 || group === 3;
      group = -1;
    } else break;
  }
  grouped &&= group < 0 || group === 3;
  const whole = point < 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return { at, value: Number(whole || '0'), digits: digits.length, decimals: point >= 0, grouped };
}

/** `+1`, `-2`, `减3`, `增加2`: the form of 2019 prints changes so; elsewhere a sign is a flaw. */
export function skipSign(text: string, from: number, to: number): Sign {
  const code = halfWidth(text.charCodeAt(from));
  if (code === 0x2b) return { at: from + 1, factor: 1, signed: true };
  if (code === 0x2d || code === 0x2212 || code === 0x2014 || code === 0x2013) {
    return { at: from + 1, factor: -1, signed: true };
  }
  if (code !== 0x589e && code !== 0x51cf) return { at: from, factor: 1, signed: false };
  for (const [word, factor] of SIGNS) {
    if (text.startsWith(word, from) && from + word.length < to) return { at: from + word.length, factor, signed: true };
  }
  return { at: from, factor: 1, signed: false };
}

export interface Sign {
  readonly at: number;
  readonly factor: number;
  readonly signed: boolean;
}

const SIGNS: readonly (readonly [string, number])[] = [
  ['增加', 1],
  ['减少', -1],
  ['增', 1],
  ['减', -1],
];
