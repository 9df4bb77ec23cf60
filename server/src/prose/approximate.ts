import { digitOf } from '../text/characters.ts';
import { chineseDigit } from '../text/chinese-numerals.ts';
import type { Paragraph } from './paragraphs.ts';

/** What stands around a number and makes it approximate: 余, 以上, 数十, a range. */

/** What makes the number before it approximate; what stands between the ends of a range. */
const ABOUT = 1;
const RANGE = 2;
const SIGNS = new Uint8Array(0x10000);
for (const code of wordCodes('余多来几')) SIGNS[code] = ABOUT;
for (const code of wordCodes('-~—–～至到')) SIGNS[code] = RANGE;

const BEHIND = ['以上', '左右', '以内', '以下', '上下'].map(wordCodes);
const SOME = wordCodes('数几');
const POWERS = wordCodes('十百千');

/** 数十件 */
export function isSome(paragraph: Paragraph, start: number): boolean {
  return POWERS.includes(codeAt(paragraph, start)) && SOME.includes(codeAt(paragraph, start - 1));
}

export function skipAbout(paragraph: Paragraph, from: number): number {
  let at = from;
  while ((SIGNS[codeAt(paragraph, at)] as number) & ABOUT) at++;
  return at;
}

/** Whether a sign of a range stands at the one place and a digit at the other. */
export function isRange(paragraph: Paragraph, sign: number, digit: number): boolean {
  return isRangeSign(codeAt(paragraph, sign)) && isNumeral(codeAt(paragraph, digit));
}

export const isRangeSign = (code: number): boolean => ((SIGNS[code] as number) & RANGE) !== 0;

/** 以上, 左右 */
export function skipBehind(paragraph: Paragraph, from: number): number {
  let at = from;
  for (const word of BEHIND) if (startsWith(paragraph, at, word)) at += word.length;
  return at;
}

function isNumeral(code: number): boolean {
  return digitOf(code) >= 0 || chineseDigit(code) >= 0;
}

export function codeAt({ codes, length }: Paragraph, at: number): number {
  return at >= 0 && at < length ? (codes[at] as number) : 0;
}

export function startsWith({ codes, length }: Paragraph, at: number, word: readonly number[]): boolean {
  if (codes[at] !== word[0] || at + word.length > length) return false;
  for (let index = 1; index < word.length; index++) if (codes[at + index] !== word[index]) return false;
  return true;
}

export function codeOf(character: string): number {
  return character.charCodeAt(0);
}

/** The code units of a word, for `startsWith`. */
export function wordCodes(characters: string): readonly number[] {
  return [...characters].map(codeOf);
}
