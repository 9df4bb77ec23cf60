import { codesOf, HAN, widen } from './characters.ts';
import { CHINESE_ORDINALS } from './chinese-numerals.ts';
import { SIMPLIFIED } from './traditional.ts';

export const ENTITY = 0x26;
/** For each code unit what it says when spelling does not count: 0 for nothing, `&` where an HTML entity may begin. */
export const FOLDED = foldedCodes();
const SEMICOLON = 0x3b;
const LONGEST_ENTITY = 10;

/**
 * What is left of `text[start, end)` when spelling does not count: Chinese characters, letters and digits, full-width
 * forms made half-width, traditional ones simplified, `它` read as `他`; spaces, punctuation and HTML entities go. `（一） 予以公开` and `(一)予以公开` both give
 * `一予以公开`, so labels are compared by what they say and not by how they were typed.
 */
export function fold(text: string, start = 0, end = text.length): string {
  let folded = '';
  let from = start;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const kept = FOLDED[code] as number;
    if (kept === code && kept !== ENTITY) continue;
    folded += text.slice(from, at);
    if (kept === ENTITY) at = skipEntity(text, at, end);
    else if (kept !== 0) folded += String.fromCharCode(kept);
    from = at + 1;
  }
  return folded + text.slice(from, Math.max(from, end));
}

/** The last character of an entity such as `&nbsp;` that begins at `at`, or `at` for a plain `&`. */
function skipEntity(text: string, at: number, end: number): number {
  const stop = Math.min(end, at + LONGEST_ENTITY);
  for (let to = at + 1; to < stop; to++) if (text.charCodeAt(to) === SEMICOLON) return to;
  return at;
}

/** The `&` of an entity that ends with the semicolon at `at`, or `at` for a plain one. */
export function entityBefore(text: string, at: number, start: number): number {
  const stop = Math.max(start, at - LONGEST_ENTITY + 1);
  for (let from = at - 1; from >= stop; from--) {
    const code = text.charCodeAt(from);
    if (code === SEMICOLON) break;
    if (FOLDED[code] === ENTITY) return from;
  }
  return at;
}

/** Where a folded word ends that begins at `start`, not counting what folding drops; -1 where other words stand. */
export function matchFolded(text: string, start: number, end: number, word: string): number {
  let matched = 0;
  for (let at = start; at < end && matched < word.length; at++) {
    const kept = FOLDED[text.charCodeAt(at)] as number;
    if (kept === ENTITY) at = skipEntity(text, at, end);
    else if (kept !== 0) {
      if (kept !== word.charCodeAt(matched)) return -1;
      if (++matched === word.length) return at + 1;
    }
  }
  return matched === word.length ? start : -1;
}

/** Whether a text, folded, holds a word. */
export function holdsFolded(text: string, start: number, end: number, word: string): boolean {
  const first = word.charCodeAt(0);
  for (let at = start; at < end; at++) {
    if (FOLDED[text.charCodeAt(at)] === first && matchFolded(text, at, end, word) >= 0) return true;
  }
  return false;
}

function foldedCodes(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < 0x80; code++) if (code === ENTITY || isAlphanumeric(code)) table[code] = code;
  widen(table);
  for (const [first, last] of HAN) table.set(SIMPLIFIED.subarray(first, last + 1), first);
  // 它 is written for 他 in 其它.
  table[0x5b83] = 0x4ed6;
  return table;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

const ORDINALS = codesOf(`${CHINESE_ORDINALS}0123456789`);

/** Whether a folded character numbers a label. */
export function isOrdinal(code: number): boolean {
  return ORDINALS.has(code);
}

/** A folded label without the ordinal in front: `七总计` → `总计`, `3其他` → `其他`. */
export function withoutOrdinal(folded: string): string {
  let at = 0;
  while (at < folded.length && isOrdinal(folded.charCodeAt(at))) at++;
  return at === folded.length ? folded : folded.slice(at);
}
