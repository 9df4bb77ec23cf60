import { isSpace, skipSpaces, trimEnd } from './characters.ts';
import { plainCount } from './numerals.ts';
import type { Span } from './span.ts';
import { classifyTrimmed } from './value.ts';

/** How the cells of a table are kept apart. Further layouts add a name here and a splitter beside the others. */
export type Layout = 'spaced' | 'tsv' | 'csv' | 'cells' | 'pipes' | 'html';

/**
 * What a splitter makes of a table's characters: the text of a label, a value, an empty cell, a blank that is covered by
 * the value in front of it, which spans both columns, or the end of a row where the layout shows one.
 */
export const TEXT = 1;
export const VALUE = 2;
export const BLANK = 3;
export const COVERED = 4;
export const ROW_END = 5;
export type TokenKind = typeof TEXT | typeof VALUE | typeof BLANK | typeof COVERED | typeof ROW_END;

/**
 * The tokens of a stretch of text as columns of numbers, for there are more of them than of anything else. Values and
 * labels span exactly their characters, without the blanks around them.
 */
export class Tokens {
  length = 0;
  kinds = new Uint8Array(FIRST_SIZE);
  starts = new Int32Array(FIRST_SIZE);
  ends = new Int32Array(FIRST_SIZE);
  /** Which cell of its row, from 0, where the layout keeps columns apart; else -1. */
  columns = new Int32Array(FIRST_SIZE);
  /** The number that a value of a few plain digits writes, which nearly every one is; else -1. */
  counts = new Int32Array(FIRST_SIZE);

  push(kind: TokenKind, start: number, end: number, column: number, count = -1): void {
    const at = this.length++;
    if (at === this.kinds.length) this.grow();
    this.kinds[at] = kind;
    this.starts[at] = start;
    this.ends[at] = end;
    this.columns[at] = column;
    this.counts[at] = count;
  }

  /** One cell with its blanks trimmed away; a blank cell is the place where its first character would go. */
  pushCell(text: string, start: number, end: number, column: number): void {
    const from = isSpace(text.charCodeAt(start)) ? skipSpaces(text, start, end) : start;
    if (from >= end) this.push(BLANK, start, start, column);
    else this.pushTrimmed(text, from, trimEnd(text, from, end), column);
  }

  /** The text or value `text[from, to)`, which neither begins nor ends with a blank. */
  pushTrimmed(text: string, from: number, to: number, column: number): void {
    const count = plainCount(text, from, to);
    const kind = count >= 0 || classifyTrimmed(text, from, to) === 'value' ? VALUE : TEXT;
    this.push(kind, from, to, column, count);
  }

  pushRowEnd(at: number): void {
    this.push(ROW_END, at, at, -1);
  }

  clear(): void {
    this.length = 0;
    // What one long text needed is not kept for ever.
    if (this.kinds.length > LARGEST_KEPT) this.resize(FIRST_SIZE);
  }

  private grow(): void {
    this.resize(this.kinds.length * 2);
  }

  private resize(size: number): void {
    const used = Math.min(size, this.length);
    const copy = <Numbers extends Uint8Array | Int32Array>(from: Numbers, to: Numbers): Numbers => {
      to.set(from.subarray(0, used));
      return to;
    };
    this.kinds = copy(this.kinds, new Uint8Array(size));
    this.starts = copy(this.starts, new Int32Array(size));
    this.ends = copy(this.ends, new Int32Array(size));
    this.columns = copy(this.columns, new Int32Array(size));
    this.counts = copy(this.counts, new Int32Array(size));
  }
}

const FIRST_SIZE = 1024;
const LARGEST_KEPT = 1 << 18;

/** One token by itself, for the few rows that need a closer look. */
export interface Token extends Span {
  readonly kind: TokenKind;
  readonly column: number;
}

export function tokenAt(tokens: Tokens, at: number): Token {
  return {
    kind: tokens.kinds[at] as TokenKind,
    start: tokens.starts[at] as number,
    end: tokens.ends[at] as number,
    column: tokens.columns[at] as number,
  };
}
