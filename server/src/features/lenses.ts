import type { Analysis, Finding, Severity } from '../checks/finding.ts';
import type { TableNumber } from '../report/forms/form.ts';
import type { Table } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { type Elsewhere, sameTable } from './other-years.ts';

/** A finding that the user sees, and how grave it is there. */
export interface ShownFinding {
  readonly finding: Finding;
  readonly severity: Severity;
}

/** What is told above a table, and what can be done from there. */
export interface TableLens {
  readonly table: TableNumber;
  /** Where its head begins (UTF-16). */
  readonly span: Span;
  /** Errors and warnings in the table, in the order of the text. */
  readonly wrong: readonly ShownFinding[];
  /** How many findings are less than that. */
  readonly others: number;
  /** Whether its totals do not say what its addends come to. */
  readonly stale: boolean;
  /** The same table in last year's report, where that is known. */
  readonly before: Elsewhere | undefined;
}

/** One entry a table, in the order of the text. */
export function tableLenses({ report, faults, predecessor }: Analysis, shown: readonly ShownFinding[]): TableLens[] {
  return report.tables.map((table) => {
    const inside = shown.filter(({ finding }) => isIn(table, finding.span));
    const wrong = inside.filter(({ severity }) => severity === 'error' || severity === 'warning');
    return {
      table: table.number,
      span: { start: table.head, end: table.head },
      wrong,
      others: inside.length - wrong.length,
      stale: faults.some(({ failing }) => failing.some(({ identity }) => identity.table === table)),
      before: sameTable(table, predecessor),
    };
  });
}

function isIn({ head, span }: Table, { start, end }: Span): boolean {
  return start >= head && end <= span.end;
}
