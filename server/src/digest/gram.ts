import { halfWidth, isHan } from '../text/characters.ts';
import { NUMERAL_CODES } from '../text/chinese-numerals.ts';

/** So many characters in a row, within one sentence, are compared: texts that know nothing of each other share few such. */
export const GRAM = 6;

const SENTENCE_ENDS = '。；！？;!?';

/** In the table: the sentence ends here, a tag or an entity may begin, the line ends. What is above is a character. */
export const SENTENCE_END = 1;
export const MARKUP = 2;
export const LINE_END = 3;

let table: Uint16Array | undefined;

/** By code unit what counts of it, half-width: Chinese characters and letters. Digits, in whatever script, may differ. */
export function countingTable(): Uint16Array {
  table ??= makeTable();
  return table;
}

function makeTable(): Uint16Array {
  const made = new Uint16Array(0x10000);
  for (let code = 0; code < made.length; code++) {
    const half = halfWidth(code);
    const isLetter = (half >= 0x41 && half <= 0x5a) || (half >= 0x61 && half <= 0x7a);
    if (isLetter || isHan(half)) made[code] = half;
  }
  for (const code of NUMERAL_CODES) made[code] = 0;
  for (const mark of SENTENCE_ENDS) made[mark.charCodeAt(0)] = SENTENCE_END;
  for (const mark of '<&') made[mark.charCodeAt(0)] = MARKUP;
  made[0x0a] = LINE_END;
  return made;
}

const STEP = 0x01000193;
const POWER = power();

/** By what the character that leaves a gram was multiplied meanwhile. */
function power(): number {
  let all = 1;
  for (let each = 0; each < GRAM; each++) all = Math.imul(all, STEP);
  return all;
}

/**
 * Calls `see` for each gram of a sentence with its hash (unsigned, 32 bits) and the place of its first character.
 *
 * @param codes what counts of the sentence, in its first `length` places
 */
export function eachGram(codes: Uint16Array, length: number, see: (hash: number, at: number) => void): void {
  let rolling = 0;
  for (let at = 0; at < length; at++) {
    rolling = Math.imul(rolling, STEP) + (codes[at] as number);
    if (at >= GRAM) rolling -= Math.imul(codes[at - GRAM] as number, POWER);
    if (at >= GRAM - 1) see(mix(rolling), at - GRAM + 1);
  }
}

/** Grams are chosen by the size of their hash, so that every bit of it must depend on every character. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
