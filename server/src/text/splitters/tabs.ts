import { findCode, TAB } from '../characters.ts';
import type { Span } from '../span.ts';
import type { Tokens } from '../tokens.ts';

/** A table pasted from a spreadsheet or a web page: one row a line, a tab between cells, merged cells empty. */
export function splitTabs(text: string, line: Span, out: Tokens): void {
  let column = 0;
  for (let start = line.start; start <= line.end; column++) {
    const tab = findCode(text, TAB, start, line.end);
    const end = tab < 0 ? line.end : tab;
    out.pushCell(text, start, end, column);
    start = end + 1;
  }
  out.pushRowEnd(line.end);
}
