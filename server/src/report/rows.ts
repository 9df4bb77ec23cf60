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
  const [start, end] = [tokens.starts[at] as number, tokens.ends[at] as number];
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

/** Groups tokens into rows: a label after a value, or the end of a row that holds cells, begins a new one. */
export function groupRows(source: Source): RawRow[] {
  const { tokens } = source;
  const { kinds, length } = tokens;
  const rows: RawRow[] = [];
  let labels: number[] = [];
  let slots: number[] = [];
  let values = 0;
  const close = () => {
    rows.push({ labels, slots, values });
    labels = [];
    slots = [];
    values = 0;
  };
  for (let at = 0; at < length; at++) {
    const kind = kinds[at];
    if (kind === TEXT && isMisread(source, at)) {
      kinds[at] = VALUE;
      values++;
      slots.push(at);
    } else if (kind === TEXT) {
      if (values > 0 || (slots.length >= BLANK_ROW && (tokens.columns[slots[0] as number] as number) < 0)) close();
      else if (slots.length > 0) slots = [];
      labels.push(at);
      if (labels.length > LABELS_KEPT) {
        rows.push({ labels: labels.slice(0, -LABELS_KEPT / 2), slots: [], values: 0 });
        labels = labels.slice(-LABELS_KEPT / 2);
      }
    } else if (kind !== ROW_END) {
      if (kind === VALUE) values++;
      slots.push(at);
    } else if (slots.length > 0) close();
  }
  if (labels.length > 0 || slots.length > 0) close();
  return rows;
}
