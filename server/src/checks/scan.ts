import { evaluate } from '../report/identity.ts';
import type { Cell, Row, Table } from '../report/report.ts';

/** A cell with the row and the table that it stands in. */
export interface PlacedCell {
  readonly table: Table;
  readonly row: Row;
  readonly cell: Cell;
}

/** What one pass over the cells of a table tells; of a table without faults nothing else is looked at. */
export interface TableScan {
  readonly table: Table;
  /** Whether an identity does not hold. */
  readonly fails: boolean;
  /** The cells that hold something else than a number alone. */
  readonly unclear: readonly PlacedCell[];
}

/** The numbers of the table that is being scanned, row by row; kept, for every report needs such a list. */
let numbers = new Float64Array(256);

export function scanTable(table: Table): TableScan {
  const { rows } = table;
  const width = table.form.identities.length > 0 ? (table.form.rows[0]?.columns.length ?? 0) : 0;
  if (numbers.length < rows.length * width) numbers = new Float64Array(rows.length * width);
  numbers.fill(Number.NaN, 0, rows.length * width);
  const unclear: PlacedCell[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    if (row) scanRow(table, row, at * width, width > 0, unclear);
  }
  return { table, fails: someFail(table, width), unclear };
}

function scanRow(table: Table, row: Row, start: number, summed: boolean, unclear: PlacedCell[]): void {
  const { cells } = row;
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column] as Cell;
    const { reading } = cell;
    if (reading.kind !== 'number' || reading.extra !== undefined) unclear.push({ table, row, cell });
    if (reading.kind === 'number' && summed) numbers[start + column] = reading.value;
  }
}

/** Whether an identity does not hold. No object is made of one that holds. */
function someFail({ form, rows }: Table, width: number): boolean {
  for (const identity of form.identities) {
    const isRow = identity.along === 'row';
    const length = isRow ? rows.length : width;
    for (let at = 0; at < length; at++) {
      const { difference } = evaluate(identity, numbers, isRow ? at * width : at, isRow ? 1 : width);
      if (difference < 0 || difference > 0) return true;
    }
  }
  return false;
}
