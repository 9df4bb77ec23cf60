import { regionOf } from '../../edits/convert/region.ts';
import type { Edit } from '../../edits/edit.ts';
import { newTable, trimLast } from '../../edits/table-writer.ts';
import type { TableNumber } from '../../report/forms/form.ts';
import type { ColumnId, RowId } from '../../report/forms/ids.ts';
import { FORM_2021 } from '../../report/forms/index.ts';
import { findCell, findRow, findTable, type Report, type Table } from '../../report/report.ts';
import { newlineOf } from '../../text/line-ends.ts';
import { withoutTags } from '../../text/tags.ts';
import type { Layout } from '../../text/tokens.ts';

/** What a cell of a new report holds already. */
export type Known = (table: TableNumber, row: RowId, column: ColumnId) => string;

/** Nothing is known: every cell is blank. */
export const BLANK: Known = () => '';

/**
 * What last year's report tells: 结转下年度 is what comes in, and the documents in force are what this year's are counted
 * from. The characters are those that stand there.
 */
export function carriedOver(report: Report): Known {
  const text = (table: TableNumber, row: RowId, column: ColumnId) => {
    const cell = findCell(findRow(findTable(report, table), row), column);
    return cell?.reading.kind === 'number' && !cell.merged
      ? withoutTags(report.text.slice(cell.span.start, cell.span.end))
      : '';
  };
  return (table, row, column) => {
    if (table === 3 && row === 'carried-in') return text(3, 'carried-out', column);
    const isDocuments = table === 2 && column === 'valid';
    return isDocuments ? text(2, row, 'valid') || text(2, row, 'published-total') : '';
  };
}

/** The lines of a table of the form in force. */
export function draftTable(number: TableNumber, layout: Layout, known: Known): string[] {
  return newTable(FORM_2021, number, layout, (row, column) => known(number, row.id, column.id));
}

/** The tables of last year's report, each written anew in its place. */
export function tableEdits(report: Report, layoutOf: (table: Table) => Layout, known: Known): Edit[] {
  const newline = newlineOf(report.text);
  return report.tables.flatMap((table): Edit[] => {
    const region = regionOf(report, table);
    if (!region) return [];
    const lines = draftTable(table.number, layoutOf(table), known);
    return [{ span: region.span, newText: trimLast(lines).join(newline) }];
  });
}
