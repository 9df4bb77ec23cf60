import { digitOf, isSpace, skipSpaces, trimEnd } from '../characters.ts';
import type { Span } from '../span.ts';
import type { Token } from '../tokens.ts';
import { classify, isUnit } from '../value.ts';

/** A run of values inside a line is a row only when it is this long: `2024 年 12 月` is prose. */
const ROW_INSIDE_LINE = 3;
/** A line with this many values is a whole table, in which a single value is a row too. */
const TABLE_IN_LINE = 9;

interface Word extends Span {
  readonly value: boolean;
}

/**
 * Text copied out of a PDF: cells are separated by spaces, and a row may go on in the next line.
 * `（一）予以公开 8 0 0` gives the label and three values; the digits of `1.属于国家秘密` or of prose give none.
 */
export function splitSpaced(text: string, line: Span, out: Token[]): void {
  if (isPageMark(text, line)) return;
  const words = splitWords(text, line);
  const shortest = words.length > TABLE_IN_LINE && countValues(words) >= TABLE_IN_LINE ? 1 : ROW_INSIDE_LINE;
  for (let at = 0; at < words.length; ) {
    let end = at;
    while (words[end]?.value) end++;
    const kind = end > at && (end === words.length || end - at >= shortest) ? 'value' : 'text';
    for (end = Math.max(end, at + 1); at < end; at++) {
      const word = words[at] as Word;
      out.push({ kind, start: word.start, end: word.end, column: -1 });
    }
  }
  if (out.at(-1)?.kind === 'value') out.push({ kind: 'end', start: line.end, end: line.end, column: -1 });
}

function countValues(words: readonly Word[]): number {
  return words.reduce((count, { value }) => count + Number(value), 0);
}

/** The words of a line; a unit behind a number is part of its cell (`12.5 万元`). */
function splitWords(text: string, line: Span): Word[] {
  const words: Word[] = [];
  for (let at = skipSpaces(text, line.start, line.end); at < line.end; ) {
    let end = at;
    while (end < line.end && !isSpace(text.charCodeAt(end))) end++;
    const before = words.at(-1);
    if (before?.value && isUnit(text, at, end)) words[words.length - 1] = { start: before.start, end, value: true };
    else words.push({ start: at, end, value: classify(text, at, end) === 'value' });
    at = skipSpaces(text, end, line.end);
  }
  return words;
}

/** `- 5 -`, `— 12 —` or `第 5 页` stands between two pages, not in the table. */
export function isPageMark(text: string, line: Span): boolean {
  let from = skipSpaces(text, line.start, line.end);
  let to = trimEnd(text, from, line.end);
  if (to - from < 3 || to - from > 24) return false;
  if (text[from] === '第') return /^第\s?\d{1,4}\s?页[\s，,/共\d页]*$/.test(text.slice(from, to));
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

function isDash(code: number): boolean {
  return code === 0x2d || code === 0xff0d || (code >= 0x2012 && code <= 0x2015) || code === 0x2212;
}
