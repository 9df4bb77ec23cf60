import { codesOf } from '../characters.ts';
import { plainCount, scanNumber } from '../numerals.ts';
import { blankBefore, newTag, readTag, skipBlank, withoutTags } from '../tags.ts';
import { BLANK, TEXT, Tokens, VALUE } from '../tokens.ts';
import { classify } from '../value.ts';

/** The tokens of a block as they were; used again for every block. */
const before = new Tokens();

/**
 * Takes the markup out of the tokens from `first` on. Files made of web pages and of Word keep it in the cells of any
 * layout: `**14**`, `<b>14</b>`, `商业<br>企业`, `&nbsp;0`. It is no part of a value, and parts the pieces of a label.
 */
export function takeOutMarkup(text: string, first: number, tokens: Tokens): void {
  before.clear();
  for (let at = first; at < tokens.length; at++) copyToken(tokens, at, before);
  tokens.length = first;
  for (let at = 0; at < before.length; at++) {
    const [from, to] = [before.starts[at] as number, before.ends[at] as number];
    if (before.kinds[at] === TEXT && isMarked(text, from, to))
      pushPieces(text, from, to, before.columns[at] as number, tokens);
    else copyToken(before, at, tokens);
  }
}

function copyToken({ kinds, starts, ends, columns, counts }: Tokens, at: number, to: Tokens): void {
  const kind = kinds[at] as Parameters<Tokens['push']>[0];
  to.push(kind, starts[at] as number, ends[at] as number, columns[at] as number, counts[at]);
}

/** A cell is shorter. */
const LONGEST_CELL = 2000;
const EMPHASIS = codesOf('*_`~');
const [OPENS, AMPERSAND, SEMICOLON] = [0x3c, 0x26, 0x3b] as const;

function isMarked(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_CELL) return false;
  const first = text.charCodeAt(from);
  const last = text.charCodeAt(to - 1);
  if (first === AMPERSAND || last === SEMICOLON || (first === last && EMPHASIS.has(first))) return true;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === OPENS) return true;
  return false;
}

const TAG = newTag();

/** A piece for whatever stands between two tags. */
function pushPieces(text: string, from: number, to: number, column: number, out: Tokens): void {
  const first = out.length;
  for (let at = from; at < to; ) {
    if (text.charCodeAt(at) === OPENS && readTag(text, at, to, TAG)) {
      at = TAG.end;
      continue;
    }
    let stop = at + 1;
    while (stop < to && text.charCodeAt(stop) !== OPENS) stop++;
    pushRun(text, at, stop, column, out);
    at = stop;
  }
  if (out.length === first) out.push(BLANK, from, from, column);
  else if (!joinNumber(text, first, out)) joinLabel(first, out);
}

/** More pieces are no number. */
const MOST_PIECES = 8;
const LONGEST_NUMBER = 1000;
/** Tags that begin another line, or hold what is no part of the number: a note, what was struck out. */
const APART = /<\/?(?:p|div|br|li|h[1-6]|tr|td|th|table|su[bp]|s|del|strike)\b/i;

/** Makes one value of the pieces of a number that inline tags part, as Word writes it: `<span>1</span><span>2</span>`. */
export function joinNumber(text: string, first: number, out: Tokens): boolean {
  const count = out.length - first;
  const [start, end] = [out.starts[first] as number, out.ends[out.length - 1] as number];
  if (count < 2 || count > MOST_PIECES || end - start > LONGEST_NUMBER) return false;
  const whole = text.slice(start, end);
  const written = withoutTags(whole);
  if (APART.test(whole) || scanNumber(written, 0, written.length).at < written.length) return false;
  const column = out.columns[first] as number;
  out.length = first;
  out.push(VALUE, start, end, column, plainCount(written, 0, written.length));
  return true;
}

/** What is no value by itself makes a label of a cell: `5` before `.要求行政机关确认`. */
export function joinLabel(first: number, out: Tokens): void {
  if (out.kinds.subarray(first, out.length).includes(TEXT)) out.kinds.fill(TEXT, first, out.length);
}

/** Some characters without tags among them, and without the blanks and blank entities around them; nothing for blanks alone. */
export function pushRun(text: string, start: number, end: number, column: number, out: Tokens): void {
  let from = start;
  for (let next = start; next < end; from = next) {
    next = skipBlank(text, from, end);
    if (next === from) break;
  }
  let to = end;
  for (let before = blankBefore(text, from, to); before !== to; before = blankBefore(text, from, to)) to = before;
  if (from >= to) return;
  out.pushTrimmed(text, from, to, column);
  if (out.kinds[out.length - 1] !== TEXT || !EMPHASIS.has(text.charCodeAt(from))) return;
  const inner = withinEmphasis(text, from, to);
  if (inner === 0 || classify(text, from + inner, to - inner) !== 'value') return;
  out.length--;
  pushRun(text, from + inner, to - inner, column, out);
}

/** How many signs of emphasis stand on either side, the same on both: 2 of `**14**`; 0 for none and for signs alone. */
function withinEmphasis(text: string, from: number, to: number): number {
  let count = 0;
  while (
    to - from > 2 * count &&
    EMPHASIS.has(text.charCodeAt(from + count)) &&
    text.charCodeAt(from + count) === text.charCodeAt(to - 1 - count)
  )
    count++;
  return 2 * count < to - from ? count : 0;
}
