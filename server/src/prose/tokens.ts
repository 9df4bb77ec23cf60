import { digitOf } from '../text/characters.ts';
import { chineseDigit, type Numeral, readChinese, readDigits, readUnit } from './amounts.ts';
import { type Lexicon, longestWord } from './lexicon.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Word } from './word-kinds.ts';

interface At {
  /** Indices into the codes of the paragraph. */
  readonly start: number;
  readonly end: number;
}

/** A number with its measure word. */
export interface NumberToken extends At {
  readonly kind: 'number';
  readonly numeral: Numeral;
  /** Empty for a number that counts nothing of the form. */
  readonly unit: string;
  readonly approximate: boolean;
}

export interface PercentToken extends At {
  readonly kind: 'percent';
  readonly numeral: Numeral;
}

export type Token =
  | NumberToken
  | PercentToken
  | (At & { readonly kind: 'word'; readonly word: Word })
  | (At & { readonly kind: 'year'; readonly year: number })
  /** `3月`, `31日`. */
  | (At & { readonly kind: 'date'; readonly value: number; readonly unit: 'month' | 'day' })
  | (At & { readonly kind: 'mark'; readonly mark: string })
  /** What the grammar does not know. */
  | (At & { readonly kind: 'text' });

const MARKS = new Set([...'，,、;。:()!?'].map((mark) => mark.charCodeAt(0)));
const QUOTES: ReadonlyMap<number, number> = new Map(
  ['《》', '“”', '‘’', '「」', '〔〕', '【】', '[]', '""'].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
);
/** What is quoted is a name; beyond this many characters the closing sign is taken to be lost. */
const LONGEST_QUOTE = 80;
const YEAR = 0x5e74;
const MONTH = 0x6708;
const DAY = 0x65e5;
const PERCENT = 0x25;
const ORDINAL = 0x7b2c;
const APPROXIMATE = new Set([...'余多来几'].map((sign) => sign.charCodeAt(0)));
const RANGE = new Set([...'-~—–～至到'].map((sign) => sign.charCodeAt(0)));
const BEHIND = ['以上', '左右', '以内', '以下', '上下'].map((word) => [...word].map((each) => each.charCodeAt(0)));
const HUNDREDTHS = [...'百分之'].map((each) => each.charCodeAt(0));

/** Cuts a paragraph into words of the vocabulary, numbers, years, marks, and what lies between them. */
export function tokenize(text: string, paragraph: Paragraph, words: Lexicon<Word>): Token[] {
  const { codes } = paragraph;
  const tokens: Token[] = [];
  let from = 0;
  const close = (at: number) => {
    if (at > from) tokens.push({ kind: 'text', start: from, end: at });
  };
  const begins = beginnings(words);
  for (let at = 0; at < codes.length; ) {
    const token = begins[codes[at] as number] ? readToken(text, paragraph, at, words) : undefined;
    if (token) {
      close(at);
      tokens.push(token);
      at = token.end;
      from = at;
    } else at++;
  }
  close(codes.length);
  return tokens;
}

const known = new WeakMap<Lexicon<Word>, Uint8Array>();

/** The characters with which a token can begin. */
function beginnings(words: Lexicon<Word>): Uint8Array {
  const before = known.get(words);
  if (before) return before;
  const begins = new Uint8Array(0x10000);
  for (const code of [...MARKS, ...QUOTES.keys(), ...words.root.next.keys()]) begins[code] = 1;
  for (let code = 0; code < begins.length; code++) if (digitOf(code) >= 0 || isChinese(code)) begins[code] = 1;
  known.set(words, begins);
  return begins;
}

function isChinese(code: number): boolean {
  return chineseDigit(code) >= 0 || code === 0x5341 || code === 0x767e || code === 0x5343;
}

function readToken(text: string, paragraph: Paragraph, at: number, words: Lexicon<Word>): Token | undefined {
  const { codes } = paragraph;
  const code = codes[at] as number;
  if (MARKS.has(code)) return { kind: 'mark', mark: String.fromCharCode(code), start: at, end: at + 1 };
  const closing = QUOTES.get(code);
  if (closing !== undefined) return { kind: 'text', start: at, end: quoteEnd(codes, at, closing) };
  if (digitOf(code) >= 0) return readNumber(text, paragraph, at);
  const found = longestWord(words, codes, at);
  if (found && (found.length > 1 || !beginsNumber(codes, at))) {
    const end = at + found.length;
    return found.meaning ? { kind: 'word', word: found.meaning, start: at, end } : { kind: 'text', start: at, end };
  }
  return beginsNumber(codes, at) ? readNumber(text, paragraph, at) : undefined;
}

function quoteEnd(codes: readonly number[], at: number, closing: number): number {
  const limit = Math.min(codes.length, at + LONGEST_QUOTE);
  for (let to = at + 1; to < limit; to++) if (codes[to] === closing) return to + 1;
  return at + 1;
}

function beginsNumber(codes: readonly number[], at: number): boolean {
  return isChinese(codes[at] as number);
}

/** A number with what belongs to it; a Chinese numeral only where a measure word shows that it is one. */
function readNumber(text: string, paragraph: Paragraph, at: number): Token | undefined {
  const { codes } = paragraph;
  const hundredths = HUNDREDTHS.every((each, index) => codes[at + index] === each);
  const from = hundredths ? at + HUNDREDTHS.length : at;
  const numeral = readDigits(text, paragraph, from) ?? readChinese(paragraph, from);
  if (!numeral) return undefined;
  if (hundredths) return { kind: 'percent', numeral, start: at, end: numeral.end };
  const { end, writing } = numeral;
  const behind = codes[end] as number;
  const text_: Token = { kind: 'text', start: at, end };
  if (behind === PERCENT) return { kind: 'percent', numeral, start: at, end: end + 1 };
  if (behind === YEAR) return readYear(codes, numeral) ?? (writing === 'digits' ? text_ : undefined);
  if (behind === MONTH || behind === DAY) {
    return { kind: 'date', value: numeral.value, unit: behind === MONTH ? 'month' : 'day', start: at, end: end + 1 };
  }
  const counted = readCount(codes, numeral);
  if (!counted) return writing === 'digits' ? text_ : undefined;
  return codes[at - 1] === ORDINAL ? { kind: 'text', start: at, end: counted.end } : counted;
}

/** `2024年`, `二〇二四年度`; the span has no 年 in it, which stays where the year is changed. */
function readYear(codes: readonly number[], { start, end, writing, value }: Numeral): Token | undefined {
  let year = value;
  if (writing === 'chinese') {
    year = 0;
    for (let at = start; at < end; at++) year = year * 10 + chineseDigit(codes[at] as number);
  }
  if (end - start !== 4 || !(year >= 1990 && year <= 2100)) return undefined;
  return { kind: 'year', year, start, end: codes[end + 1] === 0x5ea6 ? end + 2 : end + 1 };
}

/** `12余件`, `1.2万条`, `3-5件`: the measure word, and whether the number is only approximate. */
function readCount(codes: readonly number[], numeral: Numeral): Token | undefined {
  let at = numeral.end;
  let approximate = RANGE.has(codes[numeral.start - 1] as number) && isNumeral(codes, numeral.start - 2);
  if (RANGE.has(codes[at] as number) && isNumeral(codes, at + 1)) approximate = true;
  const skip = () => {
    for (; APPROXIMATE.has(codes[at] as number); at++) approximate = true;
  };
  skip();
  if (codes[at] === 0x4e07 && codes[at + 1] !== 0x5143) {
    // 1.2万件 is 12,000 only roughly.
    at++;
    approximate = true;
    skip();
  }
  const unit = readUnit(codes, at);
  if (!unit)
    return approximate ? { kind: 'number', numeral, unit: '', approximate, start: numeral.start, end: at } : undefined;
  const name = String.fromCharCode(...codes.slice(at, at + unit.length));
  at += unit.length;
  if (unit.kind === 'duration') return { kind: 'word', word: { kind: 'filler' }, start: numeral.start, end: at };
  skip();
  for (const word of BEHIND) {
    if (word.every((each, index) => codes[at + index] === each)) {
      approximate = true;
      at += word.length;
    }
  }
  return {
    kind: 'number',
    numeral,
    unit: unit.kind === 'counting' ? name : '',
    approximate,
    start: numeral.start,
    end: at,
  };
}

function isNumeral(codes: readonly number[], at: number): boolean {
  const code = codes[at];
  return code !== undefined && (digitOf(code) >= 0 || chineseDigit(code) >= 0);
}
