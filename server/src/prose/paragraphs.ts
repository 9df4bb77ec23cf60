import { isTableNumber } from '../report/forms/form.ts';
import type { Report } from '../report/report.ts';
import { codesOf, digitOf, isSpace } from '../text/characters.ts';
import { CHINESE_ORDINALS } from '../text/chinese-numerals.ts';
import { HAS_STOP, lineAt } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { draft, isPageNumber, squeeze, WIDE_COMMA } from './draft.ts';

/**
 * A paragraph without blanks, tags and the signs of Markdown, its full-width letters, digits and brackets made
 * half-width, traditional characters simplified; lines that a page broke are joined. The first `length` of `codes` are
 * its characters, and `offsets[i]` is where `codes[i]` stands in the text (UTF-16). The arrays are used again for the next
 * paragraph.
 */
export interface Paragraph {
  readonly codes: Uint16Array;
  readonly offsets: Int32Array;
  readonly length: number;
  /** The number of its section; 0 above the first. */
  readonly section: number;
  /** The block with which it begins (an index), and the one that showed that it had ended; -1 for the end of its section. */
  readonly first: number;
  readonly next: number;
  /** Whether it begins with a whole block, and no table stands before the next one. */
  readonly whole: boolean;
}

/** A stretch of the text that is prose but for the tables in it. */
export interface Region extends Span {
  readonly section: number;
  readonly tables: readonly Span[];
}

/** Asked at a block that may begin a paragraph; answers at which block to go on: the same one to have it read. */
export type Skip = (block: number, region: Region) => number;

const readAll: Skip = (block) => block;

/** Lines of a page have about 40 characters; shorter ones end a paragraph, longer ones were broken by nobody. */
const SHORTEST_BROKEN = 20;
/** Within a paragraph: a long number that did not fit leaves a short line. */
const SHORTEST_INSIDE = 12;
const LONGEST_BROKEN = 60;

const STOPS = codesOf('。;:!?');
const NUMERALS = codesOf(CHINESE_ORDINALS);

/**
 * Calls `visit` with each paragraph of prose above the first section and in the six, without headings and tables, in the
 * order of the text. The paragraph holds until `visit` returns.
 */
export function eachParagraph(report: Report, visit: (paragraph: Paragraph) => void, skip = readAll): void {
  const first = report.sections[0]?.span.start ?? 0;
  const start = report.title?.span.end ?? 0;
  const tables = report.tables.map(({ head, span }) => ({
    start: report.blocks.start(lineAt(report.blocks, head)),
    end: span.end,
  }));
  if (start < first) eachIn(report, { start, end: first, section: 0, tables }, visit, skip);
  for (const { body, form } of report.sections)
    eachIn(report, { start: body.start, end: body.end, section: form.number, tables }, visit, skip);
}

function eachIn({ text, blocks }: Report, region: Region, visit: (paragraph: Paragraph) => void, skip: Skip): void {
  const { section, tables } = region;
  const besideTables = isTableNumber(section);
  let last = 0;
  draft.section = section;
  draft.length = 0;
  const end = (next: number) => {
    draft.next = next;
    if (draft.length > 0) visit(draft);
    draft.length = 0;
  };
  for (let at = lineAt(blocks, region.start); at < blocks.length; at++) {
    // Most lines beside a table are its rows.
    if (besideTables && draft.length === 0) at = blocks.nextWith(HAS_STOP, at);
    if (at >= blocks.length || blocks.start(at) >= region.end) break;
    const start = Math.max(blocks.start(at), region.start);
    const stop = Math.min(blocks.end(at), region.end);
    if (start >= stop) continue;
    if (isInside(tables, start, stop)) {
      draft.whole = false;
      continue;
    }
    if (draft.length === 0) {
      if (besideTables && !readsLikeProse(text, start, stop)) continue;
      const next = skip(at, region);
      if (next > at) {
        at = next - 1;
        continue;
      }
    }
    const from = draft.length;
    const to = squeeze(text, start, stop);
    if (to === from || isPageNumber(from, to)) continue;
    if (besideTables && !readsLikeProse(text, start, stop)) end(at);
    else if (from > 0 && goesOn(from, last) && !beginsItem(text, start, stop, from, to)) draft.length = to;
    else {
      end(at);
      const next = from > 0 ? skip(at, region) : at;
      if (next > at) {
        at = next - 1;
        continue;
      }
      draft.first = at;
      draft.whole = start === blocks.start(at);
      draft.codes.copyWithin(0, from, to);
      draft.offsets.copyWithin(0, from, to);
      draft.length = to - from;
    }
    last = to - from;
  }
  end(-1);
}

function isInside(tables: readonly Span[], start: number, end: number): boolean {
  for (const table of tables) if (start < table.end && end > table.start) return true;
  return false;
}

/** Beside a table stand pieces of its head too; a sentence has punctuation and no separators of cells. */
function readsLikeProse(text: string, start: number, end: number): boolean {
  let punctuated = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x7c || (code === 0x09 && at > start)) return false;
    punctuated ||= code === WIDE_COMMA || code === 0x3002 || code === 0xff1b;
  }
  return punctuated;
}

/** Whether the last line of the paragraph, which has `length` characters so far, was broken in mid-sentence. */
function goesOn(length: number, last: number): boolean {
  const { codes } = draft;
  if (last > LONGEST_BROKEN || last < SHORTEST_INSIDE || STOPS.has(codes[length - 1] as number)) return false;
  // A short line is a heading, unless a sentence stands in it or before it.
  if (last >= SHORTEST_BROKEN || length > last) return true;
  for (let at = 0; at < length; at++) {
    if (STOPS.has(codes[at] as number) || codes[at] === WIDE_COMMA) return true;
  }
  return false;
}

/** `（二）…`, `2.…`, `二、…`, `一是…`, `### …` and elements of HTML begin a paragraph whatever stands before. */
function beginsItem(text: string, start: number, end: number, from: number, to: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x23 || code === 0x3c) return true;
    if (!isSpace(code)) break;
  }
  const codeAt = (at: number) => (at < to ? (draft.codes[at] as number) : 0);
  const [first, second, third] = [codeAt(from), codeAt(from + 1), codeAt(from + 2)];
  if (first === 0x28) return third === 0x29 && (NUMERALS.has(second) || digitOf(second) >= 0);
  if (NUMERALS.has(first)) return second === 0x3001 || second === 0x662f;
  return digitOf(first) >= 0 && (second === 0x3001 || (second === 0x2e && digitOf(third) < 0));
}
