/** Chinese numerals: `十二`, `一百零三`, `二〇二四`. All offsets are indices into the codes given. */

/** 0 to 9, each at its place. */
export const CHINESE_DIGITS = '〇一二三四五六七八九';

/** What ordinals are written with: `（十二）`. */
export const CHINESE_ORDINALS = '一二三四五六七八九十';

const DIGITS: ReadonlyMap<number, number> = new Map([
  ...[...CHINESE_DIGITS].map((digit, value) => [digit.charCodeAt(0), value] as const),
  ['零'.charCodeAt(0), 0],
  ['○'.charCodeAt(0), 0],
  ['两'.charCodeAt(0), 2],
]);

const POWERS: ReadonlyMap<number, number> = new Map([
  ['十'.charCodeAt(0), 10],
  ['百'.charCodeAt(0), 100],
  ['千'.charCodeAt(0), 1000],
]);
const MYRIAD = '万'.charCodeAt(0);

/** All characters that a numeral can begin with; 万 is none. */
export const NUMERAL_STARTS: readonly number[] = [...DIGITS.keys(), ...POWERS.keys()];

/** All characters of numerals. */
export const NUMERAL_CODES: readonly number[] = [...NUMERAL_STARTS, MYRIAD];

/** 0–9 for `〇`, `零`, `两` and the like, otherwise -1. */
export function chineseDigit(code: number): number {
  return DIGITS.get(code) ?? -1;
}

/** A numeral as far as it was read: `end` is behind its last character. */
export interface ChineseNumeral {
  readonly end: number;
  readonly value: number;
  /** `三四十`: which number is meant cannot be said. */
  readonly unsure: boolean;
}

/** 九千九百九十九万九千九百九十九 */
const LONGEST = 16;

/** Reads `十二`, `一百零三`, `两万`; undefined when no numeral stands at `at`. */
export function readChinese(codes: ArrayLike<number>, at: number, length: number): ChineseNumeral | undefined {
  let total = 0;
  let part = 0;
  let digit = -1;
  let unsure = false;
  let to = at;
  const limit = Math.min(length, at + LONGEST);
  for (; to < limit; to++) {
    const code = codes[to] as number;
    const value = chineseDigit(code);
    const power = POWERS.get(code);
    if (value >= 0) {
      unsure ||= digit > 0;
      digit = value;
    } else if (power !== undefined) {
      part += (digit < 0 ? 1 : digit) * power;
      digit = -1;
    } else if (code === MYRIAD && to > at && total === 0) {
      total = (part + Math.max(digit, 0)) * 10_000;
      part = 0;
      digit = -1;
    } else break;
  }
  return to === at ? undefined : { end: to, value: total + part + Math.max(digit, 0), unsure };
}

/** `二〇二四` digit by digit: the number that they write, or -1 when one of them is none. */
export function readDigitByDigit(codes: ArrayLike<number>, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = chineseDigit(codes[at] as number);
    if (digit < 0) return -1;
    value = value * 10 + digit;
  }
  return value;
}
