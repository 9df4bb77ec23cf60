import type { Edit } from '../edits/edit.ts';
import { parseEdited } from '../edits/parse-edited.ts';
import { textsOf } from '../edits/table/rows.ts';
import { alignedTable, layoutForNew } from '../edits/table-writer.ts';
import type { TableNumber } from '../report/forms/form.ts';
import { officialHeading, sectionForm } from '../report/forms/sections.ts';
import { parseReport } from '../report/parse.ts';
import { type Cell, findTable, type Report, type Table } from '../report/report.ts';
import { newlineOf } from '../text/line-ends.ts';
import { type Span, touches } from '../text/span.ts';
import { classify } from '../text/value.ts';

/** What lies on the clipboard. */
export interface Clipboard {
  readonly text: string;
  readonly html?: string;
}

/** What pasting does: a table of the form in the layout of the report, or values in their cells. */
export interface Paste {
  readonly kind: 'table' | 'cells';
  readonly edits: readonly Edit[];
}

/**
 * What pasting into a range does that plain pasting does not; undefined where there is nothing better.
 *
 * @param range what is selected, or the place of the caret (UTF-16 offsets)
 */
export function pasteInto(report: Report, range: Span, clipboard: Clipboard): Paste | undefined {
  return cellsFrom(report, range, clipboard.text) ?? tableFrom(report, range, clipboard.html ?? '');
}

/** More than a table has rows or columns. */
const MOST = 40;

/** Rows and columns of values, as spreadsheets copy them, over just as many cells from the one at the caret on. */
function cellsFrom(report: Report, range: Span, text: string): Paste | undefined {
  const rows = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/, MOST + 1)
    .map((line) => line.split('\t', MOST + 1));
  const width = rows[0]?.length ?? 0;
  const isBlock = rows.length * width > 1 && rows.every((row) => row.length === width);
  if (!isBlock || rows.length > MOST || width > MOST || !rows.flat().every(isValue)) return undefined;
  const table = report.tables.find(({ rows: all }) =>
    all.some((row) => row?.cells.some(({ span }) => touches(span, range.start))),
  );
  const first = table?.rows.flatMap((row) => row?.cells ?? []).find(({ span }) => touches(span, range.start));
  if (!table || !first) return undefined;
  const changes = rows.flatMap((row, down) =>
    row.map((value, across) => ({
      value: value.trim(),
      cell: table.rows[first.row + down]?.cells[first.column + across],
    })),
  );
  const edits = changes.flatMap(({ cell, value }) =>
    cell && !cell.merged ? [{ span: cell.span, newText: value }] : [],
  );
  if (edits.length < changes.length || !isMeant(report, table, edits, changes)) return undefined;
  return { kind: 'cells', edits: edits.sort((a, b) => a.span.start - b.span.start) };
}

const isValue = (cell: string) => classify(cell, 0, cell.length) !== 'text';

/** Whether each cell then says what was pasted, and all others what they said. */
function isMeant(
  report: Report,
  { number }: Table,
  edits: readonly Edit[],
  changes: readonly { readonly cell: Cell | undefined; readonly value: string }[],
): boolean {
  const copy = parseEdited(report, edits);
  const meant = new Map(changes.map(({ cell, value }) => [cell, value]));
  return report.tables.every((table) => {
    const read = copy && findTable(copy, table.number);
    return table.rows.every(
      (row, at) =>
        row?.cells.every((cell, column) => {
          const same = read?.rows[at]?.cells[column];
          const said = report.text.slice(cell.span.start, cell.span.end);
          const expected = table.number === number ? (meant.get(cell) ?? said) : said;
          return same !== undefined && copy?.text.slice(same.span.start, same.span.end) === expected;
        }) ?? true,
    );
  });
}

/** A table of the form from Word, a spreadsheet or a page. */
function tableFrom(report: Report, range: Span, html: string): Paste | undefined {
  const layout = layoutForNew(report);
  const read = html.includes('<t') ? readTable(html) : undefined;
  const texts = read && textsOf(read.report.text, read.table, ({ label }, written) => written.trim() || label);
  if (!read || !texts) return undefined;
  const lines = alignedTable(layout, read.table.form, texts);
  return { kind: 'table', edits: [{ span: range, newText: lines.join(newlineOf(report.text)) }] };
}

/** Which of the form's tables it is: that of which most rows are found, at least half of them. */
function readTable(html: string): { report: Report; table: Table } | undefined {
  const read = ([2, 3, 4] as const).flatMap((number: TableNumber) => {
    const heading = officialHeading(sectionForm(number));
    const report = parseReport(`${heading}\n\n${html}`, { always: true });
    const table = report && findTable(report, number);
    const found = table?.rows.filter((row) => row && row.cells.length > 0).length ?? 0;
    return report && table && found * 2 > table.form.rows.length
      ? [{ report, table, share: found / table.form.rows.length }]
      : [];
  });
  // Table 4 is one row without a label, which others may have as well.
  return read.sort((a, b) => b.table.form.rows.length * b.share - a.table.form.rows.length * a.share)[0];
}
