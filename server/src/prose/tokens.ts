import { codesOf, digitOf, isHan } from '../text/characters.ts';
import { NUMERAL_STARTS } from '../text/chinese-numerals.ts';
import { lengthOf, longestWord, wordOf } from './lexicon.ts';
import { readNumber } from './numbers.ts';
import type { Paragraph } from './paragraphs.ts';
import { addToken, emptyTokens, MARK, TEXT, type Tokens } from './token-table.ts';
import { theVocabulary, type Vocabulary } from './vocabulary.ts';
import { kindIndex } from './word-kinds.ts';

/** What a character can begin. */
const NOTHING = 0;
const WORD = 1;
const NUMERAL = 2;
const DIGIT = 3;
const SIGN = 4;
const QUOTE = 5;

const ORDINAL_ENDS: readonly number[] = [0x3001, 0x2e];
const BULLETS = codesOf('●○■□◆◇▪▫•·★☆▶►➢—–-*');
const YEAR_SIGN = '年'.charCodeAt(0);
const YEAR_DIGITS = 4;
const SIGNS = '，,、;。:()!?.';
const POINT = 0x2e;
const STOP = 0x3002;
const QUOTES: ReadonlyMap<number, number> = new Map(
  ['《》', '“”', '‘’', '「」', '〔〕', '【】', '[]', '""'].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
);
/** What is quoted is a name; beyond this many characters the closing sign is taken to be lost. */
const LONGEST_QUOTE = 80;

let starts: Uint8Array | undefined;

/** What token each character can begin; of the vocabulary, so that no list of characters stands beside it. */
function startsOf({ lexicon }: Vocabulary): Uint8Array {
  if (starts) return starts;
  starts = new Uint8Array(0x10000);
  for (const code of lexicon.firsts) starts[code] = WORD;
  for (const code of NUMERAL_STARTS) starts[code] = NUMERAL;
  for (let code = 0x30; code <= 0x39; code++) starts[code] = DIGIT;
  for (const sign of SIGNS) starts[sign.charCodeAt(0)] = SIGN;
  for (const code of QUOTES.keys()) starts[code] = QUOTE;
  return starts;
}

/** Cuts a paragraph into words of the vocabulary, numbers, years, marks, and what lies between them. */
export function tokenize(text: string, paragraph: Paragraph, tokens: Tokens): void {
  const { codes, length } = paragraph;
  const vocabulary = theVocabulary();
  const { lexicon, kinds } = vocabulary;
  const begins = startsOf(vocabulary);
  emptyTokens(tokens, length);
  // What lies before a token begins here.
  let from = skipOrdinal(paragraph);
  for (let at = from; at < length; ) {
    const begin = begins[codes[at] as number] as number;
    if (begin === NOTHING) {
      at++;
      continue;
    }
    const found = begin <= NUMERAL ? longestWord(lexicon, codes, at, length) : 0;
    if (found === 0 && begin === WORD) {
      at++;
      continue;
    }
    const before = tokens.count;
    if (at > from) addToken(tokens, TEXT, from, at, 0);
    let end = at + lengthOf(found);
    // 一 alone is a number, 一并 is not.
    if (begin === WORD || end > at + 1) addToken(tokens, kinds[wordOf(found)] as number, at, end, wordOf(found));
    else end = begin === SIGN ? addSign(paragraph, at, tokens) : readOther(text, paragraph, at, begin, tokens);
    if (end > at) from = end;
    else tokens.count = before;
    at = Math.max(end, at + 1);
  }
  if (length > from) addToken(tokens, TEXT, from, length, 0);
}

/** Behind the `1、` or `2.` of an item, or the sign before it. */
function skipOrdinal({ codes, length }: Paragraph): number {
  let from = 0;
  while (from < length && BULLETS.has(codes[from] as number)) from++;
  let at = from;
  while (at < from + 2 && at < length && digitOf(codes[at] as number) >= 0) at++;
  if (at === from || at + 1 >= length || !ORDINAL_ENDS.includes(codes[at] as number)) return from;
  const decimal = digitOf(codes[at + 1] as number) >= 0 && codes[at + 1 + YEAR_DIGITS] !== YEAR_SIGN;
  return decimal ? from : at + 1;
}

/** Adds a mark; `未收到申请.` ends with a full stop, the points of an address or of an ordinal are none. */
function addSign({ codes, length }: Paragraph, at: number, tokens: Tokens): number {
  if (codes[at] === POINT) {
    const stops = at > 0 && isHan(codes[at - 1] as number) && (at + 1 === length || isHan(codes[at + 1] as number));
    if (!stops) return at;
    addToken(tokens, MARK, at, at + 1, STOP);
    return at + 1;
  }
  addToken(tokens, MARK, at, at + 1, codes[at] as number);
  return at + 1;
}

/** Adds what is quoted, or a number, and returns where it ends; `at` itself when there is none. */
function readOther(text: string, paragraph: Paragraph, at: number, begin: number, tokens: Tokens): number {
  if (begin !== QUOTE) return readNumber(text, paragraph, at, tokens);
  const end = quoteEnd(paragraph, at);
  const found = outcomeIn(paragraph, at + 1, end - 1);
  addToken(tokens, found ? OUTCOME : TEXT, at, end, found);
  return end;
}

const OUTCOME = kindIndex('outcome');

/** The number of the word that is all that is quoted, where it names a row of the form: `“予以公开”5件`. */
function outcomeIn({ codes }: Paragraph, from: number, to: number): number {
  if (to <= from) return 0;
  const { lexicon, kinds } = theVocabulary();
  const found = longestWord(lexicon, codes, from, to);
  return lengthOf(found) === to - from && kinds[wordOf(found)] === OUTCOME ? wordOf(found) : 0;
}

function quoteEnd({ codes, length }: Paragraph, at: number): number {
  const closing = QUOTES.get(codes[at] as number);
  const limit = Math.min(length, at + LONGEST_QUOTE);
  for (let to = at + 1; to < limit; to++) if (codes[to] === closing) return to + 1;
  return at + 1;
}
