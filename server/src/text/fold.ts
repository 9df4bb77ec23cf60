import { halfWidth, isHan } from './characters.ts';

/**
 * What is left of `text[start, end)` when spelling does not count: Chinese characters, letters and digits, full-width
 * forms made half-width, `它` read as `他`; spaces, punctuation and HTML entities go. `（一） 予以公开` and `(一)予以公开` both give
 * `一予以公开`, so labels are compared by what they say and not by how they were typed.
 */
export function fold(text: string, start = 0, end = text.length): string {
  let folded = '';
  for (let at = start; at < end; at++) {
    const code = halfWidth(text.charCodeAt(at));
    if (code === 0x26) at = skipEntity(text, at, end);
    else if (code === 0x5b83) folded += '他';
    else if (isHan(code) || isAlphanumeric(code)) folded += String.fromCharCode(code);
  }
  return folded;
}

/** The last character of an entity such as `&nbsp;` that begins at `at`, or `at` for a plain `&`. */
function skipEntity(text: string, at: number, end: number): number {
  const stop = Math.min(end, at + 10);
  for (let to = at + 1; to < stop; to++) if (text.charCodeAt(to) === 0x3b) return to;
  return at;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

const ORDINAL = '一二三四五六七八九十0123456789';

/** A folded label without the ordinal in front: `七总计` → `总计`, `3其他` → `其他`. */
export function withoutOrdinal(folded: string): string {
  let at = 0;
  while (at < folded.length && ORDINAL.includes(folded[at] as string)) at++;
  return at === folded.length ? folded : folded.slice(at);
}
