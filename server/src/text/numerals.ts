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

/**
 * The scanner of numbers, for cells and for prose: digits with thousands separators and a decimal point. Whoever has the
 * characters feeds them one by one, so that it does not matter where they are kept.
 */
export interface NumberScan {
  /** The digits so far as a whole number, without the point. */
  mantissa: number;
  digits: number;
  /** How many digits stand behind the point; -1 before a point. */
  decimals: number;
  /** How many digits stand behind the last separator; -1 before one. */
  group: number;
  /** Whether separators stand where thousands are. */
  grouped: boolean;
}

export function newScan(): NumberScan {
  return { mantissa: 0, digits: 0, decimals: -1, group: -1, grouped: true };
}

/** Makes a scan new again: prose reads many numbers with one. */
export function restart(scan: NumberScan): void {
  scan.mantissa = 0;
  scan.digits = 0;
  scan.decimals = -1;
  scan.group = -1;
  scan.grouped = true;
}

const COMMA = 0x2c;
const POINT = 0x2e;

/**
 * Takes the next character of a number; false when it belongs to none.
 *
 * @param code the character, made half-width where full-width separators count
 * @param next the digit behind it, or -1: a separator or point must have one
 */
export function feed(scan: NumberScan, code: number, next: number): boolean {
  const digit = digitOf(code);
  if (digit >= 0) {
    if (scan.digits <= MAX_DIGITS + 9) scan.mantissa = scan.mantissa * 10 + digit;
    scan.digits++;
    if (scan.group >= 0) scan.group++;
    if (scan.decimals >= 0) scan.decimals++;
    return true;
  }
  if ((code !== COMMA && code !== POINT) || scan.decimals >= 0 || scan.digits === 0 || next < 0) return false;
  endGroup(scan, code === COMMA);
  if (code === COMMA) scan.group = 0;
  else {
    scan.group = -1;
    scan.decimals = 0;
  }
  return true;
}

/** A group has three digits, the first one up to three. */
function endGroup(scan: NumberScan, separator: boolean): void {
  if (scan.group >= 0) scan.grouped &&= scan.group === 3;
  else if (separator) scan.grouped &&= scan.digits <= 3;
}

/** Whether all groups had three digits; called once, at the end of the number. */
export function isGrouped({ grouped, group }: NumberScan): boolean {
  return grouped && (group < 0 || group === 3);
}

export function scannedValue({ mantissa, decimals }: NumberScan): number {
  return decimals > 0 ? mantissa / 10 ** decimals : mantissa;
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
  const scan = newScan();
  let at = start;
  for (; at < end; at++) {
    const next = at + 1 < end ? digitOf(text.charCodeAt(at + 1)) : -1;
    if (!feed(scan, halfWidth(text.charCodeAt(at)), next)) break;
  }
  return { at, value: scannedValue(scan), digits: scan.digits, decimals: scan.decimals >= 0, grouped: isGrouped(scan) };
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
