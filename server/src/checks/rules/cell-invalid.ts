import type { Cell, Table } from '../../report/report.ts';
import { excerpt } from '../excerpt.ts';
import type { Finding, Rule } from '../finding.ts';
import { holdsWith, type Identity } from '../identities.ts';

/** Not a whole number ≥ 0 (收费金额: a decimal ≥ 0). A unit or a note beside a good number is information only. */
export const cellInvalid: Rule = {
  codes: ['cell-invalid'],
  find: ({ text, tables }, identities) =>
    tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        (row?.cells ?? []).filter(isFlawed).flatMap((cell) => describe(text, table, cell, identities)),
      ),
    ),
};

function isFlawed({ reading }: Cell): boolean {
  return reading.kind === 'invalid' || (reading.kind === 'number' && reading.extra !== undefined);
}

function describe(text: string, table: Table, cell: Cell, identities: readonly Identity[]): Finding[] {
  const { reading, span } = cell;
  const written = excerpt(text.slice(span.start, span.end));
  const base = { code: 'cell-invalid', span, table, cell, written } as const;
  if (reading.kind === 'number' && reading.extra) {
    const { value, extra } = reading;
    return [{ ...base, severity: 'information', flaw: 'extra', value, extra: excerpt(extra.trim()) }];
  }
  if (reading.kind !== 'invalid') return [];
  const { flaw, guess } = reading;
  const confirmed = guess !== undefined && holdsWith(identities, cell, guess);
  return [{ ...base, severity: flaw === 'unit' ? 'information' : 'error', flaw, guess, confirmed }];
}
