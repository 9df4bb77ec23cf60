import type { RowId } from '../../report/forms/ids.ts';
import { type Cell, findCell, findRow, findTable, numberIn, type Row, type Table } from '../../report/report.ts';
import type { Emit, Rule } from '../finding.ts';
import { cellData } from '../finding-data.ts';
import { writeAddend } from '../wording/change.ts';
import { columnName, rowLabel } from '../wording/names.ts';

interface DocumentsFloor {
  readonly table: Table;
  readonly row: Row;
  readonly cell: Cell;
  readonly stated: number;
  /** What the cell must at least say, and the cells that it follows from. */
  readonly computed: number;
  readonly from: readonly Cell[];
}

const ROWS: readonly RowId[] = ['regulations', 'normative-documents'];

/**
 * What was made in a year and not abolished is in force at its end (国办公开办函〔2021〕30号, table 2); in the form of 2019
 * what was published in the year is among all that is published.
 */
export const documentsFloor: Rule<DocumentsFloor> = {
  code: 'documents-floor',
  title: { zh: '现行有效件数过少', en: 'Fewer documents in force than were made' },
  severity: 'warning',
  find({ report }, emit) {
    const table = findTable(report, 2);
    if (!table) return;
    for (const id of ROWS) {
      const row = findRow(table, id);
      if (row) compareRow(table, row, emit);
    }
  },
  message: {
    zh: (facts) =>
      `“${rowLabel(facts.row.form)}”${columnOf(facts)}写 ${facts.stated}，至少应为 ${facts.computed}，差 ${facts.computed - facts.stated}：${written(facts, '本年制发', '本年废止', '本年新公开')}。请核对。`,
    en: (facts) =>
      `${columnOf(facts)} of “${rowLabel(facts.row.form)}” is ${facts.stated}, should be at least ${facts.computed}, off by ${facts.computed - facts.stated}: ${written(facts, '制发', '废止', '新公开')}. Check the numbers.`,
  },
  related: ({ table, from }, locale) =>
    from.map((cell) => ({
      span: cell.span,
      message: writeAddend(locale, columnName(table.form, cell.row, cell.column), numberIn(cell) ?? ''),
    })),
  data: ({ table, cell, stated, computed }) => ({ stated, computed, ...cellData(table, cell) }),
};

function compareRow(table: Table, row: Row, emit: Emit<DocumentsFloor>): void {
  // The row may follow either form, whatever its table is called by.
  const isOld = findCell(row, 'published-total') !== undefined || table.documentsForm === '2019';
  const [first, second, last] = row.cells;
  const [made, other, stated] = [first, second, last].map(numberIn);
  if (!first || !second || !last || made === undefined || other === undefined || stated === undefined) return;
  const computed = isOld ? other : made - other;
  if (stated >= computed) return;
  emit(last.span, { table, row, cell: last, stated, computed, from: isOld ? [second] : [first, second] });
}

function columnOf({ from }: DocumentsFloor): string {
  return from.length === 1 ? '对外公开总数量' : '现行有效件数';
}

function written({ from, computed }: DocumentsFloor, made: string, abolished: string, published: string): string {
  const [first, second] = from.map(numberIn);
  return second === undefined ? `${published} ${first}` : `${made} ${first} − ${abolished} ${second} = ${computed}`;
}
