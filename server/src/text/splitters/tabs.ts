import { findCode, skipSpaces, TAB, trimEnd } from '../characters.ts';
import type { Span } from '../span.ts';
import type { Token } from '../tokens.ts';
import { classify } from '../value.ts';

/** A table pasted from a spreadsheet or a web page: one row a line, a tab between cells, merged cells empty. */
export function splitTabs(text: string, line: Span, out: Token[]): void {
  let column = 0;
  for (let start = line.start; start <= line.end; column++) {
    const tab = findCode(text, TAB, start, line.end);
    const end = tab < 0 ? line.end : tab;
    pushCell(text, start, end, column, out);
    start = end + 1;
  }
  out.push({ kind: 'end', start: line.end, end: line.end, column });
}

/** One cell with its blanks trimmed away; a blank cell is the place where its first character would go. */
export function pushCell(text: string, start: number, end: number, column: number, out: Token[]): void {
  const kind = classify(text, start, end);
  const from = kind === 'blank' ? start : skipSpaces(text, start, end);
  out.push({ kind, start: from, end: kind === 'blank' ? start : trimEnd(text, from, end), column });
}
