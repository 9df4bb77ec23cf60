import { isTableNumber } from '../report/forms/form.ts';
import type { Report } from '../report/report.ts';
import { digitOf, halfWidth, isSpace } from '../text/characters.ts';
import { lineAt } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { skipBlank, skipTag } from '../text/tags.ts';

/**
 * A paragraph without blanks, tags and the signs of Markdown, its full-width letters, digits and brackets made
 * half-width; lines that a page broke are joined. `offsets[i]` is where `codes[i]` stands in the text (UTF-16).
 */
export interface Paragraph {
  readonly codes: readonly number[];
  readonly offsets: readonly number[];
  /** The number of its section; 0 above the first. */
  readonly section: number;
}

/** Lines of a page have about 40 characters; shorter ones end a paragraph, longer ones were broken by nobody. */
const SHORTEST_BROKEN = 20;
/** Within a paragraph: a long number that did not fit leaves a short line. */
const SHORTEST_INSIDE = 12;
const LONGEST_BROKEN = 60;
const PAGE_NUMBER = 8;

const STOPS = codesOf('。;:!?');
const SIGNS = codesOf('#*>|');
const PAGE_SIGNS = codesOf('-—–·第页共/');
const NUMERALS = codesOf('一二三四五六七八九十');

function codesOf(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)));
}

/** The prose above the first section and in each of the six, without headings and tables. */
export function paragraphsOf(report: Report): Paragraph[] {
  const first = report.sections[0]?.span.start ?? 0;
  const preamble = { start: report.title?.span.end ?? 0, end: first };
  const found = preamble.start < preamble.end ? paragraphsIn(report, preamble, 0) : [];
  for (const { body, form } of report.sections) found.push(...paragraphsIn(report, body, form.number));
  return found;
}

function paragraphsIn(report: Report, region: Span, section: number): Paragraph[] {
  const { text, blocks } = report;
  const tables = report.tables.map(({ head, span }) => ({
    start: blocks[lineAt(blocks, head)]?.start ?? head,
    end: span.end,
  }));
  const found: Paragraph[] = [];
  let open: { codes: number[]; offsets: number[]; section: number } | undefined;
  let last = 0;
  for (let at = lineAt(blocks, region.start); at < blocks.length; at++) {
    const block = blocks[at] as Span;
    const start = Math.max(block.start, region.start);
    const end = Math.min(block.end, region.end);
    if (block.start >= region.end) break;
    if (start >= end || tables.some((table) => start < table.end && end > table.start)) continue;
    const line = squeeze(text, start, end);
    if (line.codes.length === 0 || isPageNumber(line.codes)) continue;
    if (isTableNumber(section) && !readsLikeProse(text, start, end)) {
      open = undefined;
      continue;
    }
    if (open && goesOn(open.codes, last) && !beginsItem(text, start, end, line.codes)) {
      for (const code of line.codes) open.codes.push(code);
      for (const offset of line.offsets) open.offsets.push(offset);
    } else {
      open = { ...line, section };
      found.push(open);
    }
    last = line.codes.length;
  }
  return found;
}

function squeeze(text: string, start: number, end: number): { codes: number[]; offsets: number[] } {
  const codes: number[] = [];
  const offsets: number[] = [];
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3c || code === 0x26) {
      const next = skipBlank(text, skipTag(text, at, end), end);
      if (next > at) {
        at = next - 1;
        continue;
      }
    }
    if (isSpace(code) || SIGNS.has(code)) continue;
    // A full-width comma may part clauses where an ASCII one groups digits.
    codes.push(code === 0xff0c ? code : halfWidth(code));
    offsets.push(at);
  }
  return { codes, offsets };
}

function isPageNumber(codes: readonly number[]): boolean {
  return codes.length <= PAGE_NUMBER && codes.every((code) => digitOf(code) >= 0 || PAGE_SIGNS.has(code));
}

/** Beside a table stand pieces of its head too; a sentence has punctuation and no separators of cells. */
function readsLikeProse(text: string, start: number, end: number): boolean {
  let punctuated = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x7c || (code === 0x09 && at > start)) return false;
    punctuated ||= code === 0xff0c || code === 0x3002 || code === 0xff1b;
  }
  return punctuated;
}

/** Whether the line that ended `codes`, of `length` characters, was broken in mid-sentence. */
function goesOn(codes: readonly number[], length: number): boolean {
  if (length > LONGEST_BROKEN || length < SHORTEST_INSIDE || STOPS.has(codes.at(-1) as number)) return false;
  // A short line is a heading, unless a sentence stands in it or before it.
  return length >= SHORTEST_BROKEN || codes.length > length || codes.some((code) => STOPS.has(code) || code === 0xff0c);
}

/** `（二）…`, `2.…`, `二、…`, `一是…`, `### …` and elements of HTML begin a paragraph whatever stands before. */
function beginsItem(text: string, start: number, end: number, codes: readonly number[]): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x23 || code === 0x3c) return true;
    if (!isSpace(code)) break;
  }
  const [first = 0, second = 0, third = 0] = codes;
  if (first === 0x28) return third === 0x29 && (NUMERALS.has(second) || digitOf(second) >= 0);
  if (NUMERALS.has(first)) return second === 0x3001 || second === 0x662f;
  return digitOf(first) >= 0 && (second === 0x3001 || (second === 0x2e && digitOf(third) < 0));
}
