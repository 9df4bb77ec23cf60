import { digitOf, isHan, skipSpaces } from '../text/characters.ts';
import { fold } from '../text/fold.ts';
import { BLANK, ROW_END, TEXT, type Tokens, VALUE } from '../text/tokens.ts';

/** A text and the tokens of its tables; rows name a token by its index. */
export interface Source {
  readonly text: string;
  readonly tokens: Tokens;
}

/**
 * Label text and the values behind it, before anyone knows which row of the form it is. In layouts without visible row
 * ends the labels are all the text since the last value, so the row's own label stands at their end.
 */
export interface RawRow {
  /** The pieces of label text. */
  readonly labels: readonly number[];
  /** Values and blanks behind the last label; blanks between two labels are merged cells and hold nothing. */
  readonly slots: readonly number[];
  /** How many of the slots are values. */
  readonly values: number;
}

/** The longest label of the form wraps to six lines, its group and side label to a dozen more. */
const LABELS_KEPT = 24;
/** A label stands at the end of its line; what is further in front is prose. */
const LABEL_LENGTH = 200;

/** A longer word without a digit may be a label whose row lost the line above it: 行政强制. */
const WORD_LENGTH = 3;
const WORD_LENGTH_WITH_DIGITS = 8;

/** So many blanks are the cells of a row, where no layout keeps columns apart; fewer are merged cells of its label. */
const BLANK_ROW = 3;

/** The widest row of the form; what is further away is none of the same row's cells. */
const ROW_WIDTH = 15;

/** Where the part of a label token begins that is looked at. */
export function labelStart({ tokens }: Source, at: number): number {
  return Math.max(tokens.starts[at] as number, (tokens.ends[at] as number) - LABEL_LENGTH);
}

/** What a piece of label text says when spelling does not count. */
export function foldedLabel(source: Source, at: number): string {
  return fold(source.text, labelStart(source, at), source.tokens.ends[at]);
}

/** `八` or `约8` between two values of the same row is a value that nobody can read, not a label; so are two of them. */
function isMisread(source: Source, at: number): boolean {
  if (!isWord(source, at)) return false;
  const { kinds } = source.tokens;
  let before = at - 1;
  while (at - before < ROW_WIDTH && isWord(source, before)) before--;
  if (before < 0 || kinds[before] !== VALUE) return false;
  let behind = at + 1;
  while (behind - at < ROW_WIDTH && (isWord(source, behind) || isBlank(source.tokens, behind))) behind++;
  return behind < source.tokens.length && kinds[behind] === VALUE;
}

function isBlank({ kinds, length }: Tokens, at: number): boolean {
  return at < length && (kinds[at] as number) >= BLANK && kinds[at] !== ROW_END;
}

function isWord({ text, tokens }: Source, at: number): boolean {
  if (at < 0 || at >= tokens.length || tokens.kinds[at] !== TEXT || (tokens.columns[at] as number) < 0) return false;
  const start = tokens.starts[at] as number;
  const end = tokens.ends[at] as number;
  if (end - start <= WORD_LENGTH) return true;
  return end - start <= WORD_LENGTH_WITH_DIGITS && hasDigit(text, start, end) && !isNumbered(text, start, end);
}

/** `2.重复申请`, `2、 重复申请`: short as it is, it is the label of a row. */
function isNumbered(text: string, start: number, end: number): boolean {
  if (digitOf(text.charCodeAt(start)) < 0 || !'.．、'.includes(text[start + 1] ?? ' ')) return false;
  return isHan(text.charCodeAt(skipSpaces(text, start + 2, end)));
}

function hasDigit(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (digitOf(text.charCodeAt(at)) >= 0) return true;
  return false;
}

/** What is read at once, in tokens: all of a usual section, and the beginning of one that goes on and on. */
const CHUNK = 2048;
/** So far to both sides may be looked from a token: `isMisread`, and what stands beside a label. */
const LOOKAHEAD = 2 * ROW_WIDTH;

/** Rows in the order of the text. */
export interface RawRows {
  /** Row number `index`, undefined when there are not so many. */
  at(index: number): RawRow | undefined;
  all(): readonly RawRow[];
}

export function givenRows(rows: readonly RawRow[]): RawRows {
  return { at: (index) => rows[index], all: () => rows };
}

/**
 * The rows in some lines, each read when it is first asked for: behind a whole table most is never looked at. A label
 * after a value, or the end of a row that holds cells, begins a new row.
 */
export class RowReader implements RawRows {
  private readonly rows: RawRow[] = [];
  /** The row in the making. */
  private labels: number[] = [];
  private slots: number[] = [];
  private values = 0;
  /** The next token. */
  private next = 0;
  private done = false;

  constructor(
    private readonly source: Source,
    /** Adds more tokens to the source; false when there are none left. */
    private readonly readMore: () => boolean,
  ) {}

  at(index: number): RawRow | undefined {
    while (index >= this.rows.length && !this.done) this.read();
    return this.rows[index];
  }

  all(): readonly RawRow[] {
    while (!this.done) this.read();
    return this.rows;
  }

  private read(): void {
    const { tokens } = this.source;
    const wanted = tokens.length + CHUNK;
    while (tokens.length < wanted && !this.done) this.done = !this.readMore();
    this.group(this.done ? tokens.length : tokens.length - LOOKAHEAD);
    if (this.done && (this.labels.length > 0 || this.slots.length > 0)) this.close();
  }

  private close(): void {
    this.rows.push({ labels: this.labels, slots: this.slots, values: this.values });
    this.labels = [];
    this.slots = [];
    this.values = 0;
  }

  private group(to: number): void {
    const { source } = this;
    const { kinds } = source.tokens;
    let at = this.next;
    for (; at < to; at++) {
      const kind = kinds[at];
      if (kind === VALUE || (kind === TEXT && isMisread(source, at))) {
        kinds[at] = VALUE;
        this.values++;
        this.slots.push(at);
      } else if (kind === TEXT) this.addLabel(at);
      else if (kind !== ROW_END) this.slots.push(at);
      else if (this.slots.length > 0) this.close();
    }
    this.next = at;
  }

  private addLabel(at: number): void {
    const { columns } = this.source.tokens;
    const blanks = this.slots.length >= BLANK_ROW && (columns[this.slots[0] as number] as number) < 0;
    if (this.values > 0 || blanks) this.close();
    else if (this.slots.length > 0) this.slots = [];
    this.labels.push(at);
    if (this.labels.length <= LABELS_KEPT) return;
    this.rows.push({ labels: this.labels.slice(0, -LABELS_KEPT / 2), slots: [], values: 0 });
    this.labels = this.labels.slice(-LABELS_KEPT / 2);
  }
}
