import { codesOf, digitOf, SPACES, widen } from '../text/characters.ts';
import { skipBlank, skipTag } from '../text/tags.ts';
import { SIMPLIFIED } from '../text/traditional.ts';

const PAGE_NUMBER = 8;
const MARKDOWN_SIGNS = codesOf('#*>|');
const PAGE_SIGNS = codesOf('-—–·第页共/');
export const WIDE_COMMA = 0xff0c;

/** The paragraph in the making. */
export interface Draft {
  codes: Uint16Array;
  offsets: Int32Array;
  length: number;
  section: number;
  first: number;
  next: number;
  whole: boolean;
}

/** Used again for every paragraph of every report: reading never waits for anything in between. */
export const draft: Draft = {
  codes: new Uint16Array(4096),
  offsets: new Int32Array(4096),
  length: 0,
  section: 0,
  first: 0,
  next: -1,
  whole: true,
};

/** What a paragraph keeps of each code unit; of a `<` or `&` that depends on what follows. */
const NOTHING = 0;
const MARKUP = 1;
const KEPT = keptCodes();

function keptCodes(): Uint16Array {
  const table = widen(SIMPLIFIED.slice());
  // It may part clauses where an ASCII one groups digits.
  table[WIDE_COMMA] = WIDE_COMMA;
  for (const code of [...SPACES, ...MARKDOWN_SIGNS]) table[code] = NOTHING;
  table[0x3c] = MARKUP;
  table[0x26] = MARKUP;
  return table;
}

/** Writes the characters of a line behind those of the paragraph; returns where they end. */
export function squeeze(text: string, start: number, end: number): number {
  let to = draft.length;
  if (to + end - start > draft.codes.length) makeRoom(to + end - start);
  const { codes, offsets } = draft;
  for (let at = start; at < end; at++) {
    let code = KEPT[text.charCodeAt(at)] as number;
    if (code <= MARKUP) {
      if (code === NOTHING) continue;
      const next = skipBlank(text, skipTag(text, at, end), end);
      if (next > at) {
        at = next - 1;
        continue;
      }
      code = text.charCodeAt(at);
    }
    codes[to] = code;
    offsets[to++] = at;
  }
  return to;
}

function makeRoom(length: number): void {
  const codes = new Uint16Array(length * 2);
  const offsets = new Int32Array(length * 2);
  codes.set(draft.codes);
  offsets.set(draft.offsets);
  draft.codes = codes;
  draft.offsets = offsets;
}

export function isPageNumber(from: number, to: number): boolean {
  if (to - from > PAGE_NUMBER) return false;
  for (let at = from; at < to; at++) {
    const code = draft.codes[at] as number;
    if (digitOf(code) < 0 && !PAGE_SIGNS.has(code)) return false;
  }
  return true;
}
