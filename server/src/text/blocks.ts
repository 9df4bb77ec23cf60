import type { Change, KeptLines } from './change.ts';
import {
  CLOSES_TABLE,
  HAS_TAG,
  type Lines,
  LineWriter,
  lineAt,
  OPENS_TABLE,
  readLines,
  VISIBLE,
  withMarks,
} from './lines.ts';
import { newTag, readTag, tagName } from './tags.ts';

/** A text in lines, as an editor numbers them and as a reader sees them. */
export interface TextLines {
  readonly lines: Lines;
  /** In HTML a paragraph, heading or row is one of its own; elsewhere the same as `lines`. */
  readonly blocks: Lines;
}

const BLOCK = ['p', 'div', 'br', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'tr', 'table', 'title', 'body', 'section'];
const BLOCKS = new Set([...BLOCK, ...BLOCK.map((name) => `/${name}`)].map(tagName));
const TAG = newTag();

const lineWriter = new LineWriter();
const blockWriter = new LineWriter();

/**
 * The lines of a text, those of an HTML text also as a browser would show them: cut where a paragraph, heading, row or
 * table begins or ends. Text without closing tags has no other blocks than its lines. One pass.
 */
export function readTextLines(text: string): TextLines {
  return readBetween(text, isMarkedUp(text), 0, text.length + 1);
}

/**
 * The same where most lines are those of another text: only lines that were changed are read.
 *
 * @param before the lines of the other text, of which this one differs as `change` says
 * @returns undefined when all lines have to be read
 */
export function updateTextLines(
  text: string,
  before: TextLines,
  change: Change,
): { readonly read: TextLines; readonly kept: KeptLines } | undefined {
  const marked = isMarkedUp(text);
  if (marked !== (before.blocks !== before.lines)) return undefined;
  const { shift } = change;
  // A line is the same when the beginning of the next one is, or the end of the one before.
  const first = lineAt(before.lines, Math.max(0, change.prefix - 1));
  const last = lineAt(before.lines, change.suffix) + 1;
  const from = before.lines.start(first);
  const to = before.lines.startOr(last, Number.POSITIVE_INFINITY);
  const others = readBetween(text, marked, from, to + shift);
  const head = lineAt(before.blocks, from);
  const tail = last < before.lines.length ? lineAt(before.blocks, to) : before.blocks.length;
  const lines = before.lines.splice(first, others.lines, last, shift);
  const blocks = marked ? before.blocks.splice(head, others.blocks, tail, shift) : lines;
  return { read: { lines, blocks }, kept: { head, tail, lines: blocks.length - before.blocks.length, shift } };
}

/** The lines that begin in `[from, to)`. */
function readBetween(text: string, marked: boolean, from: number, to: number): TextLines {
  if (marked) {
    readBlocks(text, from, to);
    return { lines: lineWriter.take(), blocks: blockWriter.take() };
  }
  const lines = readLines(text, from, to);
  return { lines, blocks: lines };
}

function isMarkedUp(text: string): boolean {
  return text.includes('</');
}

function readBlocks(text: string, from: number, to: number): void {
  const stop = Math.min(text.length + 1, to);
  for (let start = from; start < stop; ) {
    const end = readLine(text, start);
    start = end + (text.charCodeAt(end) === CARRIAGE_RETURN && text.charCodeAt(end + 1) === LINE_FEED ? 2 : 1);
  }
}

/** Adds a line and its pieces, and returns where it ends; only tags that may begin a piece are read. */
function readLine(text: string, from: number): number {
  const { length } = text;
  let start = from;
  let held = 0;
  let all = 0;
  /** Where the last comment ends: what stands in it cuts nothing. */
  let behind = from;
  let end = -1;
  let at = from;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) break;
    if (code !== LESS_THAN) {
      held = withMarks(held, code);
      continue;
    }
    if (end < 0) end = lineEnd(text, at);
    const first = text.charCodeAt(at + 1);
    if (at >= behind && text.charCodeAt(first === SLASH ? at + 2 : at + 1) === EXCLAMATION) {
      if (readTag(text, at, end, TAG)) behind = TAG.end;
    } else if (at > start && at >= behind && mayCut(text, at, first)) {
      if (readTag(text, at, end, TAG) && BLOCKS.has(TAG.name)) {
        blockWriter.push(start, at, held);
        all |= held;
        start = at;
        held = 0;
      }
    }
    held |= VISIBLE | HAS_TAG | tableTag(text, at, first);
  }
  blockWriter.push(start, at, held);
  lineWriter.push(from, at, all | held);
  return at;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const LESS_THAN = 0x3c;
const EXCLAMATION = 0x21;

/** Where the line ends that `from` stands in: no tag of it goes on behind that. */
function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) return at;
  }
  return text.length;
}

/** Whether the tag at `at` may be a block's; most tags of a table are `td` and `/td`, and are not. */
function mayCut(text: string, at: number, first: number): boolean {
  const from = first === SLASH ? at + 2 : at + 1;
  const letter = text.charCodeAt(from) | 0x20;
  if (letter !== LETTER_T) return BLOCK_LETTERS[letter] === 1;
  const second = text.charCodeAt(from + 1) | 0x20;
  return second !== 0x64 && second !== 0x68;
}

const SLASH = 0x2f;
const LETTER_T = 0x74;
/** 1 for each letter that the name of a block begins with. */
const BLOCK_LETTERS = new Uint8Array(0x80);
for (const name of BLOCK) BLOCK_LETTERS[name.charCodeAt(0)] = 1;

/** What `<table`, `<tr` and `</table` make a line hold, told by two letters. */
function tableTag(text: string, at: number, first: number): number {
  const closes = first === SLASH;
  const from = closes ? at + 2 : at + 1;
  if ((text.charCodeAt(from) | 0x20) !== LETTER_T) return 0;
  const second = text.charCodeAt(from + 1) | 0x20;
  if (second === 0x61) return closes ? CLOSES_TABLE : OPENS_TABLE;
  return second === 0x72 && !closes ? OPENS_TABLE : 0;
}
