import type { Rule } from '../finding.ts';

/** A row with values whose label belongs to no row of the form; it is never bound to the nearest row by force. */
export const rowUnknown: Rule = {
  codes: ['row-unknown'],
  find: ({ tables }) =>
    tables.flatMap((table) =>
      table.unknown.map((unknown) => ({
        code: 'row-unknown',
        severity: 'information',
        span: unknown.span,
        table,
        unknown,
      })),
    ),
};
