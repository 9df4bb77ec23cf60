import { digitOf } from '../text/characters.ts';
import { chineseDigit, readDigitByDigit } from '../text/chinese-numerals.ts';
import { lengthOf, longestWord, wordOf } from './lexicon.ts';
import { numeral, readDigits, readNumeral } from './numeral.ts';
import type { Paragraph } from './paragraphs.ts';
import {
  APPROXIMATE,
  addToken,
  CHINESE,
  DATE,
  DAY,
  FILLER,
  NUMBER,
  PERCENT,
  TEXT,
  type Tokens,
  YEAR,
} from './token-table.ts';
import { COUNTS, DURATION, theUnits } from './units.ts';

const YEAR_SIGN = codeOf('年');
const MONTH_SIGN = codeOf('月');
const DAY_SIGN = codeOf('日');
const DEGREE = codeOf('度');
const PERCENT_SIGN = codeOf('%');
const ORDINAL = codeOf('第');
const MYRIAD = codeOf('万');
const YUAN = codeOf('元');

/** What makes the number before it approximate; what stands between the ends of a range. */
const ABOUT = 1;
const RANGE = 2;
const SIGNS = new Uint8Array(0x10000);
for (const code of codesOf('余多来几')) SIGNS[code] = ABOUT;
for (const code of codesOf('-~—–～至到')) SIGNS[code] = RANGE;

const BEHIND = ['以上', '左右', '以内', '以下', '上下'].map(codesOf);
const HUNDREDTHS = codesOf('百分之');

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

function codesOf(characters: string): readonly number[] {
  return [...characters].map(codeOf);
}

/**
 * Adds the number at `at` with what belongs to it, and returns where it ends; a Chinese numeral only where a measure word
 * shows that it is one. Returns `at` when there is none.
 */
export function readNumber(text: string, paragraph: Paragraph, at: number, tokens: Tokens): number {
  const { codes, length } = paragraph;
  const hundredths = startsWith(paragraph, at, HUNDREDTHS);
  const from = hundredths ? at + HUNDREDTHS.length : at;
  if (from >= length || !(readDigits(text, paragraph, from) || readNumeral(paragraph, from))) return at;
  const { end, flags, value } = numeral;
  if (hundredths) return addNumber(tokens, PERCENT, at, end, 0);
  const behind = end < length ? (codes[end] as number) : 0;
  if (behind === PERCENT_SIGN) return addNumber(tokens, PERCENT, at, end + 1, 0);
  const written = (flags & CHINESE) === 0;
  if (behind === YEAR_SIGN) {
    const next = readYear(paragraph, tokens);
    return next > at || !written ? next : addText(tokens, at, end);
  }
  if (behind === MONTH_SIGN || behind === DAY_SIGN) {
    addToken(tokens, DATE, at, end + 1, value);
    if (behind === DAY_SIGN) tokens.flags[tokens.count - 1] = DAY;
    return end + 1;
  }
  if (isBareYear(paragraph, behind)) {
    addToken(tokens, YEAR, at, end, value);
    return end;
  }
  const next = readCount(paragraph, tokens);
  return next > at || !written ? next : addText(tokens, at, end);
}

const BEHIND_BARE_YEAR = codesOf('共全我本');

/** `2024共收到`, `2024全年`: a year that lost its 年. */
function isBareYear({ codes }: Paragraph, behind: number): boolean {
  const { start, end, value, flags } = numeral;
  if (end - start !== 4 || flags & CHINESE || value < 2000 || value > 2100) return false;
  return BEHIND_BARE_YEAR.includes(behind) && digitOf(codes[start] as number) >= 0;
}

function addText(tokens: Tokens, start: number, end: number): number {
  addToken(tokens, TEXT, start, end, 0);
  return end;
}

function addNumber(tokens: Tokens, kind: number, start: number, end: number, unit: number): number {
  const at = tokens.count++;
  tokens.kinds[at] = kind;
  tokens.starts[at] = start;
  tokens.ends[at] = end;
  tokens.data[at] = 0;
  tokens.values[at] = numeral.value;
  tokens.numeralEnds[at] = numeral.end;
  tokens.decimals[at] = numeral.decimals;
  tokens.units[at] = unit;
  tokens.flags[at] = numeral.flags;
  tokens.numbers++;
  if (kind === PERCENT) tokens.percentages = true;
  return end;
}

function startsWith({ codes, length }: Paragraph, at: number, word: readonly number[]): boolean {
  if (codes[at] !== word[0] || at + word.length > length) return false;
  for (let index = 1; index < word.length; index++) if (codes[at + index] !== word[index]) return false;
  return true;
}

/** `2024年`, `二〇二四年度`. */
function readYear({ codes, length }: Paragraph, tokens: Tokens): number {
  const { start, end, value, flags } = numeral;
  const year = flags & CHINESE ? readDigitByDigit(codes, start, end) : value;
  if (end - start !== 4 || !(year >= 1990 && year <= 2100)) return start;
  const to = end + 1 < length && codes[end + 1] === DEGREE ? end + 2 : end + 1;
  addToken(tokens, YEAR, start, to, year);
  return to;
}

/** `12余件`, `1.2万条`, `3-5件`: the measure word, and whether the number is only approximate. */
function readCount(paragraph: Paragraph, tokens: Tokens): number {
  const { codes, length } = paragraph;
  const { start, end } = numeral;
  let at = skipAbout(paragraph, end);
  if (codeAt(paragraph, at) === MYRIAD && codeAt(paragraph, at + 1) !== YUAN) at = skipAbout(paragraph, at + 1);
  // 1.2万件 is 12,000 only roughly.
  let approximate =
    at > end ||
    isSome(paragraph, start) ||
    isRange(paragraph, start - 1, start - 2) ||
    isRange(paragraph, end, end + 1);
  const units = theUnits();
  const found = at < length ? longestWord(units.lexicon, codes, at, length) : 0;
  if (found === 0 && !approximate) return isNone(paragraph, at) ? addBare(tokens, start, at) : start;
  const features = units.features[wordOf(found)] as number;
  if (found !== 0) at += lengthOf(found);
  const ordinal = codeAt(paragraph, start - 1) === ORDINAL;
  if (features & DURATION) return ordinal ? addText(tokens, start, at) : addFiller(tokens, start, at);
  if (found !== 0) {
    const behind = skipBehind(paragraph, skipAbout(paragraph, at));
    approximate ||= behind > at;
    at = behind;
  }
  if (ordinal) return addText(tokens, start, at);
  if (approximate) numeral.flags |= APPROXIMATE;
  tokens.unitFeatures |= features;
  return addNumber(tokens, NUMBER, start, at, features & COUNTS ? wordOf(found) : 0);
}

function codeAt({ codes, length }: Paragraph, at: number): number {
  return at >= 0 && at < length ? (codes[at] as number) : 0;
}

const CLAUSE_ENDS = codesOf('，,。;、)');

/** `行政复议为0，…`: 0 or 零 needs no measure word where the clause ends behind it. */
function isNone(paragraph: Paragraph, at: number): boolean {
  return numeral.value === 0 && (at === paragraph.length || CLAUSE_ENDS.includes(codeAt(paragraph, at)));
}

function addBare(tokens: Tokens, start: number, end: number): number {
  const { bare, features } = theUnits();
  tokens.unitFeatures |= features[bare] as number;
  return addNumber(tokens, NUMBER, start, end, bare);
}

const SOME = codesOf('数几');
const POWERS = codesOf('十百千');

/** 数十件 */
function isSome(paragraph: Paragraph, start: number): boolean {
  return POWERS.includes(codeAt(paragraph, start)) && SOME.includes(codeAt(paragraph, start - 1));
}

function skipAbout(paragraph: Paragraph, from: number): number {
  let at = from;
  while ((SIGNS[codeAt(paragraph, at)] as number) & ABOUT) at++;
  return at;
}

/** Whether a sign of a range stands at the one place and a digit at the other. */
function isRange(paragraph: Paragraph, sign: number, digit: number): boolean {
  return ((SIGNS[codeAt(paragraph, sign)] as number) & RANGE) !== 0 && isNumeral(codeAt(paragraph, digit));
}

/** 以上, 左右 */
function skipBehind(paragraph: Paragraph, from: number): number {
  let at = from;
  for (const word of BEHIND) if (startsWith(paragraph, at, word)) at += word.length;
  return at;
}

function addFiller(tokens: Tokens, start: number, end: number): number {
  addToken(tokens, FILLER, start, end, 0);
  return end;
}

function isNumeral(code: number): boolean {
  return digitOf(code) >= 0 || chineseDigit(code) >= 0;
}
