import { digitOf, findCode, halfWidth, isHan, isSpace, skipSpaces, trimEnd } from './characters.ts';
import { readChinese } from './chinese-numerals.ts';
import { MAX_DIGITS, plainCount, type Scanned, type Sign, scanNumber, skipSign } from './numerals.ts';
import { withoutTags } from './tags.ts';

/** What a column holds: whole numbers, an amount with decimals (万元), or a change such as `+1` or `减3`. */
export type ValueKind = 'count' | 'amount' | 'change';

/** Why a cell that is not empty is no number of its column. */
export type Flaw =
  | 'negative'
  | 'decimal'
  | 'split'
  | 'letters'
  | 'separators'
  | 'unit'
  | 'too-long'
  | 'chinese'
  | 'text';

/**
 * What a cell says. Blank, unreadable and zero are three things: a blank cell may hold a mark for "not applicable"
 * (`-`, `/`, `无`), an invalid one keeps a guess of what was meant, a number may carry an extra (`件`, `（其中…）`), with the blanks before it.
 */
export type Reading =
  | { readonly kind: 'number'; readonly value: number; readonly extra?: string }
  | { readonly kind: 'blank'; readonly mark: boolean }
  | { readonly kind: 'invalid'; readonly flaw: Flaw; readonly guess?: number };

const MARKS = new Set(['-', '--', '—', '——', '–', '―', '/', '\\', '无', '不适用', '*']);
const UNITS = ['万元', '元', '件', '条', '个', '份', '宗', '起', '项', '例', '次', '人次', '人'];

/** The Chinese characters with which a mark or a unit ends. */
const LAST_OF_VALUES = new Set([...MARKS, ...UNITS].map((word) => word.charCodeAt(word.length - 1)));

/** Whether the characters of a cell or word are blank, a value (readable or not) or the text of a label. */
export function classify(text: string, start: number, end: number): 'blank' | 'value' | 'text' {
  const from = skipSpaces(text, start, end);
  return from === end ? 'blank' : classifyTrimmed(text, from, trimEnd(text, from, end));
}

/** The same for characters that neither begin nor end with a blank. */
export function classifyTrimmed(text: string, from: number, to: number): 'value' | 'text' {
  const last = text.charCodeAt(to - 1);
  // Nearly every label ends with a character that ends no value.
  if (isHan(last) && !LAST_OF_VALUES.has(last)) return 'text';
  if (plainCount(text, from, to) >= 0) return 'value';
  if (isMark(text, from, to)) return 'value';
  const number = scanNumber(text, skipSign(text, from, to).at, to);
  if (number.digits === 0) return isMisspeltNumber(text, from, to) ? 'value' : 'text';
  return number.at === to || isExtra(text, number.at, to) || isMisspeltNumber(text, from, to) ? 'value' : 'text';
}

/** Reads the cell `text[start, end)`, surrounding spaces allowed, as a value of a column of this kind. */
export function readValue(text: string, start: number, end: number, kind: ValueKind): Reading {
  const from = skipSpaces(text, start, end);
  const to = trimEnd(text, from, end);
  if (from === to) return { kind: 'blank', mark: false };
  const count = plainCount(text, from, to);
  if (count >= 0) return { kind: 'number', value: count };
  if (findCode(text, 0x3c, from, to) >= 0) {
    const written = withoutTags(text.slice(from, to));
    if (written.length < to - from) return readValue(written, 0, written.length, kind);
  }
  if (isMark(text, from, to)) return { kind: 'blank', mark: true };
  const sign = skipSign(text, from, to);
  const number = scanNumber(text, sign.at, to);
  if (number.digits > 0 && number.at < to && isExtra(text, number.at, to)) {
    return withExtra(number, sign, kind, text.slice(number.at, to));
  }
  if (number.digits === 0 || number.at < to) return unreadable(text, from, to);
  return judge(number, sign, kind);
}

function judge(number: Scanned, { factor, signed }: Sign, kind: ValueKind): Reading {
  const value = factor * number.value;
  if (number.digits > MAX_DIGITS) return { kind: 'invalid', flaw: 'too-long' };
  if (!number.grouped) return { kind: 'invalid', flaw: 'separators', guess: number.value };
  if (signed && kind !== 'change') return { kind: 'invalid', flaw: 'negative', guess: number.value };
  if (number.decimals && kind !== 'amount') {
    return { kind: 'invalid', flaw: 'decimal', ...(Number.isInteger(number.value) ? { guess: number.value } : {}) };
  }
  return { kind: 'number', value };
}

/** `22（其中修订16件）` is 22; `184719元` in a column of 万元 is not 184719. */
function withExtra(number: Scanned, sign: Sign, kind: ValueKind, extra: string): Reading {
  if (kind === 'amount' && extra.startsWith('元', skipSpaces(extra, 0, extra.length))) return inYuan(number.value);
  const reading = judge(number, sign, kind);
  return reading.kind === 'number' ? { ...reading, extra } : reading;
}

/** The form has at most six decimals of 万元, a fen; less than that is no guess worth making. */
function inYuan(value: number): Reading {
  const guess = Math.round(value * 100) / 1_000_000;
  return { kind: 'invalid', flaw: 'unit', ...(guess >= 0.000001 || value === 0 ? { guess } : {}) };
}

function unreadable(text: string, from: number, to: number): Reading {
  let digits = '';
  let split = false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    const digit = digitOf(code);
    if (digit >= 0) digits += digit;
    else if (isSpace(code) || code === 0x0a || code === 0x0d) split = true;
    else if (isLetterForDigit(code)) digits += 'Oo'.includes(String.fromCharCode(halfWidth(code))) ? '0' : '1';
    else return inWords(text.slice(from, to));
  }
  if (digits.length > MAX_DIGITS) return { kind: 'invalid', flaw: 'too-long' };
  return { kind: 'invalid', flaw: split ? 'split' : 'letters', guess: Number(digits) };
}

/** `六`, `三百一十八` are numbers, though not written as the form wants them; other words are none. */
function inWords(word: string): Reading {
  const codes = Array.from({ length: Math.min(word.length, LONGEST_NUMERAL) }, (_, at) => word.charCodeAt(at));
  const numeral = readChinese(codes, 0, codes.length);
  const whole = numeral && numeral.end === word.length && !numeral.unsure;
  return whole ? { kind: 'invalid', flaw: 'chinese', guess: numeral.value } : { kind: 'invalid', flaw: 'text' };
}

const LONGEST_NUMERAL = 20;

function isMark(text: string, from: number, to: number): boolean {
  if (to - from > 3) return false;
  let folded = '';
  for (let at = from; at < to; at++) folded += String.fromCharCode(halfWidth(text.charCodeAt(at)));
  return MARKS.has(folded);
}

/** Whether a word is one of the units that are written behind a number. */
export function isUnit(text: string, start: number, end: number): boolean {
  return end - start <= 2 && isHan(text.charCodeAt(start)) && UNITS.includes(text.slice(start, end));
}

/** What may follow a number inside its cell: a unit, a remark in brackets, or both. `年度` or a sentence may not. */
function isExtra(text: string, start: number, end: number): boolean {
  let at = skipSpaces(text, start, end);
  for (const unit of UNITS) {
    if (text.startsWith(unit, at)) {
      at = skipSpaces(text, at + unit.length, end);
      break;
    }
  }
  return at === end || (halfWidth(text.charCodeAt(at)) === 0x28 && isClosing(text.charCodeAt(end - 1)));
}

function isClosing(code: number): boolean {
  return halfWidth(code) === 0x29;
}

/** Digits with spaces between (`2 0`), or letters that look like digits (`1O`, `l2`): a value, though unreadable. */
function isMisspeltNumber(text: string, from: number, to: number): boolean {
  let digits = 0;
  let letters = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (digitOf(code) >= 0) digits++;
    else if (isLetterForDigit(code)) letters++;
    else if (isHan(code) || !isSpace(code)) return false;
  }
  return digits > 0 || letters === 1;
}

function isLetterForDigit(code: number): boolean {
  const half = halfWidth(code);
  return half === 0x4f || half === 0x6f || half === 0x6c || half === 0x49;
}
