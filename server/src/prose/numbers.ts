import { digitOf } from '../text/characters.ts';
import { readDigitByDigit } from '../text/chinese-numerals.ts';
import { codeAt, codeOf, isRange, isSome, skipAbout, skipBehind, startsWith, wordCodes } from './approximate.ts';
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
import { skipWholeYear } from './whole-year.ts';
import { kindIndex } from './word-kinds.ts';

const YEAR_SIGN = codeOf('年');
const MONTH_SIGN = codeOf('月');
const DAY_SIGN = codeOf('日');
const DEGREE = codeOf('度');
const PERCENT_SIGN = codeOf('%');
const ORDINAL = codeOf('第');
const MYRIAD = codeOf('万');
const YUAN = codeOf('元');

const HUNDREDTHS = wordCodes('百分之');

/**
 * Adds the number at `at` with what belongs to it, and returns where it ends; a Chinese numeral only where a measure word
 * shows that it is one. Returns `at` when there is none.
 */
export function readNumber(text: string, paragraph: Paragraph, at: number, tokens: Tokens): number {
  const { codes, length } = paragraph;
  const whole = skipWholeYear(paragraph, at);
  if (whole > at) return addFiller(tokens, at, whole);
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

const BEHIND_BARE_YEAR = wordCodes('共全我本');

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
  if (found === 0 && !approximate)
    return isNone(paragraph, at) || isBareOutcome(paragraph, at, tokens) ? addBare(tokens, start, at) : start;
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

const CLAUSE_ENDS = wordCodes('，,。;、)');
const STOPS = wordCodes('，。;');
const OUTCOME = kindIndex('outcome');

/** `行政复议为0，…`: 0 or 零 needs no measure word where the clause ends behind it. */
function isNone(paragraph: Paragraph, at: number): boolean {
  return numeral.value === 0 && (at === paragraph.length || CLAUSE_ENDS.includes(codeAt(paragraph, at)));
}

/** `部分公开67，占4.61%`: an outcome is counted, and a comma or full stop shows that no more follows. */
function isBareOutcome(paragraph: Paragraph, at: number, { kinds, ends, count }: Tokens): boolean {
  if (count === 0 || kinds[count - 1] !== OUTCOME || ends[count - 1] !== numeral.start) return false;
  return at < paragraph.length && STOPS.includes(codeAt(paragraph, at));
}

function addBare(tokens: Tokens, start: number, end: number): number {
  const { bare, features } = theUnits();
  tokens.unitFeatures |= features[bare] as number;
  return addNumber(tokens, NUMBER, start, end, bare);
}

function addFiller(tokens: Tokens, start: number, end: number): number {
  addToken(tokens, FILLER, start, end, 0);
  return end;
}
