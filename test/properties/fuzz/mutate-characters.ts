import type { Mutator } from './mutator.ts';
import { pick, type Random } from './random.ts';

/** What turns up in files, and what no one expects there: each has broken a reader of text somewhere. */
const CHARACTERS = [
  // Surrogates alone and in pairs; a Chinese character and a digit beyond the basic plane.
  ...['\ud83d', '\udc00', '\udc00\ud83d', '😀', '𠮷', '𝟙', '👨\u200d👩\u200d👧'],
  // Combining marks, and letters that change their length with their case.
  ...['\u0301', '\u0e33', '\u20e3', '\u3099', 'İ', 'ß', 'ﬁ', '\u212a'],
  // Directions, joiners and blanks without width.
  ...['\u202e', '\u200f', '\u2066', '\u2069', '\u061c', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad'],
  // Line ends that editors do not count, control characters, characters that are none.
  ...['\u2028', '\u2029', '\u0085', '\0', '\u0007', '\u001b[31m', '\ufffd', '\uffff', '\ufffe', '\ue000'],
  // Blanks of every width, and one that is a letter.
  ...['\u3000', '\u00a0', '\u2003', '\u202f', '\u3164', '\t', '  ', '\v', '\f'],
  // Full-width and other digits, numerals and separators.
  ...['１', '９', '٣', '①', '㈠', 'Ⅵ', '²', '½', '〇', '，', '．', '｜', '│', '（', '）', '－', '—', '＜', '＞', '＆'],
];

/** A place in the text; every other time one next to a digit, where the tables are. */
function placeIn(text: string, random: Random): number {
  const at = random(text.length + 1);
  return random(2) === 0 ? at : nextDigit(text, at);
}

const isDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);

/** The first digit not far behind `at`, or `at` when there is none. */
function nextDigit(text: string, at: number): number {
  for (let to = at; to < Math.min(text.length, at + 400); to += 1) if (isDigit(text.charCodeAt(to))) return to;
  return at;
}

export const mutateUnicode: Mutator = (text, random) => {
  let result = text;
  for (let count = 1 + random(pick(random, [1, 6, 24])); count > 0; count -= 1) {
    const at = placeIn(result, random);
    const piece = random(6) === 0 ? String.fromCharCode(random(0x10000)) : pick(random, CHARACTERS);
    result = result.slice(0, at) + piece.repeat(random(8) === 0 ? 1 + random(60) : 1) + result.slice(at + random(2));
  }
  return result;
};

const NUMERALS = [
  '0',
  '9',
  '',
  'O',
  'l',
  '８',
  '-',
  '+',
  '/',
  '无',
  '件',
  ' ',
  '.',
  ',',
  '，',
  '1,0',
  '１．５',
  '减3',
  '—',
];

/** Digits lost, doubled, split, joined, made letters or something that is no number at all. */
export const mutateDigits: Mutator = (text, random) => {
  let result = text;
  for (let count = 1 + random(pick(random, [2, 10, 40])); count > 0; count -= 1) {
    const at = nextDigit(result, random(result.length + 1));
    const rest = result.slice(at + (random(4) === 0 ? 2 : random(2)));
    const piece = random(20) === 0 ? '9'.repeat(1 + random(40)) : pick(random, NUMERALS);
    result = result.slice(0, at) + piece + rest;
  }
  return result;
};
