import { digitOf, isSpace, skipSpaces, trimEnd } from '../characters.ts';
import type { Span } from '../span.ts';
import type { Token } from '../tokens.ts';
import { classify, isUnit } from '../value.ts';

/** A run of values inside a line is a row only when it is this long: `2024 年 12 月` is prose. */
const ROW_INSIDE_LINE = 3;

/**
 * Text copied out of a PDF: cells are separated by spaces, and a row may go on in the next line.
 * `（一）予以公开 8 0 0` gives the label and three values; the digits of `1.属于国家秘密` or of prose give none.
 */
export function splitSpaced(text: string, line: Span, out: Token[]): void {
  if (isPageMark(text, line)) return;
  const words = splitWords(text, line);
  for (let at = 0; at < words.length; ) {
    const run = valuesFrom(text, words, at);
    const values = run > 0 && (at + run === words.length || run >= ROW_INSIDE_LINE);
    const next = at + Math.max(run, 1);
    for (const word of words.slice(at, next)) out.push({ kind: values ? 'value' : 'text', ...word, column: -1 });
    at = next;
  }
  if (out.at(-1)?.kind === 'value') out.push({ kind: 'end', start: line.end, end: line.end, column: -1 });
}

function valuesFrom(text: string, words: readonly Span[], from: number): number {
  let at = from;
  while (at < words.length && classify(text, (words[at] as Span).start, (words[at] as Span).end) === 'value') at++;
  return at - from;
}

/** The words of a line; a unit behind a number is part of its cell (`12.5 万元`). */
function splitWords(text: string, line: Span): Span[] {
  const words: Span[] = [];
  for (let at = skipSpaces(text, line.start, line.end); at < line.end; ) {
    let end = at;
    while (end < line.end && !isSpace(text.charCodeAt(end))) end++;
    const before = words.at(-1);
    if (before && isUnit(text, at, end) && classify(text, before.start, before.end) === 'value') {
      words[words.length - 1] = { start: before.start, end };
    } else words.push({ start: at, end });
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
