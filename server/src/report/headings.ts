import { digitOf, halfWidth, isSpace, trimEnd } from '../text/characters.ts';
import { fold } from '../text/fold.ts';
import { Memo } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import { blankBefore, skipBlank, skipTag, tagBefore } from '../text/tags.ts';
import { FIRST_CHARACTERS, type Likeness, SECTIONS, type SectionForm } from './forms/sections.ts';
import { CHINESE, readOrdinal } from './ordinals.ts';

/** A line that is the heading of a section. */
export interface Heading {
  readonly form: SectionForm;
  readonly likeness: Likeness;
  /** Whether its ordinal is the right one. */
  readonly numbered: boolean;
  readonly line: number;
  readonly span: Span;
  readonly ordinal: Span;
}

/** Headings are short; anything longer is prose. */
const LONGEST = 60;
const SENTENCE = codesOf('。；，？！,;?!|\t');

/** The section headings among `lines`, in order; the entries of a table of contents are left out. */
export function findHeadings(text: string, lines: readonly Span[]): Heading[] {
  const found: Heading[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Span;
    if (line.end - line.start < 4) continue;
    const heading = readHeading(text, line, index);
    if (heading) found.push(heading);
  }
  return withoutRepeats(text, lines, found);
}

function readHeading(text: string, line: Span, index: number): Heading | undefined {
  const start = skipMarks(text, line.start, line.end);
  if (!mayBegin(text.charCodeAt(start))) return undefined;
  const stop = findStop(text, start, line.end);
  const end = trimMarks(text, start, stop);
  if (end - start > LONGEST || end - start < 3) return undefined;
  const known = TITLES.of(text, start, end, () => recognise(text.slice(start, end)));
  if (!known) return undefined;
  const title =
    known.alone === known.before || skipMarks(text, stop, line.end) === line.end ? known.alone : known.before;
  if (!title) return undefined;
  const { form, likeness, numbered, ordinal } = title;
  return { form, likeness, numbered, line: index, span: { start, end }, ordinal: { start, end: start + ordinal } };
}

/** What the text of a heading says; `ordinal` is the length of its numbering. */
interface TitleText extends Pick<Heading, 'form' | 'likeness' | 'numbered'> {
  readonly ordinal: number;
}

/** A line alone may be a heading where the beginning of one that goes on is none. */
interface Recognised {
  readonly alone: TitleText | undefined;
  readonly before: TitleText | undefined;
}

/** The labels of tables look like headings at first, and they are the same in every report. */
const TITLES = new Memo<Recognised | undefined>();

function recognise(title: string): Recognised | undefined {
  if (isContentsEntry(title, 0, title.length)) return undefined;
  const ordinal = readOrdinal(title, 0, title.length);
  if (ordinal === undefined) return undefined;
  for (let at = ordinal.end; at < title.length; at++) if (SENTENCE.has(title.charCodeAt(at))) return undefined;
  const alone = findSection(title, ordinal.end, true);
  const before = alone?.numbered ? alone : findSection(title, ordinal.end, false);
  return alone || before ? { alone, before } : undefined;
}

function findSection(title: string, ordinal: number, alone: boolean): TitleText | undefined {
  const folded = fold(title, ordinal);
  const numeral = title.slice(0, ordinal);
  const bracket = halfWidth(title.charCodeAt(0)) === 0x28;
  for (const form of SECTIONS) {
    const likeness = form.like(folded);
    if (!likeness) continue;
    const numbered = numeral.includes(form.ordinal) && !bracket;
    // `（二）主动公开…` is a sub-heading, unless its number is that of a section with just this wording.
    if (bracket && (likeness === 'loose' || !says(numeral, form))) continue;
    if (!numbered && (likeness === 'loose' || !alone)) continue;
    return { form, likeness, numbered, ordinal };
  }
  return undefined;
}

/** Whether a numeral in brackets is the section's: `（六）`, `（6）`. */
function says(numeral: string, { ordinal, number }: SectionForm): boolean {
  return numeral.includes(ordinal) || [...numeral].some((digit) => digitOf(digit.charCodeAt(0)) === number);
}

/** Headings begin with an ordinal, a bracket, a lost ordinal's mark, or a word; most lines begin with none of these. */
function mayBegin(code: number): boolean {
  return BEGINNINGS.has(code) || digitOf(code) >= 0 || (code >= 0x2160 && code <= 0x217f);
}

const BEGINNINGS = codesOf(`${CHINESE}第、.．，,（(${FIRST_CHARACTERS}`);

/** Where the first sentence of a line ends: prose may go on behind a heading (`六、其他需要报告的事项。2025年…`). */
function findStop(text: string, start: number, end: number): number {
  const limit = Math.min(end, start + LONGEST);
  for (let at = start; at < limit; at++) if (text.charCodeAt(at) === 0x3002) return at + 1;
  return end;
}

/** What may follow a heading beside blanks and tags. */
const SIGNS_BEHIND = codesOf('#*|：:。');

function codesOf(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)));
}

/** `#`, `*` or `>`: the signs of Markdown before a heading. */
function isSignBefore(code: number): boolean {
  return code === 0x23 || code === 0x2a || code === 0x3e;
}

/** Skips blanks, tags and the signs of Markdown before a heading: `## `, `**`, `> `, `<h2>`. */
function skipMarks(text: string, start: number, end: number): number {
  for (let at = start; ; ) {
    while (at < end && (isSpace(text.charCodeAt(at)) || isSignBefore(text.charCodeAt(at)))) at++;
    const next = at < end ? skipBlank(text, skipTag(text, at, end), end) : at;
    if (next === at) return at;
    at = next;
  }
}

/** Drops what may follow a heading: blanks, tags, `**`, closing `#`, a bar, a colon or a full stop. */
function trimMarks(text: string, start: number, end: number): number {
  for (let at = end; ; ) {
    while (at > start && (isSpace(text.charCodeAt(at - 1)) || SIGNS_BEHIND.has(text.charCodeAt(at - 1)))) at--;
    const before = blankBefore(text, start, tagBefore(text, start, at));
    if (before === at) return at;
    at = before;
  }
}

/** A line of the table of contents ends with a page number behind dots or a blank: `一、总体情况……1`. */
function isContentsEntry(text: string, start: number, end: number): boolean {
  let at = end;
  while (at > start && digitOf(text.charCodeAt(at - 1)) >= 0) at--;
  const before = text.charCodeAt(at - 1);
  return at < end && at > start && (isSpace(before) || '.…·．。'.includes(text[at - 1] as string));
}

/**
 * Keeps one heading of each section. Headings that follow each other without text between them are a table of contents
 * when they come again; of the others the one with the right ordinal counts, before sub-headings of the same wording.
 */
function withoutRepeats(text: string, lines: readonly Span[], found: readonly Heading[]): Heading[] {
  const bare = found.map((heading, at) => !hasBody(text, lines, heading, found[at + 1]));
  const kept = new Map<number, { heading: Heading; score: number }>();
  for (const [at, heading] of found.entries()) {
    const listed = bare[at] || (at > 1 && bare[at - 1] && bare[at - 2]);
    const score = (heading.numbered ? 2 : 0) + (listed ? 0 : 1);
    const before = kept.get(heading.form.number);
    if (!before || score > before.score) kept.set(heading.form.number, { heading, score });
  }
  return found.filter((heading) => kept.get(heading.form.number)?.heading === heading);
}

function hasBody(text: string, lines: readonly Span[], heading: Heading, next: Heading | undefined): boolean {
  const stop = next?.line ?? lines.length;
  for (let at = heading.line + 1; at < stop; at++) {
    const line = lines[at] as Span;
    if (trimEnd(text, line.start, line.end) > line.start) return true;
  }
  return false;
}
