import { isBar, SPACES, TAB } from './characters.ts';
import type { Span } from './span.ts';

/** What a line holds at all, so that no line need be searched for what is not there. */
export const VISIBLE = 1;
export const HAS_TAB = 2;
export const HAS_BAR = 4;
export const HAS_COMMA = 8;
export const HAS_TAG = 16;
/** Whether `<table` or `<tr` may stand in the line, and `</table`: whether its tags need be read to find them. */
export const OPENS_TABLE = 32;
export const CLOSES_TABLE = 64;
/** One of the marks of a sentence: ，。； */
export const HAS_STOP = 128;
/** More than one tab. */
export const HAS_TABS = 256;
/** A sign of Markdown that may stand around a value, or the `&` of an entity. */
export const HAS_EMPHASIS = 512;
/** A character of the instructions that the form's sample gives, or of a place that is still to be filled in. */
export const HAS_SAMPLE = 1024;
/** Characters that are counted or end a line; above all marks. */
const COUNTED_TAB = 2048;
const LINE_END = 4096;

/** For each code unit, what a line with it holds. */
const MARKS = new Uint16Array(0x10000).fill(VISIBLE);
for (const code of SPACES) MARKS[code] = 0;
for (const code of [0x7c, 0xff5c, 0x2502]) if (isBar(code)) MARKS[code] = VISIBLE | HAS_BAR;
for (const code of [0xff0c, 0x3002, 0xff1b]) MARKS[code] = VISIBLE | HAS_STOP;
for (const sign of '*_`~&') MARKS[sign.charCodeAt(0)] = VISIBLE | HAS_EMPHASIS;
for (const sign of '描格宋×＿_【') MARKS[sign.charCodeAt(0)] = (MARKS[sign.charCodeAt(0)] as number) | HAS_SAMPLE;
MARKS[TAB] = COUNTED_TAB;
MARKS[0x2c] = VISIBLE | HAS_COMMA;
MARKS[0x3c] = VISIBLE | HAS_TAG | OPENS_TABLE | CLOSES_TABLE;
MARKS[0x0a] = LINE_END;
MARKS[0x0d] = LINE_END;

/** What a line holds that held so much before a character that does not end it. */
export function withMarks(held: number, code: number): number {
  const mark = MARKS[code] as number;
  return held | (mark === COUNTED_TAB ? tabMark(held) : mark);
}

const tabMark = (held: number): number => ((held & HAS_TAB) === 0 ? HAS_TAB : HAS_TABS);

/** Start, end and marks. */
const STRIDE = 3;

/** The lines of a text, and for each of them what it holds, as one column of numbers: a long text has very many. */
export class Lines {
  constructor(
    readonly length: number,
    private readonly numbers: Int32Array,
  ) {}

  /** Where line `at` begins (UTF-16 offset). */
  start(at: number): number {
    return this.numbers[at * STRIDE] as number;
  }

  /** Where it ends, without its line end. */
  end(at: number): number {
    return this.numbers[at * STRIDE + 1] as number;
  }

  /** What it holds, as bits. */
  marks(at: number): number {
    return this.numbers[at * STRIDE + 2] as number;
  }

  /** The next line from `at` on that holds one of some marks; `length` where none does. */
  nextWith(marks: number, at: number): number {
    const { numbers, length } = this;
    let next = at;
    while (next < length && ((numbers[next * STRIDE + 2] as number) & marks) === 0) next++;
    return next;
  }

  span(at: number): Span {
    return { start: this.start(at), end: this.end(at) };
  }

  /** The first `head` of these lines, others, and those from `tail` on, `shift` characters further down. */
  splice(head: number, others: Lines, tail: number, shift: number): Lines {
    if (others.length === tail - head) return this.replace(head, others, shift);
    const length = head + others.length + this.length - tail;
    const numbers = new Int32Array(length * STRIDE);
    numbers.set(this.numbers.subarray(0, head * STRIDE));
    numbers.set(others.numbers, head * STRIDE);
    const from = (head + others.length) * STRIDE;
    numbers.set(this.numbers.subarray(tail * STRIDE), from);
    move(numbers, from, shift);
    return new Lines(length, numbers);
  }

  /** As many others in the place of some lines: nearly every key press, which mostly moves none of a long text. */
  private replace(head: number, others: Lines, shift: number): Lines {
    const from = head * STRIDE;
    if (shift === 0 && others.numbers.every((number, at) => number === this.numbers[from + at])) return this;
    const numbers = this.numbers.slice();
    numbers.set(others.numbers, from);
    move(numbers, from + others.numbers.length, shift);
    return new Lines(this.length, numbers);
  }

  /** The start of line `at`, or `end` where there are not so many lines. */
  startOr(at: number, end: number): number {
    return at < this.length ? this.start(at) : end;
  }
}

/** Moves the lines from an index on. */
function move(numbers: Int32Array, from: number, shift: number): void {
  for (let at = from; shift !== 0 && at < numbers.length; at += STRIDE) {
    numbers[at] = (numbers[at] as number) + shift;
    numbers[at + 1] = (numbers[at + 1] as number) + shift;
  }
}

/** Lines in the making; used again for the next text. */
export class LineWriter {
  private length = 0;
  private numbers = new Int32Array(FIRST_SIZE);

  push(start: number, end: number, marks: number): void {
    const { length } = this;
    if (length === this.numbers.length) this.grow();
    const { numbers } = this;
    numbers[length] = start;
    numbers[length + 1] = end;
    numbers[length + 2] = marks;
    this.length = length + STRIDE;
  }

  /** The lines that were pushed since the last time. */
  take(): Lines {
    const { numbers, length } = this;
    this.length = 0;
    // What one very long text needed is not kept for ever.
    if (numbers.length > LARGEST_KEPT) this.numbers = new Int32Array(FIRST_SIZE);
    return new Lines(length / STRIDE, numbers.slice(0, length));
  }

  private grow(): void {
    const { numbers } = this;
    this.numbers = new Int32Array(numbers.length * 2);
    this.numbers.set(numbers);
  }
}

const FIRST_SIZE = STRIDE << 10;
const LARGEST_KEPT = STRIDE << 18;

const writer = new LineWriter();

/**
 * The lines of `text` without their line ends (`\n`, `\r\n` or a lone `\r`, as editors count them). One pass; there is
 * always at least one line.
 *
 * @param from where a line begins (UTF-16), and `to` where a later one does: only the lines between are read; the last
 * line of the text is read where `to` lies behind it
 */
export function readLines(text: string, from = 0, to = text.length + 1): Lines {
  const length = Math.min(text.length, to);
  let start = from;
  let held = 0;
  for (let at = from; at < length; at++) {
    const code = text.charCodeAt(at);
    const mark = MARKS[code] as number;
    if (mark < COUNTED_TAB) {
      held |= mark;
      continue;
    }
    if (mark === COUNTED_TAB) {
      held |= tabMark(held);
      continue;
    }
    writer.push(start, at, held);
    if (code === 0x0d && text.charCodeAt(at + 1) === 0x0a) at++;
    start = at + 1;
    held = 0;
  }
  if (to > text.length) writer.push(start, length, held);
  return writer.take();
}

/** Index of the line that holds `offset` (UTF-16): the last line that starts at or before it. */
export function lineAt(lines: Lines, offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines.start(middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
