import { digitOf, isSpace, skipSpaces, trimEnd } from '../characters.ts';
import type { Span } from '../span.ts';
import { TEXT, type Tokens, VALUE } from '../tokens.ts';
import { isUnit } from '../value.ts';

/** A run of values inside a line is a row only when it is this long: `2024 年 12 月` is prose. */
const ROW_INSIDE_LINE = 3;
/** A line with this many values is a whole table, in which a single value is a row too. */
const TABLE_IN_LINE = 9;

/**
 * Text copied out of a PDF: cells are separated by spaces, and a row may go on in the next line.
 * `（一）予以公开 8 0 0` gives the label and three values; the digits of `1.属于国家秘密` or of prose give none.
 */
export function splitSpaced(text: string, line: Span, out: Tokens): void {
  if (isPageMark(text, line)) return;
  const first = out.length;
  const values = pushWords(text, line, out);
  const words = out.length - first;
  if (values === 0) return;
  const shortest = words > TABLE_IN_LINE && values >= TABLE_IN_LINE ? 1 : ROW_INSIDE_LINE;
  for (let at = first; at < out.length; at++) {
    const from = at;
    while (at < out.length && out.kinds[at] === VALUE) at++;
    if (at < out.length && at - from < shortest) out.kinds.fill(TEXT, from, at);
  }
  if (out.kinds[out.length - 1] === VALUE) out.pushRowEnd(line.end);
}

/** Adds the words of a line, and says how many are values; a unit behind a number is part of its cell (`12.5 万元`). */
function pushWords(text: string, line: Span, out: Tokens): number {
  const first = out.length;
  let values = 0;
  for (let at = skipSpaces(text, line.start, line.end); at < line.end; ) {
    let end = at + 1;
    while (end < line.end && !isSpace(text.charCodeAt(end))) end++;
    const before = out.length - 1;
    if (before >= first && out.kinds[before] === VALUE && isUnit(text, at, end)) {
      out.ends[before] = end;
      out.counts[before] = -1;
    } else {
      out.pushTrimmed(text, at, end, -1);
      if (out.kinds[before + 1] === VALUE) values++;
    }
    at = skipSpaces(text, end, line.end);
  }
  return values;
}

/** `- 5 -`, `— 12 —` or `第 5 页` stands between two pages, not in the table. */
export function isPageMark(text: string, line: Span): boolean {
  let from = skipSpaces(text, line.start, line.end);
  if (!isDash(text.charCodeAt(from)) && text.charCodeAt(from) !== ORDER) return false;
  let to = trimEnd(text, from, line.end);
  if (to - from < 3 || to - from > 24) return false;
  if (text.charCodeAt(from) === ORDER) return /^第\s?\d{1,4}\s?页[\s，,/共\d页]*$/.test(text.slice(from, to));
  if (!isDash(text.charCodeAt(from)) || !isDash(text.charCodeAt(to - 1))) return false;
  while (from < to && isDash(text.charCodeAt(from))) from++;
  while (to > from && isDash(text.charCodeAt(to - 1))) to--;
  let digits = 0;
  for (let at = from; at < to; at++) {
    if (digitOf(text.charCodeAt(at)) >= 0) digits++;
    else if (!isSpace(text.charCodeAt(at))) return false;
  }
  return digits > 0 && digits <= 4;
}

/** 第 */
const ORDER = 0x7b2c;

function isDash(code: number): boolean {
  return code === 0x2d || code === 0xff0d || (code >= 0x2012 && code <= 0x2015) || code === 0x2212;
}
