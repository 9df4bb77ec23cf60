import type { Cell, Report } from '../report/report.ts';
import { type Span, touches } from '../text/span.ts';
import { tableAt } from './locate.ts';

/**
 * The cell behind that at an offset (UTF-16), or before it, in the order of the text, over the ends of rows and tables;
 * undefined outside of tables and at the last cell.
 */
export function nextCell(report: Report, offset: number, back: boolean): Span | undefined {
  if (!tableAt(report, offset)) return undefined;
  const cells = cellsOf(report);
  const here = cells.findIndex(({ span }) => touches(span, offset));
  if (here >= 0) return cells[here + (back ? -1 : 1)]?.span;
  return back
    ? cells.findLast(({ span }) => span.end < offset)?.span
    : cells.find(({ span }) => span.start > offset)?.span;
}

function cellsOf({ tables }: Report): Cell[] {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row?.cells ?? []));
  return cells.filter(({ merged }) => !merged).sort((a, b) => a.span.start - b.span.start);
}
