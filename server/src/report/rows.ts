import { digitOf, isHan, skipSpaces } from '../text/characters.ts';
import { fold } from '../text/fold.ts';
import type { Token } from '../text/tokens.ts';

/** A piece of label text and what it says when spelling does not count. */
export interface Fragment extends Token {
  readonly folded: string;
}

/**
 * Label text and the values behind it, before anyone knows which row of the form it is. In layouts without visible row
 * ends the labels are all the text since the last value, so the row's own label stands at their end.
 */
export interface RawRow {
  readonly labels: readonly Fragment[];
  /** Values and blanks behind the last label; blanks between two labels are merged cells and hold nothing. */
  readonly slots: readonly Token[];
}

/** The longest label of the form wraps to six lines, its group and side label to a dozen more. */
const LABELS_KEPT = 24;
/** A label stands at the end of its line; what is further in front is prose. */
const LABEL_LENGTH = 200;

/** A longer word without a digit may be a label whose row lost the line above it: 行政强制. */
const WORD_LENGTH = 3;
const WORD_LENGTH_WITH_DIGITS = 8;

/** The widest row of the form; what is further away is none of the same row's cells. */
const ROW_WIDTH = 15;

/** `八` or `约8` between two values of the same row is a value that nobody can read, not a label; so are two of them. */
function isMisread(text: string, tokens: readonly Token[], at: number): boolean {
  if (!isWord(text, tokens[at])) return false;
  let before = at - 1;
  while (at - before < ROW_WIDTH && isWord(text, tokens[before])) before--;
  if (tokens[before]?.kind !== 'value') return false;
  let behind = at + 1;
  while (behind - at < ROW_WIDTH && (isWord(text, tokens[behind]) || tokens[behind]?.kind === 'blank')) behind++;
  return tokens[behind]?.kind === 'value';
}

function isWord(text: string, token: Token | undefined): boolean {
  if (token?.kind !== 'text' || token.column < 0) return false;
  const length = token.end - token.start;
  if (length <= WORD_LENGTH) return true;
  return length <= WORD_LENGTH_WITH_DIGITS && hasDigit(text, token) && !isNumbered(text, token);
}

/** `2.重复申请`, `2、 重复申请`: short as it is, it is the label of a row. */
function isNumbered(text: string, { start, end }: Token): boolean {
  if (digitOf(text.charCodeAt(start)) < 0 || !'.．、'.includes(text[start + 1] ?? ' ')) return false;
  return isHan(text.charCodeAt(skipSpaces(text, start + 2, end)));
}

function hasDigit(text: string, { start, end }: Token): boolean {
  for (let at = start; at < end; at++) if (digitOf(text.charCodeAt(at)) >= 0) return true;
  return false;
}

/** Groups tokens into rows: a label after a value, or the end of a row that holds cells, begins a new one. */
export function groupRows(text: string, tokens: readonly Token[]): RawRow[] {
  const rows: RawRow[] = [];
  let labels: Fragment[] = [];
  let slots: Token[] = [];
  let values = 0;
  const close = () => {
    rows.push({ labels, slots });
    labels = [];
    slots = [];
    values = 0;
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const { kind, start, end, column } = token;
    if (kind === 'text' && isMisread(text, tokens, at)) {
      values++;
      slots.push({ kind: 'value', start, end, column });
    } else if (kind === 'text') {
      if (values > 0) close();
      else if (slots.length > 0) slots = [];
      labels.push({ kind, start, end, column, folded: fold(text, Math.max(start, end - LABEL_LENGTH), end) });
      if (labels.length > LABELS_KEPT) labels = labels.slice(-LABELS_KEPT / 2);
    } else if (kind !== 'end') {
      if (kind === 'value') values++;
      slots.push(token);
    } else if (slots.length > 0) close();
  }
  if (labels.length > 0 || slots.length > 0) close();
  return rows;
}
