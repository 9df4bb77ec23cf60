import type { Place } from './tables.ts';

/** A value and the characters it occupies: UTF-16 offsets, padding excluded. */
export interface CellAt extends Place {
  readonly start: number;
  readonly end: number;
}

/** A text under construction together with the places of its values. */
export interface Page {
  text: string;
  readonly newline: string;
  readonly cells: CellAt[];
}

/** Text of a cell, which is recorded when it is a value. */
export interface Piece {
  readonly text: string;
  readonly place: Place | undefined;
}

export const newPage = (newline: string): Page => ({ text: '', newline, cells: [] });

/** Appends characters without a line break among them. */
export function put(page: Page, text: string): void {
  page.text += text;
}

/** Appends a cell's text; only values are remembered. */
export function putPiece(page: Page, { text, place }: Piece): void {
  const start = page.text.length;
  page.text += text;
  if (place !== undefined)
    page.cells.push({ table: place.table, row: place.row, column: place.column, start, end: page.text.length });
}

export function endLine(page: Page): void {
  page.text += page.newline;
}

export function putLine(page: Page, text: string): void {
  put(page, text);
  endLine(page);
}

export function putLines(page: Page, lines: readonly string[]): void {
  for (const line of lines) putLine(page, line);
}

/** Columns that a text takes where Chinese characters and full-width digits take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) width += text.charCodeAt(at) < 0x2000 ? 1 : 2;
  return width;
}

const isDigit = (char: string): boolean => /[\d０-９.．,，]/.test(char);

/**
 * Breaks a text into lines of at most `width` characters, blanks at the breaks removed.
 * A number stays whole, as in every word processor; nothing else is kept together,
 * since files made from PDF also begin lines with a comma.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let start = 0;
  while (text.length - start > width) {
    let end = start + width;
    while (end > start + 1 && isDigit(text.charAt(end)) && isDigit(text.charAt(end - 1))) end -= 1;
    if (end === start + 1) end = start + width;
    lines.push(text.slice(start, end).trim());
    start = end;
  }
  lines.push(text.slice(start).trim());
  return lines.filter((line) => line !== '');
}
