import { findCode, skipSpaces, TAB, trimEnd } from '../characters.ts';
import type { Span } from '../span.ts';
import type { Token } from '../tokens.ts';
import { classifyTrimmed } from '../value.ts';

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
  const from = skipSpaces(text, start, end);
  if (from === end) {
    out.push({ kind: 'blank', start, end: start, column });
    return;
  }
  const to = trimEnd(text, from, end);
  out.push({ kind: classifyTrimmed(text, from, to), start: from, end: to, column });
}
