import { halfWidth, isSpace, skipSpaces, trimEnd } from '../text/characters.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { skipTag, tagBefore } from '../text/tags.ts';
import { type Likeness, SECTIONS, type SectionForm } from './forms/sections.ts';

/** A line that is the heading of a section. */
export interface Heading {
  readonly form: SectionForm;
  readonly likeness: Likeness;
  readonly line: number;
  readonly span: Span;
  readonly ordinal: Span;
}

/** Headings are short; anything longer is prose. */
const LONGEST = 60;
const CHINESE = '一二三四五六七八九十';
const SENTENCE = '。；，？！,;?!|\t';

/** The section headings among `lines`, in order; the entries of a table of contents are left out. */
export function findHeadings(text: string, lines: readonly Span[]): Heading[] {
  const found: Heading[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.end - line.start < 4) continue;
    const heading = readHeading(text, line, index);
    if (heading) found.push(heading);
  }
  return withoutRepeats(text, lines, found);
}

function readHeading(text: string, line: Span, index: number): Heading | undefined {
  const start = skipMarks(text, line.start, line.end);
  const end = trimMarks(text, start, line.end);
  if (end - start > LONGEST || end - start < 3) return undefined;
  const ordinal = readOrdinal(text, start, end);
  if (ordinal === undefined) return undefined;
  for (let at = ordinal.end; at < end; at++) if (SENTENCE.includes(text[at] as string)) return undefined;
  const folded = fold(text, ordinal.end, end);
  for (const form of SECTIONS) {
    const likeness = form.like(folded);
    if (!likeness) continue;
    const numbered = text.slice(start, ordinal.end).includes(form.ordinal);
    if (likeness === 'loose' && !numbered) continue;
    return { form, likeness, line: index, span: { start, end }, ordinal };
  }
  return undefined;
}

/** Skips blanks, tags and the signs of Markdown before a heading: `## `, `**`, `> `, `<h2>`. */
function skipMarks(text: string, start: number, end: number): number {
  for (let at = start; ; ) {
    while (at < end && (isSpace(text.charCodeAt(at)) || '#*>'.includes(text[at] as string))) at++;
    const next = skipTag(text, at, end);
    if (next === at) return at;
    at = next;
  }
}

/** Drops what may follow a heading: blanks, tags, `**`, closing `#`, a bar or a colon. */
function trimMarks(text: string, start: number, end: number): number {
  for (let at = end; ; ) {
    while (at > start && (isSpace(text.charCodeAt(at - 1)) || '#*|：:'.includes(text[at - 1] as string))) at--;
    const before = tagBefore(text, start, at);
    if (before === at) return at;
    at = before;
  }
}

/**
 * The numbering in front of a heading with its mark and the blanks behind it (`六、`, `6、 `, `、`); an empty span when
 * there is none. Undefined for `（一）` and for digits that number nothing: those lines are no section headings.
 */
function readOrdinal(text: string, start: number, end: number): Span | undefined {
  let at = start;
  if (halfWidth(text.charCodeAt(at)) === 0x28) return undefined;
  while (at < end && at - start < 4 && isNumeral(text, at)) at++;
  const numbered = at > start;
  at = skipSpaces(text, at, end);
  if ('、.．，,'.includes(text[at] as string)) return { start, end: skipSpaces(text, at + 1, end) };
  if (!numbered) return { start, end: start };
  // `一 总体情况`: a numeral set apart by a blank alone.
  return at > start && isSpace(text.charCodeAt(at - 1)) ? { start, end: at } : { start, end: start };
}

function isNumeral(text: string, at: number): boolean {
  const code = halfWidth(text.charCodeAt(at));
  return (code >= 0x30 && code <= 0x39) || CHINESE.includes(text[at] as string);
}

/** Keeps one heading of each section: the first one that has a text of its own below it, else the first. */
function withoutRepeats(text: string, lines: readonly Span[], found: readonly Heading[]): Heading[] {
  const followed = new Set(found.filter((heading, at) => hasBody(text, lines, heading, found[at + 1])));
  const kept = new Map<number, Heading>();
  for (const heading of found) {
    const before = kept.get(heading.form.number);
    if (!before || (!followed.has(before) && followed.has(heading))) kept.set(heading.form.number, heading);
  }
  return found.filter((heading) => kept.get(heading.form.number) === heading);
}

function hasBody(text: string, lines: readonly Span[], heading: Heading, next: Heading | undefined): boolean {
  const stop = next?.line ?? lines.length;
  for (let at = heading.line + 1; at < stop; at++) {
    const line = lines[at] as Span;
    if (trimEnd(text, line.start, line.end) > line.start) return true;
  }
  return false;
}
