import type { Table } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { Finding, Rule } from '../finding.ts';

/** A row of the form is absent; reported on the label of the row that it should follow. */
export const rowMissing: Rule = {
  codes: ['row-missing'],
  find: ({ tables }) => tables.flatMap(missingRows),
};

function missingRows(table: Table): Finding[] {
  return table.form.rows.flatMap((row, index): Finding[] => {
    if (table.rows[index]) return [];
    const before = table.rows.slice(0, index).findLast((each) => each !== undefined);
    const neighbour = before ?? table.rows.find((each) => each !== undefined);
    const span: Span = neighbour?.label.at(-1) ?? neighbour?.span ?? table.span;
    return [{ code: 'row-missing', severity: 'error', span, table, row, after: before?.form }];
  });
}
