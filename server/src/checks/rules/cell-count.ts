import type { Finding, Rule } from '../finding.ts';

/** A row has fewer or more values than the form has columns, so none of them has a sure column. */
export const cellCount: Rule = {
  codes: ['cell-missing', 'cell-extra'],
  find: ({ tables }) =>
    tables.flatMap((table) =>
      table.rows.flatMap((row): Finding[] => {
        if (!row || row.cells.length > 0) return [];
        const code = row.found > row.form.columns.length ? 'cell-extra' : 'cell-missing';
        return [{ code, severity: 'error', span: row.span, table, row }];
      }),
    ),
};
