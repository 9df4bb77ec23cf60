import { codesOf, isSpace, SPACES } from '../text/characters.ts';
import { CHINESE_ORDINALS } from '../text/chinese-numerals.ts';
import { blankBefore, skipBlank, skipTag, tagBefore } from '../text/tags.ts';
import { SIMPLIFIED } from '../text/traditional.ts';
import { FIRST_CHARACTERS } from './forms/sections.ts';

/** Headings are short; anything longer is prose. */
export const LONGEST_HEADING = 60;

/** What a character tells of a line that it is the first visible one of: no heading, a heading perhaps, or nothing yet. */
const BEGINS = 1;
const SIGN = 2;
const MARKUP = 3;
/** The signs of Markdown before a heading; `|` where it stands in a table around the whole page. */
const SIGNS_BEFORE = [...new Array(0x80).keys()].filter(isSignBefore);
const FIRST = firstCharacters();

/** Headings begin with an ordinal, a bracket, a lost ordinal's mark, or a word; most lines begin with none of these. */
function firstCharacters(): Uint8Array {
  const begins = new Uint8Array(0x10000);
  for (const code of codesOf(`${CHINESE_ORDINALS}第、.．，,（(0123456789０１２３４５６７８９${FIRST_CHARACTERS}`))
    begins[code] = BEGINS;
  begins.fill(BEGINS, 0x2160, 0x2180);
  const first = begins.slice();
  for (let code = 0; code < first.length; code++) first[code] = begins[SIMPLIFIED[code] as number] as number;
  for (const code of [...SPACES, ...SIGNS_BEFORE]) first[code] = SIGN;
  first[0x3c] = MARKUP;
  first[0x26] = MARKUP;
  return first;
}

/** Where a heading may begin in a line, behind blanks, tags and signs of Markdown; -1 where none can. */
export function beginningIn(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const kind = FIRST[text.charCodeAt(at)];
    if (kind === SIGN) continue;
    if (kind === BEGINS) return at;
    if (kind !== MARKUP) return -1;
    const next = skipBlank(text, skipTag(text, at, end), end);
    if (next === at) return -1;
    at = next - 1;
  }
  return -1;
}

/** Where the first sentence of a line ends: prose may go on behind a heading (`六、其他需要报告的事项。2025年…`). */
export function findStop(text: string, start: number, end: number): number {
  const limit = Math.min(end, start + LONGEST_HEADING);
  for (let at = start; at < limit; at++) if (text.charCodeAt(at) === 0x3002) return at + 1;
  return end;
}

/** What may follow a heading beside blanks and tags. */
const SIGNS_BEHIND = codesOf('#*_|：:。');

function isSignBefore(code: number): boolean {
  return code === 0x23 || code === 0x2a || code === 0x3e || code === 0x5f || code === 0x7c;
}

/** Skips blanks, tags and the signs of Markdown before a heading: `## `, `**`, `> `, `<h2>`. */
export function skipMarks(text: string, start: number, end: number): number {
  for (let at = start; ; ) {
    while (at < end && (isSpace(text.charCodeAt(at)) || isSignBefore(text.charCodeAt(at)))) at++;
    const next = at < end ? skipBlank(text, skipTag(text, at, end), end) : at;
    if (next === at) return at;
    at = next;
  }
}

/** Drops what may follow a heading: blanks, tags, `**`, closing `#`, a bar, a colon or a full stop. */
export function trimMarks(text: string, start: number, end: number): number {
  for (let at = end; ; ) {
    while (at > start && (isSpace(text.charCodeAt(at - 1)) || SIGNS_BEHIND.has(text.charCodeAt(at - 1)))) at--;
    const before = blankBefore(text, start, tagBefore(text, start, at));
    if (before === at) return at;
    at = before;
  }
}
