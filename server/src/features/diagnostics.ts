import type { Finding, Severity, YearFinding } from '../checks/finding.ts';
import { isSum } from '../checks/finding.ts';
import { applicant, columnName, rowLabel } from '../checks/wording/names.ts';
import { type Cell, numberIn, type Table } from '../report/report.ts';

/** What programs read of a finding beside its message: `data` of the server's diagnostics and of the JSON output. */
export interface FindingData {
  readonly stated?: number | null;
  readonly computed?: number;
  /** What the prose says of the cell that `table`, `row` and `column` name. */
  readonly claimed?: number;
  readonly table?: number;
  readonly row?: string;
  readonly column?: string;
  /** The report of the year before that it was compared with. */
  readonly before?: { readonly uri: string; readonly year: number };
  readonly suspect?: { readonly row: string; readonly column: string; readonly value: number };
}

/** The numbers of LSP: 1 error, 2 warning, 3 information, 4 hint. */
export function severityNumber(severity: Severity): 1 | 2 | 3 | 4 {
  return ({ error: 1, warning: 2, information: 3, hint: 4 } as const)[severity];
}

/** Undefined for a finding that concerns neither a cell nor a row. */
export function findingData(finding: Finding): FindingData | undefined {
  if (isSum(finding)) {
    const { identity, stated, computed, suspect } = finding;
    const { table } = identity;
    return {
      stated,
      computed,
      ...place(table, identity.total),
      ...(suspect ? { suspect: { ...names(table, suspect.cell), value: suspect.value } } : {}),
    };
  }
  switch (finding.code) {
    case 'cell-suspect': {
      const { table, cell, written, value } = finding;
      return { stated: written, computed: value, ...place(table, cell), suspect: { ...names(table, cell), value } };
    }
    case 'cell-blank': {
      const { table, total, computed } = finding;
      if (!total) return { table: table.number, row: rowLabel(finding.row.form) };
      return { stated: null, ...(computed === undefined ? {} : { computed }), ...place(table, total) };
    }
    case 'cell-invalid':
      return { stated: numberIn(finding.cell) ?? null, ...place(finding.table, finding.cell) };
    case 'cell-missing':
    case 'cell-extra':
    case 'row-order':
      return { table: finding.table.number, row: rowLabel(finding.row.form) };
    case 'row-missing':
      return { table: finding.table.number, row: rowLabel(finding.row) };
    case 'row-unknown':
      return { table: finding.table.number, row: finding.unknown.label };
    case 'carryover-mismatch':
    case 'documents-mismatch':
    case 'copied-text':
      return yearData(finding);
    case 'prose-mismatch': {
      const { claim, candidates } = finding.comparison;
      const [only, ...others] = candidates.flatMap(({ addends }) => addends);
      return { claimed: claim.value, ...(only && others.length === 0 ? place(only.table, only.cell) : {}) };
    }
    case 'contradiction':
      return place(finding.table, finding.cell);
    default:
      return undefined;
  }
}

/** The names are those of the form's own cells; a report's section has none. */
function yearData(finding: YearFinding): FindingData {
  const { uri, year } = finding.before;
  const before = { uri, year };
  if (finding.code === 'copied-text') return { before };
  const { stated, computed } = finding;
  const [table, row, column] =
    finding.code === 'carryover-mismatch' ? [3, CARRIED_IN, applicant(finding.column)] : [2, finding.row, VALID];
  return { stated, computed, table, row, column, before };
}

const CARRIED_IN = '二、上年结转政府信息公开申请数量';
const VALID = '现行有效件数';

function place(table: Table, cell: Cell) {
  return { table: table.number, ...names(table, cell) };
}

function names(table: Table, cell: Cell) {
  const row = table.form.rows[cell.row];
  return { row: row ? rowLabel(row) : '', column: columnName(table.form, cell.row, cell.column) };
}
