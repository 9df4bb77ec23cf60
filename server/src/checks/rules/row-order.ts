import type { Row, Table } from '../../report/report.ts';
import type { Finding, Rule } from '../finding.ts';
import { outOfOrder } from '../order.ts';

/** A row stands elsewhere than in the form. */
export const rowOrder: Rule = {
  codes: ['row-order'],
  find: ({ tables }) => tables.flatMap(misplacedRows),
};

function misplacedRows(table: Table): Finding[] {
  const rows = table.rows.filter((row): row is Row => row !== undefined).sort((a, b) => a.span.start - b.span.start);
  const misplaced = outOfOrder(rows.map((row) => row.index));
  return rows.flatMap((row, at): Finding[] => {
    if (!misplaced.has(at)) return [];
    const after = table.form.rows[row.index - 1];
    return [{ code: 'row-order', severity: 'warning', span: row.label[0] ?? row.span, table, row, after }];
  });
}
