import { codesOf, digitOf, findCode, halfWidth, isSpace } from '../text/characters.ts';
import { CHINESE_ORDINALS } from '../text/chinese-numerals.ts';
import { fold } from '../text/fold.ts';
import { Memo } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import { type Likeness, SECTIONS, type SectionForm } from './forms/sections.ts';
import { beginningIn, findStop, LONGEST_HEADING, skipMarks, trimMarks } from './heading-marks.ts';
import { readOrdinal } from './ordinals.ts';

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

/** A short line that is numbered like a section, whatever it says. */
export interface Entry {
  /** 1 for 一. */
  readonly number: number;
  /** What it says, folded, without its number. */
  readonly words: string;
  readonly line: number;
  readonly span: Span;
  readonly ordinal: Span;
}

export interface HeadingLine {
  readonly line: number;
  readonly heading: Heading | undefined;
  readonly entry: Entry | undefined;
}

const SHORTEST = 3;
const BAR = 0x7c;
const SENTENCE = codesOf('。；，？！,;?!|\t');

/** What the line `text[from, to)` says when it may be a heading; undefined for prose, which most lines are. */
export function readHeadingLine(text: string, from: number, to: number, index: number): HeadingLine | undefined {
  const start = beginningIn(text, from, to);
  if (start < 0 || to - start < SHORTEST) return undefined;
  const stop = findStop(text, start, to);
  const end = trimMarks(text, start, stop);
  if (end - start > LONGEST_HEADING || end - start < SHORTEST) return undefined;
  // Of a row of cells nothing need be remembered: its numbers are its own.
  if (text.charCodeAt(from) === BAR && findCode(text, BAR, start, end) >= 0) return undefined;
  if (isContentsEntry(text, start, end)) return undefined;
  const known = TITLES.of(text, start, end, recognise);
  if (!known) return undefined;
  const alone = known.alone === known.before || skipMarks(text, stop, to) === to;
  const title = alone ? known.alone : known.before;
  const span = { start, end };
  const entry = known.entry && entryAt(known.entry, index, span);
  if (!title) return entry && { line: index, heading: undefined, entry };
  const { form, likeness, numbered } = title;
  const ordinal = { start, end: start + title.ordinal };
  return { line: index, heading: { form, likeness, numbered, line: index, span, ordinal }, entry };
}

function entryAt({ number, ordinal, words }: EntryText, line: number, span: Span): Entry {
  return { number, ordinal: { start: span.start, end: span.start + ordinal }, words, line, span };
}

/** What the text of a heading says; `ordinal` is the length of its numbering. */
interface TitleText extends Pick<Heading, 'form' | 'likeness' | 'numbered'> {
  readonly ordinal: number;
}

/** A line alone may be a heading where the beginning of one that goes on is none. */
interface Recognised {
  readonly alone: TitleText | undefined;
  readonly before: TitleText | undefined;
  readonly entry: EntryText | undefined;
}

interface EntryText {
  readonly number: number;
  readonly ordinal: number;
  readonly words: string;
}

/** The labels of tables look like headings at first, and they are the same in every report. */
const TITLES = new Memo<Recognised | undefined>();

function recognise(title: string): Recognised | undefined {
  const ordinal = readOrdinal(title, 0, title.length);
  if (ordinal === undefined) return undefined;
  for (let at = ordinal.end; at < title.length; at++) if (SENTENCE.has(title.charCodeAt(at))) return undefined;
  const alone = findSection(title, ordinal.end, true);
  const before = alone?.numbered ? alone : findSection(title, ordinal.end, false);
  const entry = readEntry(title, ordinal.end);
  return alone || before || entry ? { alone, before, entry } : undefined;
}

/** `五、下一步工作打算`: Chinese numerals and words that are no label of a table. */
function readEntry(title: string, ordinal: number): EntryText | undefined {
  const part = title[0] === '第' ? 1 : 0;
  const number = CHINESE_ORDINALS.indexOf(title[part] as string) + 1;
  const marked = part === 1 || MARKS.includes(title[1] as string);
  if (number === 0 || !marked) return undefined;
  const words = fold(title, ordinal);
  const label = words === '' || words.length > LONGEST_WORDS || ROW_LABELS.some((each) => words.includes(each));
  return label ? undefined : { number, ordinal, words };
}

const MARKS = '、.．';
const LONGEST_WORDS = 30;
/** Rows of table 3 are numbered like sections. */
const ROW_LABELS = ['新收政府信息', '本年新收', '上年结转', '办理结果', '结转下年度', '继续办理'];

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

/** A line of the table of contents ends with a page number behind dots or a blank: `一、总体情况……1`. */
function isContentsEntry(text: string, start: number, end: number): boolean {
  let at = end;
  while (at > start && digitOf(text.charCodeAt(at - 1)) >= 0) at--;
  const before = text.charCodeAt(at - 1);
  return at < end && at > start && (isSpace(before) || '.…·．。'.includes(text[at - 1] as string));
}
